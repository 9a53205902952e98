<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AgeCard</name>
    <message>
        <source>Ancienneté en rayon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d’achats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 à %2 j</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plus de %1 j</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Retour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistrer l’identité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achat en cours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acheter pour %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuser et rendre l’appareil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementPanel</name>
    <message>
        <source>Vendeur et signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identité à recopier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saisir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corriger l’identité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saisir l’identité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Je suis propriétaire de cet appareil et majeur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J’ai sauvegardé mes données ; elles seront effacées.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J’accepte la cession à %1 en bon d’achat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J’accepte la cession à %1 par virement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J’accepte la cession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signez ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signez ici avec le doigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effacer la signature</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AmountPad</name>
    <message>
        <source>Espèces reçues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Par carte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon d’achat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en billets et pièces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sur le terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scannez son code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valider %1 en espèces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envoyer %1 au terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scannez le bon d’achat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Retour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non testable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Défaut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conforme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistrer la mesure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étape suivante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo à prendre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Fermer l’avis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BasketFoot</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dont TVA : %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TVA %1 : %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dont TVA %1 : %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mettre en attente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encaisser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BasketLine</name>
    <message>
        <source>Garantie %1 mois</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TVA sur marge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI ···· %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N° ···· %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remise : %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 l’unité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantité de %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remise sur %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retirer %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BasketSheet</name>
    <message>
        <source>Panier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vider le panier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lignes du panier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardFigures</name>
    <message>
        <source>Encaissements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depuis la dernière clôture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panier moyen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>par ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hors taxe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 des ventes, hors taxe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espèces attendues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ouverture %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Aujourd’hui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalculer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clore la journée</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) ouverte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>caisse comptée</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Browse</name>
    <message>
        <source>Favoris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>les plus vendus de ce magasin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/mois</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paniers en attente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dernière vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dernier ticket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardQuestion</name>
    <message>
        <source>Sur le terminal de carte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tapez ce montant sur le terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le client présente sa carte. Dites ensuite ce que le terminal a répondu ; son ticket fait foi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceptée</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>À rendre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il restera à payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compte juste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassPicker</name>
    <message>
        <source>à juger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassesPanel</name>
    <message>
        <source>Écran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allumé puis éteint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la pire des faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 cm, puis 50 cm, à la règle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jugez à 20 cm puis à 50 cm, règle du comptoir, œil nu, appareil propre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offre en ce moment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockPanel</name>
    <message>
        <source>Temps restant %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temps écoulé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restant sur %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 de retard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d’avance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingCheck</name>
    <message>
        <source>La caisse est juste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il y a un écart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce qui va être figé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encaissements du jour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La clôture est numérotée et signée. Les ventes suivantes compteront pour la journée d’après.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingCount</name>
    <message>
        <source>Combien y a-t-il dans le tiroir ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comptez tous les billets et toutes les pièces, fond de caisse compris. Le montant attendu n’est pas montré : l’écart sera calculé après.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1 ouverte à %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compté</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingDone</name>
    <message>
        <source>Journée close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clôture Z n° %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le Z est dans la file de l’imprimante. Agrafez-le avec les tickets de carte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grands totaux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ventes du jour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retours du jour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grand total perpétuel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grand total perpétuel absolu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écart de caisse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Clore la journée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compter le tiroir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clôture Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retour au tableau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valider le compte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clôture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clore et imprimer le Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>définitif</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConditionCard</name>
    <message>
        <source>État constaté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coque</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n constat(s) enregistré(s), chacun daté et signé par son auteur.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CosmeticPanel</name>
    <message>
        <source>Avant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Côtés</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterPapers</name>
    <message>
        <source>Le papier sortira ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papier %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterSwitches</name>
    <message>
        <source>Réseau branché</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papier dans l’imprimante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimante allumée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecteur clavier (sinon série)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>IMEI ···· %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N° ···· %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lu au lecteur</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosticWords</name>
    <message>
        <source>IMEI à l’écran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écran allumé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écran éteint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Côté gauche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Côté droit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dessus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dessous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parfait état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Très bon état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>État correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parfait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Très bon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantaine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloqué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effacement à prouver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incomplet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pour pièces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À isoler tout de suite, sans le charger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne peut pas être vendu tant que ce point échoue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’effacement doit être refait et vérifié.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ira à l’atelier, puis ces points seront refaits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La réparation coûterait plus que sa valeur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encore %1 prévues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscountSheet</name>
    <message>
        <source>Accord d’un responsable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remise sur %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ou un montant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appliquer la remise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Reprise refusée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprise enregistrée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon d’achat remis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virement à faire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendez l’appareil et ses accessoires au client. Aucune donnée d’identité n’est gardée.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon d’achat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Livre de police</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrat de cession, PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conservé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Et maintenant ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il reste à faire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’appareil est en stock, à effacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il passera les trente points une fois l’effacement prouvé, par une autre personne.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminer la reprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le ticket du client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nouvelle vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ou scannez l’article suivant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoneSheet</name>
    <message>
        <source>Dernier ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vente enregistrée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket n° %1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À rendre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encaissé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espèces reçues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawerPage</name>
    <message>
        <source>Ouvrez votre caisse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comptez les billets et les pièces du tiroir et tapez leur total. C’est le fond de caisse : il sera retiré du compte ce soir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fond habituel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fond de caisse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compté dans le tiroir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouverture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir avec %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyBasket</name>
    <message>
        <source>Scannez un premier article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI, code-barres, étiquette ou bon d’achat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dernier ticket n° %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, à %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message>
        <source>Effacer l’appareil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · ···· %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment a-t-il été effacé ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réinitialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depuis Réglages, stockage chiffré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restauration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>par l’outil du constructeur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réécriture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>par un outil certifié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’écran de bienvenue est apparu et aucun compte n’est demandé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effacement vérifié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le certificat garde la méthode, l’heure et votre nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans vérification, l’appareil reste à effacer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistrer l’effacement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailedCard</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refaire ce point</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>État de la borne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que faire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En attente d’impression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retour au travail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réessayer maintenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimer un essai</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaultSteps</name>
    <message>
        <source>Ouvrez le capot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tirez le levier vers vous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posez un rouleau de 80&#xa0;mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le papier sort par-dessous, vers vous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refermez jusqu’au clic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le voyant passe au vert fixe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allumez l’imprimante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le voyant doit être vert fixe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez le câble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Débranchez-le, puis rebranchez-le des deux côtés.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faites un essai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les papiers en attente suivent tout seuls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Débranchez-le, puis rebranchez-le.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendez dix secondes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La borne le retrouve toute seule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scannez un article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un son court dit que le code est lu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regardez la box du magasin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le voyant Internet doit être allumé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez le câble réseau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il clique quand il est bien en place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuez à travailler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La borne réessaie toute seule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuez à vendre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le journal garde tout, rien n’est perdu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appelez l’assistance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dites le nom du magasin et de la caisse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laissez la borne allumée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’assistance la vérifie à distance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Composants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changer de thème</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thème de formation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thème sombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thème clair</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryButtons</name>
    <message>
        <source>Boutons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encaisser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus clavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En attente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voir tout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vider le panier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autres actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semaine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mois</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ligne retirée du panier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verre trempé, 14,90&#x202f;€</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryFields</name>
    <message>
        <source>Champs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom du client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail du ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque la fin de l’adresse, par exemple «&#x202f;orange.fr&#x202f;».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recherche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caisse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pavé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virgule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effacer le dernier chiffre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandeaux et avis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code inconnu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le panier n’a pas changé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hors ligne depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On vend ; %n envoi(s) attendent.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Terminal de carte muet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiez qu’il est allumé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryLists</name>
    <message>
        <source>Lignes et tableau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parfait état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appareil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien à montrer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scannez un premier article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ou cherchez-le par son nom, à gauche.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprendre un panier (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carte de chiffre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encaissements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+12&#x202f;%, même heure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panier moyen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryStates</name>
    <message>
        <source>Pastilles et états</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À contrôler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloqué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En cours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réservé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parfait état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Très bon état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>État correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points de contrôle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batterie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capteurs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bloqué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Micros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à vous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caméras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mesure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boutons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réseau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sans objet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuiles de règlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espèces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>au terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aucun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temps et avancement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive&#xa0;: 64&#x202f;%, encore 20&#xa0;s environ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradeCard</name>
    <message>
        <source>État calculé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>État calculé, à cet instant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batterie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Règle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si les points restants sont conformes · règle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si le reste est conforme · règle %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandedOver</name>
    <message>
        <source>Remis avec %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facture et garantie commerciale de 12 mois sur le ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retour possible jusqu’au %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HourChart</name>
    <message>
        <source>Encaissements par heure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h : %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectedPage</name>
    <message>
        <source>Appareil en vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrôle terminé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · IMEI ···· %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Règle appliquée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>règle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrôle suivant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectionHead</name>
    <message>
        <source>IMEI ···· %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI ···· %1 · contrôle avant vente · par %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sur %1 points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>à vous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sans objet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File des contrôles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tester le point suivant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mettre en vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminer le contrôle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Borne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasurePad</name>
    <message>
        <source>Valeur %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De %1 à %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MethodLegend</name>
    <message>
        <source>lu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mesuré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à la main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base externe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bloquant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Virgule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double zéro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effacer le dernier chiffre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferLineRow</name>
    <message>
        <source>%1 : en cours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 : à venir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 à %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferPanel</name>
    <message>
        <source>Offre de reprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offre de reprise, en ce moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offre %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger, ne pas reprendre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprise impossible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offre suspendue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valeur du modèle, parfait état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valeur, parfait état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’offre se resserre à chaque étape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le test qui compte ensuite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 : %2 en jeu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message>
        <source>Notre offre pour votre %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · valable jusqu’au %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger, ne pas reprendre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprise impossible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offre suspendue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valeur du modèle, parfait état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo conservée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constaté au comptoir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En bon d’achat %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En bon d’achat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 de plus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>utilisable aujourd’hui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Par virement %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Par virement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sous 48 heures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperState</name>
    <message>
        <source>Le ticket est imprimé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le ticket est-il sorti ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le ticket n’est pas sorti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le ticket attend l’imprimante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remettez-le au client avec sa monnaie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’imprimante n’a pas répondu à temps. Regardez-la avant d’en refaire un.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La vente est enregistrée. Un duplicata peut être imprimé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La vente est enregistrée. Il sortira tout seul dès que l’imprimante répondra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oui, il est sorti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non, rien</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParkedTile</name>
    <message>
        <source>%1 + %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PauseSheet</name>
    <message>
        <source>Pourquoi cette pause ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le client saisit un mot de passe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le client sauvegarde ses données</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le client cherche sa pièce d’identité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un autre client attend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PausedSheet</name>
    <message>
        <source>Diagnostic en pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 de pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprendre le diagnostic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentSummary</name>
    <message>
        <source>Panier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panier de %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · IMEI ···· %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remise : %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retour au panier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonTile</name>
    <message>
        <source>tiroir à compter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à compter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Photo %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>%1 chiffres saisis sur %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout effacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effacer le dernier chiffre</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Votre nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchez-le à gauche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérification…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trop d’essais, réessayez dans %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Code faux, encore %n essai(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Votre code à %1 chiffres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointSheet</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non testable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Défaut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enregistrer la mesure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conforme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>%1 % fait</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>Reste %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Étape terminée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchez une ligne pour corriger une réponse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans conclusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mettre en pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magasin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, verrouiller ou changer de personne</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Quel défaut ?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivedTenders</name>
    <message>
        <source>Règlements reçus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprendre ce règlement : %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Tout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appareils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessoires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien ne correspond à cette recherche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essayez un mot plus court, la marque, ou la fin de l’IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultRow</name>
    <message>
        <source>ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 en stock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RiseCard</name>
    <message>
        <source>Pour monter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce qui ferait monter l’état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 si %2 : %3 au lieu de %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 si ce point devient conforme : %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prix de vente +%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SalePage</name>
    <message>
        <source>Vider ce panier ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pour %2. Rien n’est encaissé ; les articles restent en vente.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vider le panier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Garder le panier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Chercher un article, une marque, un EAN ou la fin d’un IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article, marque, EAN, fin d’IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom, EAN, fin d’IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chercher un article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ou scannez, à tout moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ou scannez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scannez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SellerSheet</name>
    <message>
        <source>Identité du vendeur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recopiez la pièce d’identité présentée : elle entre au livre de police, conservée chiffrée sur cette caisse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Majorité vérifiée sur la pièce présentée</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SellerWords</name>
    <message>
        <source>Nom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prénoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profession</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numéro de la pièce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Délivrée le</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Délivrée par</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numéro, rue, code postal, ville</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JJ/MM/AAAA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>préfecture ou mairie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque le nom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque un prénom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque la profession, demandée par le livre de police.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque l’adresse du domicile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque le numéro de la pièce d’identité.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque la date de délivrance, par exemple 14/03/2021.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque qui a délivré la pièce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À compléter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passeport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permis de conduire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titre de séjour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carte d’identité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque l’identité du vendeur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque une déclaration du vendeur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il manque la signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonctionne, sans trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonctionne, bon état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonctionne, traces d’usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonctionne, fissuré</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne fonctionne pas entièrement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hors service et fissuré</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupChoice</name>
    <message>
        <source>Un magasin de la chaîne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avec le code d’installation du siège</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le magasin de démonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>des articles et une équipe inventés, rien n’est réel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupCode</name>
    <message>
        <source>Adresse du central</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code d’installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installer la borne</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Bienvenue. À quel magasin appartient cette borne&#x202f;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le code d’installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La borne se présente au central</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le magasin arrive sur la borne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’est encore installé. Ce choix se fait une seule fois.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le siège donne un code à usage unique par borne, valable un jour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elle crée sa clé, puis demande sa place. Quelques secondes suffisent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vous pourrez travailler dès que tout est là, même sans réseau.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupProgress</name>
    <message>
        <source>Articles, modèles et prix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’équipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les appareils du magasin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Présentation au central…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Premier échange…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Fermer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInFoot</name>
    <message>
        <source>Borne bloquée&#x202f;?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Bonjour, qui prend la caisse&#x202f;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchez votre nom, ou scannez votre badge.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signez ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature, faite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>Vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technicienne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technicien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Responsable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vente et technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>Stock par situation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Imprimante de tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimante d’étiquettes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecteur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiroir-caisse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disque et journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prête</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prêt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papier bientôt fini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plus de papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capot ouvert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hors ligne depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne répond pas depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pas encore vérifié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prêt, en mode clavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pas installé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvert à %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pas de session ouverte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À jour</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n envoi(s) en attente</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Refusé depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base à faire vérifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vérifiés à %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pas encore vérifiés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiroir ouvert à %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiroir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiroir fermé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans imprimante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimante prête</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecteur prêt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 en attente, depuis %2&#xa0;min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central refuse depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base à vérifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papier fini depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capot ouvert depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imprimante muette depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lecteur muet depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il n’y a plus de papier dans l’imprimante de tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le papier de l’imprimante de tickets est bientôt fini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le capot de l’imprimante de tickets est ouvert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’imprimante de tickets ne répond pas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucune imprimante de tickets n’est installée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L’imprimante d’étiquettes ne répond pas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le lecteur de codes ne répond pas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le central n’est pas joignable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Des envois attendent le central</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le central refuse cette caisse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cette base doit être vérifiée par l’assistance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucune session de caisse n’est ouverte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La session de caisse est ouverte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout est arrivé au central</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le disque et le journal sont en ordre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le journal n’a pas encore été vérifié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le lecteur est prêt, en mode clavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout va bien</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Depuis %1, il y a %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Depuis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>La vente continue. %n ticket(s) en attente sortiront tout seuls, dans l’ordre.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>La vente continue. Les tickets attendront et sortiront tout seuls, dans l’ordre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La vente et les reprises continuent. Les étiquettes s’imprimeront ensuite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La vente continue. Les codes peuvent aussi être tapés dans la recherche.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La vente, les reprises et la clôture continuent. Tout partira, une seule fois, au retour du réseau.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les règlements par carte restent possibles. Les espèces demandent une session ouverte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La vente continue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepHead</name>
    <message>
        <source>Étape %1 sur %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 de plus que prévu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encore %1 prévues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepListSheet</name>
    <message>
        <source>Les étapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non testé</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Quantité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 : moins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 : plus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Toutes les étapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non testé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreHead</name>
    <message>
        <source>Tableau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreWorkspace</name>
    <message>
        <source>Le magasin est réservé aux responsables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demandez à un responsable de s’identifier par son badge ou son code. Vos paniers restent en attente.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Trier par %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenderChoice</name>
    <message>
        <source>Tout est réglé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reste à payer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 déjà réglés sur %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total du panier : %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moyen de règlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rend la monnaie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 au terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scannez-le, à tout moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retour au panier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToLookAt</name>
    <message numerus="yes">
        <source>%n appareil(s) à effacer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) à contrôler</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) à l’atelier</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) bloqué(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) en quarantaine</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) depuis plus de 90 jours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>L’effacement se prouve avant le contrôle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trente points avant la mise en vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réparation puis nouveau contrôle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne se vend pas : voir la raison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Délai de garde en cours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prix ou vitrine à revoir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À regarder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rien à signaler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun appareil n’attend trop longtemps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TradeInCard</name>
    <message>
        <source>Commencées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offre faite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acceptées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reprises du jour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 achetés</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TradeInPage</name>
    <message>
        <source>Retour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmer %1 et %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) à prendre</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Classes à juger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuser et rendre l’appareil</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingBand</name>
    <message>
        <source>MODE FORMATION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rien n’est vendu ni encaissé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rien n’est vendu, rien n’est encaissé, chaque papier porte «&#x202f;FORMATION&#x202f;»</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingVeil</name>
    <message>
        <source>FORMATION</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appareil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>État</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Situation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appareils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun appareil ne correspond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changez le filtre, ou cherchez la fin de l’IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VirtualCounter</name>
    <message>
        <source>Comptoir virtuel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchez un objet : le lecteur le lit, comme au magasin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Premium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parfait état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Très bon état</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>État correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smartphones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tablettes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consoles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Montres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessoires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À effacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À contrôler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À l’atelier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En vente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Réservé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloqué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En quarantaine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pour pièces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En transfert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Espèces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carte bancaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon d’achat</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
