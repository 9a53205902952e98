<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AccountSheet</name>
    <message>
        <source>Virement au vendeur</source>
        <translation>Transfer to the seller</translation>
    </message>
    <message>
        <source>Titulaire du compte</source>
        <translation>Account holder</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>FR76 0000 0000 0000 0000 0000 000</source>
        <translation>FR76 0000 0000 0000 0000 0000 000</translation>
    </message>
    <message>
        <source>BIC, facultatif</source>
        <translation>BIC, optional</translation>
    </message>
    <message>
        <source>Le contrat et les écrans n’en montreront que les quatre derniers caractères.</source>
        <translation>Contract and screens will show its last four characters only.</translation>
    </message>
    <message>
        <source>Garder ce compte</source>
        <translation>Keep this account</translation>
    </message>
</context>
<context>
    <name>AgeCard</name>
    <message>
        <source>Ancienneté en rayon</source>
        <translation>Age on the shelf</translation>
    </message>
    <message>
        <source>%1 d’achats</source>
        <translation>%1 bought</translation>
    </message>
    <message>
        <source>%1 à %2 j</source>
        <translation>%1 to %2 d</translation>
    </message>
    <message>
        <source>plus de %1 j</source>
        <translation>over %1 d</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Enregistrer l’identité</source>
        <translation>Save the identity</translation>
    </message>
    <message>
        <source>Achat en cours</source>
        <translation>Buying</translation>
    </message>
    <message>
        <source>Acheter pour %1</source>
        <translation>Buy for %1</translation>
    </message>
    <message>
        <source>Refuser et rendre l’appareil</source>
        <translation>Decline and give the device back</translation>
    </message>
    <message>
        <source>Refuser</source>
        <translation>Decline</translation>
    </message>
</context>
<context>
    <name>AgreementPanel</name>
    <message>
        <source>Vendeur et signature</source>
        <translation>Seller and signature</translation>
    </message>
    <message>
        <source>Identité à recopier</source>
        <translation>Identity to copy</translation>
    </message>
    <message>
        <source>Identité enregistrée</source>
        <translation>Identity saved</translation>
    </message>
    <message>
        <source>%1 ···· %2</source>
        <translation>%1 ···· %2</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Saisir</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Corriger l’identité</source>
        <translation>Correct the identity</translation>
    </message>
    <message>
        <source>Saisir l’identité</source>
        <translation>Enter the identity</translation>
    </message>
    <message>
        <source>Je suis propriétaire de cet appareil et majeur.</source>
        <translation>I own this device and am of age.</translation>
    </message>
    <message>
        <source>J’ai sauvegardé mes données ; elles seront effacées.</source>
        <translation>I have backed up my data; it will be erased.</translation>
    </message>
    <message>
        <source>J’accepte la cession à %1 en bon d’achat.</source>
        <translation>I accept %1 as a voucher.</translation>
    </message>
    <message>
        <source>J’accepte la cession à %1 en espèces.</source>
        <translation>I accept %1 in cash.</translation>
    </message>
    <message>
        <source>J’accepte la cession à %1 par virement.</source>
        <translation>I accept the sale at %1 by bank transfer.</translation>
    </message>
    <message>
        <source>J’accepte la cession</source>
        <translation>I accept the sale</translation>
    </message>
    <message>
        <source>Signez ici</source>
        <translation>Sign here</translation>
    </message>
    <message>
        <source>%1, le %2 à %3</source>
        <translation>%1, on %2 at %3</translation>
    </message>
    <message>
        <source>Effacer la signature</source>
        <translation>Clear the signature</translation>
    </message>
</context>
<context>
    <name>AmountPad</name>
    <message>
        <source>Espèces reçues</source>
        <translation>Cash received</translation>
    </message>
    <message>
        <source>Par carte</source>
        <translation>By card</translation>
    </message>
    <message>
        <source>Espèces rendues</source>
        <translation>Cash given back</translation>
    </message>
    <message>
        <source>Par chèque</source>
        <translation>By cheque</translation>
    </message>
    <message>
        <source>Par virement</source>
        <translation>By transfer</translation>
    </message>
    <message>
        <source>En avoir</source>
        <translation>As a credit note</translation>
    </message>
    <message>
        <source>Bon ou carte cadeau</source>
        <translation>Voucher or gift card</translation>
    </message>
    <message>
        <source>en billets et pièces</source>
        <translation>in notes and coins</translation>
    </message>
    <message>
        <source>sur le terminal</source>
        <translation>on the terminal</translation>
    </message>
    <message>
        <source>scannez son code</source>
        <translation>scan its code</translation>
    </message>
    <message>
        <source>numéro et identité</source>
        <translation>number, identity</translation>
    </message>
    <message>
        <source>référence ensuite</source>
        <translation>reference next</translation>
    </message>
    <message>
        <source>imprimé avec le ticket</source>
        <translation>printed with the ticket</translation>
    </message>
    <message>
        <source>appoint</source>
        <translation>exact</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Valider %1 en espèces</source>
        <translation>Take %1 in cash</translation>
    </message>
    <message>
        <source>Envoyer %1 au terminal</source>
        <translation>Send %1 to the terminal</translation>
    </message>
    <message>
        <source>Terminer le remboursement</source>
        <translation>Finish the refund</translation>
    </message>
    <message>
        <source>Rendre %1 en espèces</source>
        <translation>Give back %1 in cash</translation>
    </message>
    <message>
        <source>Rendre %1 par virement</source>
        <translation>Give back %1 by transfer</translation>
    </message>
    <message>
        <source>Rendre %1 en avoir</source>
        <translation>Give back %1 as credit</translation>
    </message>
    <message>
        <source>Recevoir un chèque de %1</source>
        <translation>Take a cheque of %1</translation>
    </message>
    <message>
        <source>Noter un virement de %1</source>
        <translation>Note a transfer of %1</translation>
    </message>
    <message>
        <source>Scannez le bon ou la carte</source>
        <translation>Scan the voucher or card</translation>
    </message>
    <message>
        <source>Terminer la vente</source>
        <translation>Complete the sale</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Non testable</source>
        <translation>Cannot test</translation>
    </message>
    <message>
        <source>Défaut</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>Conforme</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>Enregistrer la mesure</source>
        <translation>Save the reading</translation>
    </message>
    <message>
        <source>Étape suivante</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Continuer sans photo</source>
        <translation>Go on without photo</translation>
    </message>
</context>
<context>
    <name>ApprovalSheet</name>
    <message>
        <source>Accord d’un responsable</source>
        <translation>A manager’s approval</translation>
    </message>
    <message>
        <source>Demandé par %1. L’accord, le motif et les deux noms sont inscrits au journal.</source>
        <translation>Asked by %1. The approval, the reason and both names are written in the journal.</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Lequel&#x202f;?</source>
        <translation>Which one?</translation>
    </message>
    <message>
        <source>En quelques mots</source>
        <translation>In a few words</translation>
    </message>
    <message>
        <source>Vérification…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Code du responsable, ou son badge</source>
        <translation>The manager’s PIN, or their badge</translation>
    </message>
    <message>
        <source>Choisissez d’abord un motif</source>
        <translation>Choose a reason first</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Fermer l’avis</source>
        <translation>Close the notice</translation>
    </message>
</context>
<context>
    <name>BasketFoot</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>À rendre</source>
        <translation>To pay back</translation>
    </message>
    <message>
        <source>dont TVA : %1</source>
        <translation>incl. VAT: %1</translation>
    </message>
    <message>
        <source>TVA %1 : %2</source>
        <translation>VAT %1: %2</translation>
    </message>
    <message>
        <source>dont TVA %1 : %2</source>
        <translation>incl. VAT %1: %2</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Mettre en attente</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>Acompte</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>Acompte sur un appareil</source>
        <translation>Deposit on a device</translation>
    </message>
    <message>
        <source>Devis</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Faire un devis</source>
        <translation>Make a quotation</translation>
    </message>
    <message>
        <source>Encaisser</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>Rembourser</source>
        <translation>Pay back</translation>
    </message>
</context>
<context>
    <name>BasketLine</name>
    <message>
        <source>Garantie %1 mois</source>
        <translation>%1-month guarantee</translation>
    </message>
    <message>
        <source>TVA sur marge</source>
        <translation>margin scheme</translation>
    </message>
    <message>
        <source>Remise : %1</source>
        <translation>Discount: %1</translation>
    </message>
    <message>
        <source>%1 l’unité</source>
        <translation>%1 each</translation>
    </message>
    <message>
        <source>Rendu · ticket %1</source>
        <translation>Given back · ticket %1</translation>
    </message>
    <message>
        <source>Quantité de %1</source>
        <translation>Quantity of %1</translation>
    </message>
    <message>
        <source>Remise</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>Remise sur %1</source>
        <translation>Discount on %1</translation>
    </message>
    <message>
        <source>Retirer %1</source>
        <translation>Remove %1</translation>
    </message>
</context>
<context>
    <name>BasketSheet</name>
    <message>
        <source>Panier</source>
        <translation>Basket</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Choisir le client</source>
        <translation>Choose the customer</translation>
    </message>
    <message>
        <source>Client&#xa0;: %1</source>
        <translation>Customer: %1</translation>
    </message>
    <message>
        <source>Vider le panier</source>
        <translation>Empty the basket</translation>
    </message>
    <message>
        <source>Caisse</source>
        <translation>Till cash</translation>
    </message>
    <message>
        <source>Caisse : espèces, comptage, lecture X</source>
        <translation>Till cash: cash, counting, X reading</translation>
    </message>
    <message>
        <source>Lignes du panier</source>
        <translation>Lines of the basket</translation>
    </message>
</context>
<context>
    <name>BoardFigures</name>
    <message>
        <source>Encaissements</source>
        <translation>Takings</translation>
    </message>
    <message>
        <source>depuis l’ouverture</source>
        <translation>since opening</translation>
    </message>
    <message>
        <source>+ %1 hors chiffre d’affaires</source>
        <translation>+ %1 outside turnover</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Panier moyen</source>
        <translation>Average basket</translation>
    </message>
    <message>
        <source>par ticket</source>
        <translation>per ticket</translation>
    </message>
    <message>
        <source>Marge</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>hors taxe</source>
        <translation>before tax</translation>
    </message>
    <message>
        <source>%1 des ventes, hors taxe</source>
        <translation>%1 of sales, before tax</translation>
    </message>
    <message>
        <source>%1 des ventes</source>
        <translation>%1 of sales</translation>
    </message>
    <message>
        <source>Espèces attendues</source>
        <translation>Cash expected</translation>
    </message>
    <message>
        <source>ouverture %1</source>
        <translation>float %1</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Recalculer</source>
        <translation>Work out again</translation>
    </message>
    <message>
        <source>Clore la journée</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>caisse à compter</source>
        <translation>drawer to count</translation>
    </message>
    <message>
        <source>caisse fermée</source>
        <translation>drawer closed</translation>
    </message>
</context>
<context>
    <name>BodyFace</name>
    <message>
        <source>Marquer : %1</source>
        <translation>Mark: %1</translation>
    </message>
</context>
<context>
    <name>Browse</name>
    <message>
        <source>Favoris</source>
        <translation>Favourites</translation>
    </message>
    <message>
        <source>les plus vendus de ce magasin</source>
        <translation>this shop’s best sellers</translation>
    </message>
    <message>
        <source>%1/mois</source>
        <translation>%1/mo</translation>
    </message>
    <message>
        <source>Paniers en attente</source>
        <translation>Parked baskets</translation>
    </message>
    <message>
        <source>Dernière vente</source>
        <translation>Last sale</translation>
    </message>
    <message>
        <source>Dernier ticket</source>
        <translation>Last ticket</translation>
    </message>
</context>
<context>
    <name>CableHint</name>
    <message>
        <source>Fermer l’aide du câble</source>
        <translation>Close the cable’s help</translation>
    </message>
</context>
<context>
    <name>CableWords</name>
    <message>
        <source>Déverrouillez l’iPhone avec son code, son visage ou son empreinte</source>
        <translation>Unlock the iPhone with its passcode, face or fingerprint</translation>
    </message>
    <message>
        <source>Touchez «&#x202f;Se fier&#x202f;» sur son écran</source>
        <translation>Touch “Trust” on its screen</translation>
    </message>
    <message>
        <source>Saisissez le code de l’iPhone quand il le demande&#xa0;: il est lu aussitôt</source>
        <translation>Enter the iPhone’s passcode when it asks: it is read at once</translation>
    </message>
    <message>
        <source>Débranchez le câble de l’appareil</source>
        <translation>Unplug the cable from the device</translation>
    </message>
    <message>
        <source>Rebranchez-le&#xa0;: la question revient</source>
        <translation>Plug it back in: the question comes again</translation>
    </message>
    <message>
        <source>Touchez «&#x202f;Se fier&#x202f;», ou scannez son IMEI (*#06#)</source>
        <translation>Touch “Trust”, or scan its IMEI (*#06#)</translation>
    </message>
    <message>
        <source>Déverrouillez le téléphone avec son code, son visage ou son empreinte</source>
        <translation>Unlock the phone with its code, face or fingerprint</translation>
    </message>
    <message>
        <source>Cochez «&#x202f;Toujours autoriser sur cet ordinateur&#x202f;»</source>
        <translation>Tick “Always allow from this computer”</translation>
    </message>
    <message>
        <source>Touchez «&#x202f;Autoriser&#x202f;»&#x202f;: il est lu aussitôt</source>
        <translation>Touch “Allow”: it is read at once</translation>
    </message>
    <message>
        <source>Réglages, À propos du téléphone&#x202f;: touchez 7 fois «&#x202f;Numéro de version&#x202f;»</source>
        <translation>Settings, About phone: tap “Build number” 7 times</translation>
    </message>
    <message>
        <source>Réglages, Options pour les développeurs&#x202f;: allumez «&#x202f;Débogage USB&#x202f;»</source>
        <translation>Settings, Developer options: switch “USB debugging” on</translation>
    </message>
    <message>
        <source>Touchez «&#x202f;Autoriser&#x202f;», ou scannez son IMEI (*#06#)</source>
        <translation>Touch “Allow”, or scan its IMEI (*#06#)</translation>
    </message>
    <message>
        <source>Scannez son IMEI (*#06#)&#x202f;: tout se fait aussi à la main</source>
        <translation>Scan its IMEI (*#06#): everything can also be done by hand</translation>
    </message>
    <message>
        <source>Appelez l’assistance&#x202f;: il manque à cette borne ses réglages USB</source>
        <translation>Call support: this kiosk lacks its USB rules</translation>
    </message>
    <message>
        <source>Débranchez puis rebranchez le câble</source>
        <translation>Unplug the cable and plug it back in</translation>
    </message>
    <message>
        <source>Essayez un autre câble ou une autre prise</source>
        <translation>Try another cable or another socket</translation>
    </message>
    <message>
        <source>Sinon, scannez son IMEI (*#06#)&#xa0;: tout se fait aussi à la main</source>
        <translation>Otherwise scan its IMEI (*#06#): everything can be done by hand too</translation>
    </message>
</context>
<context>
    <name>CardQuestion</name>
    <message>
        <source>Sur le terminal de carte</source>
        <translation>On the card terminal</translation>
    </message>
    <message>
        <source>Que dit le terminal de carte&#x202f;?</source>
        <translation>What does the card terminal say?</translation>
    </message>
    <message>
        <source>Tapez ce montant sur le terminal</source>
        <translation>Key this amount on the terminal</translation>
    </message>
    <message>
        <source>Tapez ce crédit sur le terminal</source>
        <translation>Type this credit on the terminal</translation>
    </message>
    <message>
        <source>Le terminal rend</source>
        <translation>The terminal gives back</translation>
    </message>
    <message>
        <source>Le terminal demande</source>
        <translation>The terminal asks for</translation>
    </message>
    <message>
        <source>Le client présente sa carte. Dites ensuite ce que le terminal a répondu&#x202f;; son ticket fait foi.</source>
        <translation>The customer presents the card. Then say what the terminal answered; its paper is the proof.</translation>
    </message>
    <message>
        <source>La dernière opération du terminal en est une autre. Regardez si le ticket de ce paiement est sorti, puis répondez&#x202f;; rien ne sera envoyé une seconde fois.</source>
        <translation>The terminal’s last operation is another one. Look whether the paper of this payment came out, then answer; nothing will be sent a second time.</translation>
    </message>
    <message>
        <source>Redemandez au terminal. S’il ne sait pas, son ticket fait foi&#x202f;; rien ne sera envoyé une seconde fois.</source>
        <translation>Ask the terminal again. If it does not know, its paper is the proof; nothing will be sent a second time.</translation>
    </message>
    <message>
        <source>Avec la carte qui a payé. Dites ensuite ce que le terminal a répondu&#x202f;; son ticket fait foi.</source>
        <translation>With the card that paid. Then say what the terminal answered; its slip is the proof.</translation>
    </message>
    <message>
        <source>Le client présente sa carte&#x202f;; la réponse arrive toute seule. Pour renoncer&#x202f;: touche rouge du terminal.</source>
        <translation>The customer shows the card; the answer comes by itself. To give up: the terminal’s red key.</translation>
    </message>
    <message>
        <source>Le client présente la carte qui a payé&#x202f;; la réponse arrive toute seule. Pour renoncer&#x202f;: touche rouge du terminal.</source>
        <translation>The customer shows the card that paid; the answer comes by itself. To give up: red key of the terminal.</translation>
    </message>
    <message>
        <source>Ne plus attendre</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>Redemander au terminal</source>
        <translation>Ask the terminal again</translation>
    </message>
    <message>
        <source>Refusée</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Acceptée</source>
        <translation>Accepted</translation>
    </message>
</context>
<context>
    <name>CashMove</name>
    <message>
        <source>Mettez les billets dans une enveloppe et notez son numéro.</source>
        <translation>Put the notes into an envelope and note its number.</translation>
    </message>
    <message>
        <source>L’ouverture est notée avec son motif.</source>
        <translation>The opening is noted with its reason.</translation>
    </message>
    <message>
        <source>Choisissez le motif. Un papier sort à signer.</source>
        <translation>Choose the reason. A slip comes out to be signed.</translation>
    </message>
    <message>
        <source>Numéro de l’enveloppe</source>
        <translation>Envelope number</translation>
    </message>
    <message>
        <source>En quelques mots</source>
        <translation>In a few words</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
</context>
<context>
    <name>CashOutcome</name>
    <message>
        <source>Un responsable doit regarder ce compte</source>
        <translation>A manager must look at this count</translation>
    </message>
    <message>
        <source>Compte enregistré</source>
        <translation>Count stored</translation>
    </message>
    <message>
        <source>Attendu %1 · écart %2</source>
        <translation>Expected %1 · difference %2</translation>
    </message>
    <message>
        <source>Vous pouvez recompter&#x202f;: touchez «&#x202f;Fermer la caisse&#x202f;» à gauche. Les deux comptes sont gardés.</source>
        <translation>You can count again: touch “Close the drawer” at the left. Both counts are kept.</translation>
    </message>
    <message>
        <source>D’où vient cet écart&#x202f;?</source>
        <translation>Where does this difference come from?</translation>
    </message>
</context>
<context>
    <name>CashPage</name>
    <message>
        <source>Compté</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>fond compris</source>
        <translation>float included</translation>
    </message>
    <message>
        <source>Combien y a-t-il dans le tiroir ?</source>
        <translation>How much is in the drawer?</translation>
    </message>
    <message>
        <source>Comptez tout, fond de caisse compris. Le montant attendu n’est pas montré.</source>
        <translation>Count everything, float included. The expected amount is not shown.</translation>
    </message>
    <message>
        <source>Quel tiroir&#x202f;?</source>
        <translation>Which drawer?</translation>
    </message>
    <message>
        <source>Qui prend la caisse ?</source>
        <translation>Who takes the drawer over?</translation>
    </message>
    <message>
        <source>Retour à la vente</source>
        <translation>Back to the sale</translation>
    </message>
</context>
<context>
    <name>CashReading</name>
    <message>
        <source>La journée jusqu’ici</source>
        <translation>The day so far</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) pas encore envoyé(s)</source>
        <translation>
            <numerusform>%n ticket not sent yet</numerusform>
            <numerusform>%n tickets not sent yet</numerusform>
        </translation>
    </message>
    <message>
        <source>La lecture X ne ferme rien et ne prend pas de numéro.</source>
        <translation>The X reading closes nothing and takes no number.</translation>
    </message>
    <message>
        <source>Dans le tiroir</source>
        <translation>In the drawer</translation>
    </message>
</context>
<context>
    <name>CashTasks</name>
    <message>
        <source>Caisse</source>
        <translation>Till cash</translation>
    </message>
    <message>
        <source>depuis %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>%1 · ouverte à %2</source>
        <translation>%1 · opened at %2</translation>
    </message>
</context>
<context>
    <name>CashWords</name>
    <message>
        <source>Lecture X</source>
        <translation>X reading</translation>
    </message>
    <message>
        <source>Entrée d’espèces</source>
        <translation>Cash in</translation>
    </message>
    <message>
        <source>Sortie d’espèces</source>
        <translation>Cash out</translation>
    </message>
    <message>
        <source>Dépôt au coffre</source>
        <translation>Safe drop</translation>
    </message>
    <message>
        <source>Ouvrir le tiroir</source>
        <translation>Open the drawer</translation>
    </message>
    <message>
        <source>Compter</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Passer la caisse</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Fermer la caisse</source>
        <translation>Close the drawer</translation>
    </message>
    <message>
        <source>Imprimer la lecture X</source>
        <translation>Print the X reading</translation>
    </message>
    <message>
        <source>Mettre en caisse</source>
        <translation>Put into the drawer</translation>
    </message>
    <message>
        <source>Sortir de la caisse</source>
        <translation>Take out of the drawer</translation>
    </message>
    <message>
        <source>Déposer au coffre</source>
        <translation>Drop in the safe</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Valider le compte</source>
        <translation>Confirm the count</translation>
    </message>
    <message>
        <source>Fond de caisse</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Ventes en espèces</source>
        <translation>Cash sales</translation>
    </message>
    <message>
        <source>Remboursements</source>
        <translation>Refunds</translation>
    </message>
    <message>
        <source>Reprises payées</source>
        <translation>Trade-ins paid</translation>
    </message>
    <message>
        <source>Dépôts au coffre</source>
        <translation>Safe drops</translation>
    </message>
    <message>
        <source>Espèces attendues</source>
        <translation>Cash expected</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>À rendre</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Il restera à payer</source>
        <translation>Still to pay after this</translation>
    </message>
    <message>
        <source>Compte juste</source>
        <translation>Exact amount</translation>
    </message>
</context>
<context>
    <name>CheckResult</name>
    <message>
        <source>L’archive est intacte</source>
        <translation>The archive is sound</translation>
    </message>
    <message>
        <source>L’archive n’est plus ce qu’elle était</source>
        <translation>The archive is not what it was</translation>
    </message>
    <message>
        <source>%1 enregistrements&#x202f;: numéros, chaînes, signatures et totaux sont ceux de cette caisse.</source>
        <translation>%1 records: numbers, chains, signatures and totals are those of this till.</translation>
    </message>
    <message>
        <source>Gardez ce fichier tel quel et appelez l’assistance. Ce qui ne correspond plus&#x202f;:</source>
        <translation>Keep this file as it is and call support. What does not match any more:</translation>
    </message>
    <message>
        <source>Dossier&#x202f;: %1</source>
        <translation>Folder: %1</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ClassPicker</name>
    <message>
        <source>à juger à 20 cm, puis à 50 cm</source>
        <translation>to judge at 20 cm, then at 50 cm</translation>
    </message>
</context>
<context>
    <name>ClassesPanel</name>
    <message>
        <source>Écran</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>allumé puis éteint</source>
        <translation>on, then off</translation>
    </message>
    <message>
        <source>Coque</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>la pire des faces</source>
        <translation>the worst side</translation>
    </message>
    <message>
        <source>Offre en ce moment</source>
        <translation>Offer right now</translation>
    </message>
    <message>
        <source>%1 au lieu de&#x202f;%2&#xa0;: +%3</source>
        <translation>%1 instead of %2: +%3</translation>
    </message>
</context>
<context>
    <name>ClockPanel</name>
    <message>
        <source>Temps restant %1</source>
        <translation>Time left %1</translation>
    </message>
    <message>
        <source>en pause</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>temps écoulé</source>
        <translation>time is up</translation>
    </message>
    <message>
        <source>restant sur %1</source>
        <translation>left of %1</translation>
    </message>
    <message>
        <source>%1 de retard</source>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>%1 d’avance</source>
        <translation>%1 ahead</translation>
    </message>
</context>
<context>
    <name>ClosingCheck</name>
    <message>
        <source>La caisse est juste</source>
        <translation>The drawer is right</translation>
    </message>
    <message>
        <source>Il y a un écart</source>
        <translation>There is a difference</translation>
    </message>
    <message>
        <source>Aucun tiroir à compter</source>
        <translation>No drawer to count</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>D’où vient cet écart ?</source>
        <translation>Where does this difference come from?</translation>
    </message>
    <message>
        <source>Ou bien&#x202f;: on ne sait pas</source>
        <translation>Or: nobody knows</translation>
    </message>
    <message numerus="yes">
        <source>%n tiroir(s) déjà fermé(s) et compté(s)</source>
        <translation>
            <numerusform>%n drawer already closed and counted</numerusform>
            <numerusform>%n drawers already closed and counted</numerusform>
        </translation>
    </message>
    <message>
        <source>Compté</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Attendu</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Ce qui va être figé</source>
        <translation>What will be frozen</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Encaissements du jour</source>
        <translation>Today’s takings</translation>
    </message>
    <message>
        <source>Cartes et acomptes, hors chiffre d’affaires</source>
        <translation>Cards and deposits, no turnover</translation>
    </message>
    <message>
        <source>La clôture est numérotée et signée. Les ventes suivantes compteront pour la journée d’après.</source>
        <translation>The closing is numbered and signed. Later sales will count for the next day.</translation>
    </message>
</context>
<context>
    <name>ClosingCount</name>
    <message>
        <source>fond de caisse compris</source>
        <translation>float included</translation>
    </message>
    <message>
        <source>Combien y a-t-il dans le tiroir ?</source>
        <translation>How much is in the drawer?</translation>
    </message>
    <message>
        <source>Comptez tous les billets et toutes les pièces, fond de caisse compris. Le montant attendu n’est pas montré : l’écart sera calculé après.</source>
        <translation>Count all notes and coins, the float included. The expected amount is not shown: the difference is worked out afterwards.</translation>
    </message>
    <message>
        <source>Session %1 ouverte à %2</source>
        <translation>Session %1 opened at %2</translation>
    </message>
    <message>
        <source>Tiroir %1 sur %2 · session %3 ouverte à %4</source>
        <translation>Drawer %1 of %2 · session %3 opened at %4</translation>
    </message>
    <message>
        <source>Compté</source>
        <translation>Counted</translation>
    </message>
</context>
<context>
    <name>ClosingDone</name>
    <message>
        <source>Journée close</source>
        <translation>Day closed</translation>
    </message>
    <message>
        <source>Clôture Z n° %1</source>
        <translation>Closing Z no. %1</translation>
    </message>
    <message>
        <source>Imprimer une copie</source>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>Le Z est dans la file de l’imprimante. Agrafez-le avec les tickets de carte.</source>
        <translation>The Z is in the printer’s queue. Staple it to the card slips.</translation>
    </message>
    <message>
        <source>Grands totaux</source>
        <translation>Grand totals</translation>
    </message>
    <message>
        <source>Ventes du jour</source>
        <translation>Today’s sales</translation>
    </message>
    <message>
        <source>Retours du jour</source>
        <translation>Today’s returns</translation>
    </message>
    <message>
        <source>Grand total perpétuel</source>
        <translation>Perpetual grand total</translation>
    </message>
    <message>
        <source>Grand total perpétuel absolu</source>
        <translation>Absolute perpetual grand total</translation>
    </message>
    <message>
        <source>Écart de caisse</source>
        <translation>Drawer difference</translation>
    </message>
    <message>
        <source>Tout ce qui a été clos</source>
        <translation>Everything that was closed</translation>
    </message>
    <message>
        <source>Z %1 · jour %2</source>
        <translation>Z %1 · day %2</translation>
    </message>
    <message>
        <source>Mois %1</source>
        <translation>Month %1</translation>
    </message>
    <message>
        <source>Année %1</source>
        <translation>Year %1</translation>
    </message>
</context>
<context>
    <name>ClosingDrop</name>
    <message>
        <source>Les espèces ce soir</source>
        <translation>The cash tonight</translation>
    </message>
    <message>
        <source>Tout reste</source>
        <translation>All stays</translation>
    </message>
    <message>
        <source>dans le tiroir</source>
        <translation>in the drawer</translation>
    </message>
    <message>
        <source>%1 au coffre</source>
        <translation>%1 to the safe</translation>
    </message>
    <message>
        <source>Le reste au coffre</source>
        <translation>The rest to the safe</translation>
    </message>
    <message>
        <source>%1 restent</source>
        <translation>%1 stay</translation>
    </message>
    <message>
        <source>Numéro de l’enveloppe</source>
        <translation>Envelope number</translation>
    </message>
</context>
<context>
    <name>ClosingGap</name>
    <message numerus="yes">
        <source>%n jour(s) attendent leur clôture</source>
        <translation>
            <numerusform>%n day waits for its closing</numerusform>
            <numerusform>%n days wait for their closing</numerusform>
        </translation>
    </message>
    <message>
        <source>L’heure de la borne est-elle juste&#x202f;?</source>
        <translation>Is the kiosk’s time right?</translation>
    </message>
    <message>
        <source>Le premier jour à clore est le %1. C’est plus qu’une fermeture ordinaire, et une clôture ne s’efface pas&#x202f;: si l’heure est fausse, retournez au tableau et faites régler l’horloge. Si elle est juste, chaque jour sera clos dans l’ordre et votre nom restera au journal.</source>
        <translation>The first day to close is %1. That is longer than a shop is shut, and a closing cannot be taken back: if the time is wrong, go back to the board and have the clock set. If it is right, every day is closed in order and your name stays in the journal.</translation>
    </message>
</context>
<context>
    <name>ClosingList</name>
    <message>
        <source>Clôture</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Perpétuel</source>
        <translation>Perpetual</translation>
    </message>
    <message>
        <source>Perpétuel absolu</source>
        <translation>Absolute perpetual</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Z n° %1 · %2</source>
        <translation>Z no. %1 · %2</translation>
    </message>
    <message>
        <source>Mois&#x202f;: %1</source>
        <translation>Month: %1</translation>
    </message>
    <message>
        <source>Année&#x202f;: %1</source>
        <translation>Year: %1</translation>
    </message>
    <message>
        <source>Clôtures</source>
        <translation>Closings</translation>
    </message>
    <message>
        <source>Faite</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>À faire</source>
        <translation>To make</translation>
    </message>
    <message>
        <source>Aucune clôture pour l’instant</source>
        <translation>No closing yet</translation>
    </message>
    <message>
        <source>La première paraîtra ici quand la journée sera close.</source>
        <translation>The first one appears here when the day is closed.</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Clore la journée</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>Compter le tiroir</source>
        <translation>Count the drawer</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Clôture Z</source>
        <translation>Closing Z</translation>
    </message>
    <message>
        <source>Retour au tableau</source>
        <translation>Back to the board</translation>
    </message>
    <message>
        <source>Valider le compte</source>
        <translation>Confirm the count</translation>
    </message>
    <message>
        <source>Clôture…</source>
        <translation>Closing…</translation>
    </message>
    <message>
        <source>Clore et imprimer le Z</source>
        <translation>Close and print the Z</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>L’heure est juste, continuer</source>
        <translation>The time is right, continue</translation>
    </message>
    <message>
        <source>définitif</source>
        <translation>final</translation>
    </message>
</context>
<context>
    <name>ClosingWaits</name>
    <message numerus="yes">
        <source>%n jour(s) d’avant à clore aussi</source>
        <translation>
            <numerusform>%n earlier day to close too</numerusform>
            <numerusform>%n earlier days to close too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paiement(s) par carte sans réponse</source>
        <translation>
            <numerusform>%n card payment without an answer</numerusform>
            <numerusform>%n card payments without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) pas encore envoyé(s)</source>
        <translation>
            <numerusform>%n ticket not sent yet</numerusform>
            <numerusform>%n tickets not sent yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n panier(s) en attente</source>
        <translation>
            <numerusform>%n parked basket</numerusform>
            <numerusform>%n parked baskets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoachSheet</name>
    <message>
        <source>Le temps est arrêté</source>
        <translation>The clock stands</translation>
    </message>
    <message>
        <source>%1 de pause</source>
        <translation>%1 of pause</translation>
    </message>
    <message>
        <source>Le verrou est encore là</source>
        <translation>The lock is still there</translation>
    </message>
    <message>
        <source>L’appareil vient d’être relu par câble. Reprenez les étapes, ou arrêtez l’aide.</source>
        <translation>The device was read by cable again just now. Go through the steps once more, or stop the help.</translation>
    </message>
    <message>
        <source>Arrêter l’aide</source>
        <translation>Stop the help</translation>
    </message>
    <message>
        <source>Lecture en cours…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>C’est fait, relire par câble</source>
        <translation>Done, read by cable again</translation>
    </message>
    <message>
        <source>C’est fait, regarder l’écran</source>
        <translation>Done, look at the screen</translation>
    </message>
</context>
<context>
    <name>CoachStepRow</name>
    <message>
        <source>Étape %1, %2</source>
        <translation>Step %1, %2</translation>
    </message>
</context>
<context>
    <name>CommitmentDetail</name>
    <message>
        <source>Devis %1</source>
        <translation>Quote %1</translation>
    </message>
    <message>
        <source>Échu depuis le %1</source>
        <translation>Expired since %1</translation>
    </message>
    <message>
        <source>Réservé jusqu’au %1 inclus</source>
        <translation>Reserved through %1</translation>
    </message>
    <message>
        <source>Expiré depuis le %1 : prix d’aujourd’hui</source>
        <translation>Expired since %1: prices of today</translation>
    </message>
    <message>
        <source>Ses prix tiennent jusqu’au %1 inclus</source>
        <translation>Its prices hold through %1</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>Fait le</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>Prix</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Acompte versé</source>
        <translation>Deposit paid</translation>
    </message>
    <message>
        <source>Reste à payer</source>
        <translation>Left to pay</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>L’appareil reste réservé tant que personne ne décide : vendez-le à son client, prolongez, ou libérez-le.</source>
        <translation>The device stays reserved until somebody decides: sell it to its customer, extend, or release it.</translation>
    </message>
    <message>
        <source>Libérer</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Libérer l’appareil et rembourser l’acompte</source>
        <translation>Release the device and refund the deposit</translation>
    </message>
    <message>
        <source>Prolonger jusqu’au %1</source>
        <translation>Extend to %1</translation>
    </message>
    <message>
        <source>Prolonger</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>Vendre</source>
        <translation>Sell</translation>
    </message>
    <message>
        <source>Reprendre dans le panier</source>
        <translation>Take up in the basket</translation>
    </message>
    <message>
        <source>Vendre l’appareil à son client</source>
        <translation>Sell the device to its customer</translation>
    </message>
    <message>
        <source>Reprendre le devis dans le panier</source>
        <translation>Take the quote up in the basket</translation>
    </message>
</context>
<context>
    <name>CommitmentList</name>
    <message>
        <source>échu depuis le %1</source>
        <translation>expired since %1</translation>
    </message>
    <message>
        <source>jusqu’au %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>expiré depuis le %1</source>
        <translation>expired since %1</translation>
    </message>
    <message>
        <source>valable jusqu’au %1</source>
        <translation>valid until %1</translation>
    </message>
    <message>
        <source>Acomptes</source>
        <translation>Deposits</translation>
    </message>
    <message>
        <source>Devis</source>
        <translation>Quotes</translation>
    </message>
    <message>
        <source>Rien ne correspond à cette recherche</source>
        <translation>Nothing matches this search</translation>
    </message>
    <message>
        <source>Aucun appareil réservé</source>
        <translation>No device is reserved</translation>
    </message>
    <message>
        <source>Aucun devis</source>
        <translation>No quote</translation>
    </message>
    <message>
        <source>Essayez le nom du client, ou un mot plus court.</source>
        <translation>Try the customer’s name, or a shorter word.</translation>
    </message>
</context>
<context>
    <name>CommitmentNotice</name>
    <message>
        <source>Réservation prolongée jusqu’au %1 inclus</source>
        <translation>Reservation extended through %1</translation>
    </message>
    <message>
        <source>%1 est de nouveau en vente</source>
        <translation>%1 is for sale again</translation>
    </message>
    <message>
        <source>L’avoir de %1 sort de l’imprimante : donnez-le au client.</source>
        <translation>The credit of %1 is being printed: give it to the customer.</translation>
    </message>
</context>
<context>
    <name>CommitmentRelease</name>
    <message>
        <source>Libérer l’appareil ?</source>
        <translation>Release the device?</translation>
    </message>
    <message>
        <source>%1 revient en vente. L’acompte de %2 est rendu en entier.</source>
        <translation>%1 goes back on sale. The deposit of %2 is returned in full.</translation>
    </message>
    <message>
        <source>%1 revient en vente. L’acompte de %2 est rendu en entier à %3.</source>
        <translation>%1 goes back on sale. The deposit of %2 is returned in full to %3.</translation>
    </message>
    <message>
        <source>Un acompte engage le client et le magasin : il s’annule d’accord entre eux.</source>
        <translation>A deposit binds the customer and the shop: it is cancelled by agreement between them.</translation>
    </message>
    <message>
        <source>Donner un avoir de %1</source>
        <translation>Give a credit of %1</translation>
    </message>
    <message>
        <source>Rendre l’argent, par son ticket</source>
        <translation>Give the money back, by its ticket</translation>
    </message>
    <message>
        <source>Garder la réservation</source>
        <translation>Keep the reservation</translation>
    </message>
</context>
<context>
    <name>CommitmentsPage</name>
    <message numerus="yes">
        <source>Acomptes · %n échu(s)</source>
        <translation>
            <numerusform>Deposits · %n expired</numerusform>
            <numerusform>Deposits · %n expired</numerusform>
        </translation>
    </message>
    <message>
        <source>Acomptes</source>
        <translation>Deposits</translation>
    </message>
    <message>
        <source>Devis</source>
        <translation>Quotes</translation>
    </message>
    <message>
        <source>Client, appareil ou fin d’IMEI</source>
        <translation>Customer, device or end of IMEI</translation>
    </message>
    <message>
        <source>Client, fin d’IMEI</source>
        <translation>Customer, end of IMEI</translation>
    </message>
    <message>
        <source>N° de devis, client</source>
        <translation>Quote no., customer</translation>
    </message>
    <message>
        <source>Chercher un acompte</source>
        <translation>Search for a deposit</translation>
    </message>
    <message>
        <source>Chercher un devis</source>
        <translation>Search for a quote</translation>
    </message>
    <message>
        <source>Retour à la vente</source>
        <translation>Back to the sale</translation>
    </message>
    <message>
        <source>Touchez un acompte, ou scannez son papier</source>
        <translation>Touch a deposit, or scan its paper</translation>
    </message>
    <message>
        <source>Touchez un devis, ou scannez-le</source>
        <translation>Touch a quote, or scan it</translation>
    </message>
    <message>
        <source>Il se vend, se prolonge, ou se libère : l’appareil revient en vente et le client est remboursé.</source>
        <translation>It is sold, extended, or released: the device goes back on sale and the customer is refunded.</translation>
    </message>
    <message>
        <source>Il revient dans le panier, à ses prix tant qu’il est valable.</source>
        <translation>It comes back into the basket, at its prices while it is valid.</translation>
    </message>
</context>
<context>
    <name>ConditionCard</name>
    <message>
        <source>État constaté</source>
        <translation>Condition found</translation>
    </message>
    <message>
        <source>Écran</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Coque</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Batterie</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Écran : %1. Coque : %2.</source>
        <translation>Screen: %1. Body: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n constat(s) enregistré(s), chacun daté et signé par son auteur.</source>
        <translation>
            <numerusform>%n finding saved, dated and signed by its author.</numerusform>
            <numerusform>%n findings saved, each dated and signed by its author.</numerusform>
        </translation>
    </message>
    <message>
        <source>Non photographié&#x202f;: %1</source>
        <translation>Not photographed: %1</translation>
    </message>
</context>
<context>
    <name>CosmeticBar</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Confirmer %1 et %2</source>
        <translation>Confirm %1 and %2</translation>
    </message>
    <message>
        <source>Classes à juger</source>
        <translation>Classes to judge</translation>
    </message>
    <message>
        <source>Comment juger</source>
        <translation>How to judge</translation>
    </message>
    <message>
        <source>Sans photo&#x202f;: %1. L’offre et le contrat le diront.</source>
        <translation>No photo of: %1. The offer and the contract will say so.</translation>
    </message>
    <message>
        <source>À 20 cm puis à 50 cm, règle du comptoir, œil nu, appareil propre.</source>
        <translation>At 20 cm then at 50 cm, counter’s ruler, bare eye, clean device.</translation>
    </message>
    <message>
        <source>À 20 cm puis à 50 cm, œil nu.</source>
        <translation>At 20 cm then 50 cm, bare eye.</translation>
    </message>
</context>
<context>
    <name>CosmeticPanel</name>
    <message>
        <source>Touchez le dessin là où vous voyez une marque.</source>
        <translation>Touch the drawing where you see a mark.</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Dos</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Gauche</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Droite</source>
        <translation>Right</translation>
    </message>
</context>
<context>
    <name>CountArea</name>
    <message>
        <source>Un montant</source>
        <translation>One amount</translation>
    </message>
    <message>
        <source>Billets et pièces</source>
        <translation>Notes and coins</translation>
    </message>
</context>
<context>
    <name>CounterPapers</name>
    <message>
        <source>Le papier sortira ici</source>
        <translation>Paper will come out here</translation>
    </message>
    <message>
        <source>Papier %1</source>
        <translation>Paper %1</translation>
    </message>
</context>
<context>
    <name>CounterPhotos</name>
    <message>
        <source>Photo à présenter : %1</source>
        <translation>Photo to present: %1</translation>
    </message>
</context>
<context>
    <name>CounterSheet</name>
    <message>
        <source>Un autre prix que %1</source>
        <translation>Another price than %1</translation>
    </message>
    <message>
        <source>Prix en euros</source>
        <translation>Price in euros</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Preuve</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Offrir %1</source>
        <translation>Offer %1</translation>
    </message>
    <message>
        <source>Prix, motif et preuve</source>
        <translation>Price, reason and proof</translation>
    </message>
</context>
<context>
    <name>CounterSoundRow</name>
    <message>
        <source>À l’écoute…</source>
        <translation>Listening…</translation>
    </message>
    <message>
        <source>Écouter l’appareil</source>
        <translation>Listen to the device</translation>
    </message>
    <message>
        <source>Écouter encore</source>
        <translation>Listen again</translation>
    </message>
    <message>
        <source>Trois notes…</source>
        <translation>Three notes…</translation>
    </message>
    <message>
        <source>Jouer les notes</source>
        <translation>Play the notes</translation>
    </message>
    <message>
        <source>Noter trop faible</source>
        <translation>Note too weak</translation>
    </message>
    <message>
        <source>La borne a entendu les trois notes&#xa0;: %1.</source>
        <translation>The kiosk heard the three notes: %1.</translation>
    </message>
    <message>
        <source>Noté&#xa0;: haut-parleur trop faible, %1.</source>
        <translation>Noted: loudspeaker too weak, %1.</translation>
    </message>
    <message>
        <source>Trop faible&#xa0;: %1, il en faut 12. Montez le volume, approchez le haut-parleur du micro.</source>
        <translation>Too weak: %1, it takes 12. Turn the volume up, bring the loudspeaker closer to the microphone.</translation>
    </message>
    <message>
        <source>Le micro de la borne n’entend rien du tout&#xa0;: vérifiez qu’il n’est pas coupé.</source>
        <translation>The kiosk’s microphone hears nothing at all: check that it is not muted.</translation>
    </message>
    <message>
        <source>Trop fort pour le micro de la borne&#xa0;: éloignez l’appareil et recommencez.</source>
        <translation>Too loud for the kiosk’s microphone: move the device away and try again.</translation>
    </message>
    <message>
        <source>La borne n’a pas entendu trois notes. Volume à fond, puis touchez «&#xa0;Jouer&#xa0;» sur l’appareil pendant l’écoute.</source>
        <translation>The kiosk did not hear three notes. Full volume, then tap “Play” on the device while it listens.</translation>
    </message>
    <message>
        <source>Quand l’appareil le demande, la borne l’écoute ou joue pour lui. Rien n’est enregistré.</source>
        <translation>When the device asks for it, the kiosk listens to it or plays for it. Nothing is recorded.</translation>
    </message>
</context>
<context>
    <name>CounterSwitches</name>
    <message>
        <source>Réseau branché</source>
        <translation>Network plugged in</translation>
    </message>
    <message>
        <source>Papier dans l’imprimante</source>
        <translation>Paper in the printer</translation>
    </message>
    <message>
        <source>Imprimante allumée</source>
        <translation>Printer switched on</translation>
    </message>
    <message>
        <source>Lecteur clavier (sinon série)</source>
        <translation>Keyboard scanner (else serial)</translation>
    </message>
</context>
<context>
    <name>CounterTerminal</name>
    <message>
        <source>Le terminal affiche %1</source>
        <translation>The terminal shows %1</translation>
    </message>
    <message>
        <source>Terminal de carte branché</source>
        <translation>Card terminal plugged in</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>La carte est acceptée</source>
        <translation>The card is accepted</translation>
    </message>
    <message>
        <source>Refusée</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>La carte est refusée</source>
        <translation>The card is refused</translation>
    </message>
    <message>
        <source>Rouge</source>
        <translation>Red key</translation>
    </message>
    <message>
        <source>Touche rouge du terminal</source>
        <translation>Red key of the terminal</translation>
    </message>
</context>
<context>
    <name>CounterThings</name>
    <message>
        <source>Débrancher %1</source>
        <translation>Unplug %1</translation>
    </message>
    <message>
        <source>Brancher %1</source>
        <translation>Plug in %1</translation>
    </message>
</context>
<context>
    <name>CreditTransferSheets</name>
    <message>
        <source>Virement fait&#x202f;?</source>
        <translation>Transfer made?</translation>
    </message>
    <message>
        <source>%1 à %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Votre nom et l’heure sont notés&#x202f;; cela ne se dit qu’une fois.</source>
        <translation>Your name and the time are noted; it is said once only.</translation>
    </message>
    <message>
        <source>Noter comme payé</source>
        <translation>Note as paid</translation>
    </message>
    <message>
        <source>Fichier prêt</source>
        <translation>File ready</translation>
    </message>
    <message>
        <source>Dossier&#x202f;: %1</source>
        <translation>Folder: %1</translation>
    </message>
    <message>
        <source>Il contient des comptes bancaires entiers&#x202f;: portez-le à la banque, puis effacez-le. Ces virements ne seront dans aucun autre fichier.</source>
        <translation>It holds whole bank accounts: take it to the bank, then delete it. These transfers will be in no other file.</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>CreditTransfersPage</name>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Choisi</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Pas cette fois</source>
        <translation>Not this time</translation>
    </message>
    <message>
        <source>Payé le %1</source>
        <translation>Paid on %1</translation>
    </message>
    <message>
        <source>Fichier %1</source>
        <translation>File %1</translation>
    </message>
    <message>
        <source>Virements aux vendeurs</source>
        <translation>Transfers to sellers</translation>
    </message>
    <message numerus="yes">
        <source>%n virement(s)</source>
        <translation>
            <numerusform>%n transfer</numerusform>
            <numerusform>%n transfers</numerusform>
        </translation>
    </message>
    <message>
        <source>Le compte du magasin n’est pas connu</source>
        <translation>The shop’s account is not known</translation>
    </message>
    <message>
        <source>Le siège l’ajoute aux réglages du magasin&#x202f;; d’ici là, seule la liste CSV est possible.</source>
        <translation>Head office adds it to the shop’s settings; until then only the CSV list is possible.</translation>
    </message>
    <message>
        <source>Titulaire</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>Contrat</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Appareil</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Dû depuis</source>
        <translation>Owed since</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Virements</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Aucun virement</source>
        <translation>No transfer</translation>
    </message>
    <message>
        <source>Un rachat payé par virement arrive ici dès sa signature.</source>
        <translation>A purchase paid by transfer arrives here as soon as it is signed.</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Écriture en cours</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>Fichier pour la banque</source>
        <translation>File for the bank</translation>
    </message>
    <message numerus="yes">
        <source>%n virement(s), %1</source>
        <translation>
            <numerusform>%n transfer, %1</numerusform>
            <numerusform>%n transfers, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Liste CSV</source>
        <translation>CSV list</translation>
    </message>
    <message>
        <source>Réécrire %1</source>
        <translation>Write %1 again</translation>
    </message>
    <message>
        <source>Réécrire</source>
        <translation>Write again</translation>
    </message>
    <message>
        <source>Réécrire le dernier fichier</source>
        <translation>Write the last file again</translation>
    </message>
</context>
<context>
    <name>CustomerErasure</name>
    <message>
        <source>Effacés pour toujours</source>
        <translation>Erased for good</translation>
    </message>
    <message>
        <source>Nom, société, téléphone, e-mail, adresse, accord pour les offres, et les adresses où ses tickets ont été envoyés.</source>
        <translation>Name, company, phone, e-mail, address, the yes to offers, and the addresses to which receipts were sent.</translation>
    </message>
    <message>
        <source>Gardés, car la loi l’exige</source>
        <translation>Kept, as the law requires</translation>
    </message>
    <message>
        <source>Ses tickets, avec les notes et factures qui portent son nom ; le livre de police des appareils qu’il a vendus au magasin, dix ans.</source>
        <translation>Their tickets, with the notes and invoices that bear their name; the police register of devices they sold to the shop, for ten years.</translation>
    </message>
    <message>
        <source>Effacer la fiche</source>
        <translation>Erase the customer</translation>
    </message>
    <message>
        <source>Effacer la fiche pour toujours</source>
        <translation>Erase the customer for good</translation>
    </message>
    <message>
        <source>Garder la fiche</source>
        <translation>Keep the customer</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>À corriger</source>
        <translation>To correct</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Société</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <source>N° de TVA (société)</source>
        <translation>VAT number (company)</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>À cocher seulement si le client le dit.</source>
        <translation>Tick only if the customer says so.</translation>
    </message>
    <message>
        <source>Oui depuis le %1. À décocher dès que le client le demande.</source>
        <translation>Yes since %1. Untick as soon as the customer asks.</translation>
    </message>
    <message>
        <source>À l’enregistrement, plus aucune offre ne lui est envoyée.</source>
        <translation>Once saved, no more offers are sent to them.</translation>
    </message>
</context>
<context>
    <name>CustomerSearch</name>
    <message>
        <source>Nom, société, téléphone ou e-mail</source>
        <translation>Name, company, phone or e-mail</translation>
    </message>
    <message>
        <source>La fiche de %1 est effacée</source>
        <translation>%1 has been erased</translation>
    </message>
    <message>
        <source>Ses tickets et ses factures restent, comme la loi le veut.</source>
        <translation>Their tickets and invoices stay, as the law requires.</translation>
    </message>
    <message>
        <source>veut les offres</source>
        <translation>wants offers</translation>
    </message>
    <message>
        <source>Fiche de %1</source>
        <translation>Details of %1</translation>
    </message>
    <message>
        <source>Personne de ce nom. Créez la fiche avec le minimum.</source>
        <translation>Nobody by that name. Create the customer with the least that is needed.</translation>
    </message>
</context>
<context>
    <name>CustomerSheet</name>
    <message>
        <source>Nouveau client</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Effacer %1 ?</source>
        <translation>Erase %1?</translation>
    </message>
    <message>
        <source>Effacer la fiche</source>
        <translation>Erase the customer</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Retirer du panier</source>
        <translation>Take off the basket</translation>
    </message>
    <message>
        <source>Enregistrer le client</source>
        <translation>Keep the customer</translation>
    </message>
</context>
<context>
    <name>DepositSheet</name>
    <message>
        <source>Acompte</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>%1 est réservé à ce client jusqu’au %2 inclus. Personne d’autre ne peut l’acheter.</source>
        <translation>%1 is kept for this customer through %2. Nobody else can buy it.</translation>
    </message>
    <message>
        <source>Montant de l’acompte</source>
        <translation>Amount of the deposit</translation>
    </message>
    <message>
        <source>Réserver l’appareil</source>
        <translation>Reserve the device</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>%1 · lu par câble</source>
        <translation>%1 · read by cable</translation>
    </message>
</context>
<context>
    <name>DiagnosticWords</name>
    <message>
        <source>IMEI à l’écran</source>
        <translation>IMEI on screen</translation>
    </message>
    <message>
        <source>Écran allumé</source>
        <translation>Screen on</translation>
    </message>
    <message>
        <source>Écran éteint</source>
        <translation>Screen off</translation>
    </message>
    <message>
        <source>Dos</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Côté gauche</source>
        <translation>Left side</translation>
    </message>
    <message>
        <source>Côté droit</source>
        <translation>Right side</translation>
    </message>
    <message>
        <source>Dessus</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>Dessous</source>
        <translation>Bottom</translation>
    </message>
    <message>
        <source>Face avant</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>Capot</source>
        <translation>Lid</translation>
    </message>
    <message>
        <source>Clavier</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Intérieur</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>Fermeture</source>
        <translation>Clasp</translation>
    </message>
    <message>
        <source>Scellé</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Plaque</source>
        <translation>Plate</translation>
    </message>
    <message>
        <source>Accessoires</source>
        <translation>Accessories</translation>
    </message>
    <message>
        <source>Verre arrière</source>
        <translation>Back glass</translation>
    </message>
    <message>
        <source>Vue</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Défaut</source>
        <translation>Defect</translation>
    </message>
    <message>
        <source>son contenu ne correspond pas à son empreinte</source>
        <translation>its content is not what its hash says</translation>
    </message>
    <message>
        <source>elle ne se lit pas</source>
        <translation>it cannot be read</translation>
    </message>
    <message>
        <source>ses dates ne sont pas celles annoncées</source>
        <translation>its dates are not those announced</translation>
    </message>
    <message>
        <source>il y manque le prix d’un défaut</source>
        <translation>the price of a defect is missing</translation>
    </message>
    <message>
        <source>un montant y est impossible</source>
        <translation>an amount in it cannot be</translation>
    </message>
    <message>
        <source>Avant, écran</source>
        <translation>Front, screen</translation>
    </message>
    <message>
        <source>Bord gauche</source>
        <translation>Left edge</translation>
    </message>
    <message>
        <source>Bord droit</source>
        <translation>Right edge</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Premium</translation>
    </message>
    <message>
        <source>Parfait état</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>Très bon état</source>
        <translation>Very good</translation>
    </message>
    <message>
        <source>État correct</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>Parfait</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>Très bon</source>
        <translation>Very good</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>Quarantaine</source>
        <translation>Quarantine</translation>
    </message>
    <message>
        <source>Bloqué</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Effacement à prouver</source>
        <translation>Erasure to prove</translation>
    </message>
    <message>
        <source>Incomplet</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Pour pièces</source>
        <translation>For parts</translation>
    </message>
    <message>
        <source>À isoler tout de suite, sans le charger.</source>
        <translation>Isolate it at once, do not charge it.</translation>
    </message>
    <message>
        <source>Ne peut pas être vendu tant que ce point échoue.</source>
        <translation>Cannot be sold while this point fails.</translation>
    </message>
    <message>
        <source>L’effacement doit être refait et vérifié.</source>
        <translation>The erasure must be done again and verified.</translation>
    </message>
    <message>
        <source>Ira à l’atelier, puis ces points seront refaits.</source>
        <translation>Goes to the workshop, then these points are done again.</translation>
    </message>
    <message>
        <source>La réparation coûterait plus que sa valeur.</source>
        <translation>The repair would cost more than its value.</translation>
    </message>
    <message>
        <source>%1 Go</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>IMEI ···· %1</source>
        <translation>IMEI ···· %1</translation>
    </message>
    <message>
        <source>N° ···· %1</source>
        <translation>No. ···· %1</translation>
    </message>
    <message>
        <source>lu par câble</source>
        <translation>read by cable</translation>
    </message>
    <message>
        <source>saisi à la main</source>
        <translation>entered by hand</translation>
    </message>
    <message>
        <source>lu par son rapport</source>
        <translation>read by its report</translation>
    </message>
    <message>
        <source>lu au lecteur</source>
        <translation>scanned</translation>
    </message>
    <message>
        <source>L’appareil se dit %1.</source>
        <translation>The device says it is %1.</translation>
    </message>
    <message>
        <source>Chez nous, ce numéro était %1.</source>
        <translation>With us, this number was %1.</translation>
    </message>
    <message numerus="yes">
        <source>D’après %n reprise(s) de la chaîne, c’est %1.</source>
        <translation>
            <numerusform>According to %n device of the chain, it is %1.</numerusform>
            <numerusform>According to %n devices of the chain, it is %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>D’après le catalogue, c’est %1.</source>
        <translation>According to the catalogue, it is %1.</translation>
    </message>
</context>
<context>
    <name>DiscountSheet</name>
    <message>
        <source>Remise sur %1</source>
        <translation>Discount on %1</translation>
    </message>
    <message>
        <source>Remise sur le ticket</source>
        <translation>Discount on the ticket</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>ou un montant</source>
        <translation>or an amount</translation>
    </message>
    <message>
        <source>Vendre à %1</source>
        <translation>Sell at %1</translation>
    </message>
    <message>
        <source>Autre prix</source>
        <translation>Other price</translation>
    </message>
    <message>
        <source>Changer le prix pour %1</source>
        <translation>Change the price to %1</translation>
    </message>
    <message>
        <source>Autre prix : tapez d’abord le montant</source>
        <translation>Other price: type the amount first</translation>
    </message>
    <message>
        <source>Tout le ticket</source>
        <translation>Whole ticket</translation>
    </message>
    <message>
        <source>Remise sur tout le ticket</source>
        <translation>Discount on the whole ticket</translation>
    </message>
    <message>
        <source>Appliquer la remise</source>
        <translation>Apply the discount</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Reprise refusée</source>
        <translation>Trade-in declined</translation>
    </message>
    <message>
        <source>Reprise enregistrée</source>
        <translation>Trade-in saved</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Bon d’achat remis</source>
        <translation>Voucher handed over</translation>
    </message>
    <message>
        <source>Espèces à remettre</source>
        <translation>Cash to hand over</translation>
    </message>
    <message>
        <source>Virement à venir</source>
        <translation>Transfer to come</translation>
    </message>
    <message>
        <source>Rendez l’appareil et ses accessoires au client. Aucune donnée d’identité n’est gardée.</source>
        <translation>Give the device and its accessories back. No identity data is kept.</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Offre gardée jusqu’au %1</source>
        <translation>Offer kept until %1</translation>
    </message>
    <message>
        <source>Bon d’achat</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Compte du vendeur</source>
        <translation>Seller’s account</translation>
    </message>
    <message>
        <source>IBAN ···· %1</source>
        <translation>IBAN ···· %1</translation>
    </message>
    <message>
        <source>Livre de police</source>
        <translation>Police register</translation>
    </message>
    <message>
        <source>Contrat de cession, PDF</source>
        <translation>Purchase contract, PDF</translation>
    </message>
    <message>
        <source>conservé</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Et maintenant ?</source>
        <translation>What now?</translation>
    </message>
    <message>
        <source>Il reste à faire</source>
        <translation>Still to do</translation>
    </message>
    <message>
        <source>Tout est fait</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>L’appareil est en stock, à effacer</source>
        <translation>The device is in stock, to erase</translation>
    </message>
    <message>
        <source>Il passera les trente points une fois l’effacement prouvé, par une autre personne.</source>
        <translation>It goes through the thirty points once its erasure is proven, by another person.</translation>
    </message>
    <message>
        <source>Nouvelle reprise</source>
        <translation>New trade-in</translation>
    </message>
    <message>
        <source>Effacer et étiqueter</source>
        <translation>Erase and label</translation>
    </message>
    <message>
        <source>Le ticket du client</source>
        <translation>The customer’s receipt</translation>
    </message>
    <message>
        <source>Quel ticket pour le client&#x202f;?</source>
        <translation>Which receipt for the customer?</translation>
    </message>
    <message>
        <source>Ticket cadeau</source>
        <translation>Gift receipt</translation>
    </message>
    <message>
        <source>Cadeau</source>
        <translation>Gift</translation>
    </message>
    <message>
        <source>Facture</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>Nouvelle vente</source>
        <translation>New sale</translation>
    </message>
    <message>
        <source>ou scannez l’article suivant</source>
        <translation>or scan the next item</translation>
    </message>
</context>
<context>
    <name>DoneSheet</name>
    <message>
        <source>Dernier ticket</source>
        <translation>Last ticket</translation>
    </message>
    <message>
        <source>Vente enregistrée</source>
        <translation>Sale saved</translation>
    </message>
    <message>
        <source>Remboursement enregistré</source>
        <translation>Refund recorded</translation>
    </message>
    <message>
        <source>Échange enregistré</source>
        <translation>Exchange recorded</translation>
    </message>
    <message>
        <source>Ticket n° %1 · %2 · %3</source>
        <translation>Ticket no. %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Facture d’avoir n° %1 · %2</source>
        <translation>Credit note no. %1 · %2</translation>
    </message>
    <message>
        <source>À rendre</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Encaissé</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Rendu au client</source>
        <translation>Paid back</translation>
    </message>
    <message>
        <source>Espèces reçues</source>
        <translation>Cash received</translation>
    </message>
    <message>
        <source>Espèces rendues</source>
        <translation>Cash paid back</translation>
    </message>
    <message>
        <source>Avoir remis</source>
        <translation>Credit given</translation>
    </message>
</context>
<context>
    <name>DrawerPage</name>
    <message>
        <source>Ouvrez votre caisse</source>
        <translation>Open your drawer</translation>
    </message>
    <message>
        <source>Ouvrez votre tiroir</source>
        <translation>Open your drawer</translation>
    </message>
    <message>
        <source>Comptez les billets et les pièces du tiroir et tapez leur total. C’est le fond de caisse : il sera retiré du compte ce soir.</source>
        <translation>Count the notes and coins in the drawer and type their total. This is the float: it is taken off tonight’s count.</translation>
    </message>
    <message>
        <source>fond habituel</source>
        <translation>usual float</translation>
    </message>
    <message>
        <source>Fermer le tiroir d’un collègue</source>
        <translation>Close a colleague’s drawer</translation>
    </message>
    <message>
        <source>Fond de caisse</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>compté dans le tiroir</source>
        <translation>counted in the drawer</translation>
    </message>
    <message>
        <source>Ouverture…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Ouvrir avec %1</source>
        <translation>Open with %1</translation>
    </message>
</context>
<context>
    <name>ElsewherePanel</name>
    <message>
        <source>Ticket %1</source>
        <translation>Ticket %1</translation>
    </message>
    <message>
        <source>Se rend à&#x202f;: %1</source>
        <translation>Given back at: %1</translation>
    </message>
    <message>
        <source>On demande ce ticket à l’autre caisse…</source>
        <translation>Asking the other till for this ticket…</translation>
    </message>
    <message>
        <source>Pour le reprendre ici, l’autre caisse doit être allumée et connectée. Une seule caisse à la fois peut le reprendre.</source>
        <translation>To take it back here, the other till must be on and connected. Only one till at a time may take it back.</translation>
    </message>
    <message>
        <source>Demande en cours…</source>
        <translation>Asking…</translation>
    </message>
    <message>
        <source>Reprendre à cette caisse</source>
        <translation>Take back at this till</translation>
    </message>
</context>
<context>
    <name>EmailSheet</name>
    <message>
        <source>Envoyer le ticket par e-mail</source>
        <translation>Send the receipt by e-mail</translation>
    </message>
    <message>
        <source>Adresse e-mail du client</source>
        <translation>Customer’s e-mail address</translation>
    </message>
    <message>
        <source>prenom.nom@exemple.fr</source>
        <translation>first.last@example.com</translation>
    </message>
    <message>
        <source>L’adresse sert à ce ticket et elle est effacée dès qu’il est parti.</source>
        <translation>The address serves for this receipt and is erased as soon as it has left.</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>EmptyBasket</name>
    <message>
        <source>Scannez un premier article</source>
        <translation>Scan a first item</translation>
    </message>
    <message>
        <source>IMEI, code-barres, étiquette ou bon d’achat.</source>
        <translation>IMEI, barcode, label or voucher.</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Take up again</translation>
    </message>
    <message>
        <source>Dernier ticket n° %1</source>
        <translation>Last ticket no. %1</translation>
    </message>
    <message>
        <source>%1, à %2</source>
        <translation>%1, at %2</translation>
    </message>
    <message>
        <source>Tickets, retours</source>
        <translation>Tickets, returns</translation>
    </message>
    <message>
        <source>Tickets, retours et garanties</source>
        <translation>Tickets, returns and guarantees</translation>
    </message>
    <message numerus="yes">
        <source>%n acompte(s) échu(s)</source>
        <translation>
            <numerusform>%n expired deposit</numerusform>
            <numerusform>%n expired deposits</numerusform>
        </translation>
    </message>
    <message>
        <source>Devis, acomptes</source>
        <translation>Quotes, deposits</translation>
    </message>
    <message numerus="yes">
        <source>Devis et acomptes, dont %n échu(s)</source>
        <translation>
            <numerusform>Quotes and deposits, %n expired</numerusform>
            <numerusform>Quotes and deposits, %n expired</numerusform>
        </translation>
    </message>
    <message>
        <source>Devis et acomptes</source>
        <translation>Quotes and deposits</translation>
    </message>
</context>
<context>
    <name>ErasePage</name>
    <message>
        <source>Effacer l’appareil</source>
        <translation>Erase the device</translation>
    </message>
    <message>
        <source>%1 · ···· %2</source>
        <translation>%1 · ···· %2</translation>
    </message>
    <message>
        <source>Comment a-t-il été effacé ?</source>
        <translation>How was it erased?</translation>
    </message>
    <message>
        <source>Réinitialisation</source>
        <translation>Factory reset</translation>
    </message>
    <message>
        <source>stockage chiffré</source>
        <translation>encrypted storage</translation>
    </message>
    <message>
        <source>Restauration</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>par l’outil du constructeur</source>
        <translation>by the maker’s tool</translation>
    </message>
    <message>
        <source>Réécriture</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>par un outil certifié</source>
        <translation>by a certified tool</translation>
    </message>
    <message>
        <source>Avec quel outil, dans quelle version&#x202f;?</source>
        <translation>With which tool, in which version?</translation>
    </message>
    <message>
        <source>L’écran de bienvenue est apparu et aucun compte n’est demandé</source>
        <translation>The welcome screen came up and no account is asked for</translation>
    </message>
    <message>
        <source>Effacement vérifié</source>
        <translation>Erasure verified</translation>
    </message>
    <message>
        <source>Le certificat garde la méthode, l’outil, l’heure et votre nom</source>
        <translation>The certificate keeps the method, the tool, the time and your name</translation>
    </message>
    <message>
        <source>Sans vérification, l’appareil reste à effacer.</source>
        <translation>Without a check the device stays to be erased.</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Enregistrer l’effacement</source>
        <translation>Save the erasure</translation>
    </message>
    <message>
        <source>Mettre à part</source>
        <translation>Set apart</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Archive de l’année</source>
        <translation>Archive of the year</translation>
    </message>
    <message>
        <source>Archive du mois</source>
        <translation>Archive of the month</translation>
    </message>
    <message>
        <source>Export pour l’administration</source>
        <translation>Export for the tax office</translation>
    </message>
    <message>
        <source>Écritures comptables (FEC)</source>
        <translation>Accounting entries (FEC)</translation>
    </message>
    <message>
        <source>E-reporting</source>
        <translation>E-reporting</translation>
    </message>
    <message>
        <source>Registre de la marge</source>
        <translation>Margin ledger</translation>
    </message>
    <message>
        <source>Une seule, signée, pour six ans</source>
        <translation>One only, signed, for six years</translation>
    </message>
    <message>
        <source>Choisissez un mois ou une année clos</source>
        <translation>Choose a closed month or year</translation>
    </message>
    <message>
        <source>Déjà faite&#x202f;: vérifiez-la ou copiez-la</source>
        <translation>Made already: check it or copy it</translation>
    </message>
    <message>
        <source>Tickets, clôtures, événements&#x202f;; l’export est noté</source>
        <translation>Tickets, closings, events; the export is noted</translation>
    </message>
    <message>
        <source>Pour l’expert-comptable</source>
        <translation>For the accountant</translation>
    </message>
    <message>
        <source>Ventes et encaissements par jour, pour la plateforme</source>
        <translation>Sales and takings by day, for the platform</translation>
    </message>
    <message>
        <source>Achat, vente et marge de chaque appareil</source>
        <translation>Purchase, sale and margin of each device</translation>
    </message>
    <message>
        <source>L’administration de ce pays ne demande ni archive ni fichier. Les clôtures restent ici.</source>
        <translation>The tax office of this country asks for no archive and no file. The closings stay here.</translation>
    </message>
    <message>
        <source>Fichiers</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Aucun fichier ne se fait ici</source>
        <translation>No file is made here</translation>
    </message>
    <message>
        <source>Une caisse de formation ne donne pas de fichier&#x202f;; les archives de la vraie caisse contiennent aussi la formation.</source>
        <translation>A training till gives no file; the archives of the real till hold the training too.</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Lecture du journal</source>
        <translation>Reading the journal</translation>
    </message>
    <message>
        <source>Comparaison avec les clôtures</source>
        <translation>Comparing with the closings</translation>
    </message>
    <message>
        <source>Calcul des écritures</source>
        <translation>Working out the entries</translation>
    </message>
    <message>
        <source>Mise en forme</source>
        <translation>Setting the rows</translation>
    </message>
    <message>
        <source>Tickets, totaux, événements</source>
        <translation>Tickets, totals, events</translation>
    </message>
    <message>
        <source>Écriture du fichier</source>
        <translation>Writing the file</translation>
    </message>
    <message>
        <source>Copie sur la clé</source>
        <translation>Copying to the drive</translation>
    </message>
    <message>
        <source>Vérification des signatures</source>
        <translation>Checking the signatures</translation>
    </message>
    <message>
        <source>En cours, la vente continue</source>
        <translation>Under way, selling goes on</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message numerus="yes">
        <source>%n fichier(s) prêt(s)</source>
        <translation>
            <numerusform>%n file ready</numerusform>
            <numerusform>%n files ready</numerusform>
        </translation>
    </message>
    <message>
        <source>Dossier&#x202f;: %1</source>
        <translation>Folder: %1</translation>
    </message>
    <message>
        <source>Empreinte SHA-256&#x202f;: %1</source>
        <translation>SHA-256 fingerprint: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s). L’export est noté dans le journal de la caisse.</source>
        <translation>
            <numerusform>%n row. The export is noted in the till’s journal.</numerusform>
            <numerusform>%n rows. The export is noted in the till’s journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>L’export est noté dans le journal de la caisse.</source>
        <translation>The export is noted in the till’s journal.</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>FailedCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1. L’appareil ira à l’atelier, puis&#x202f;%2 seront refaits.</source>
        <translation>%1. The device goes to the workshop, then %2 are done again.</translation>
    </message>
    <message>
        <source>%1&#xa0;: atelier, puis refaire&#x202f;%2.</source>
        <translation>%1: workshop, then redo %2.</translation>
    </message>
    <message>
        <source>Refaire ce point</source>
        <translation>Do this point again</translation>
    </message>
    <message>
        <source>Refaire</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Envoyer à l’atelier</source>
        <translation>Send to the workshop</translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation>Workshop</translation>
    </message>
</context>
<context>
    <name>FailedPointTile</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · à refaire avec %2</source>
        <translation>%1 · to redo with %2</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>Que faire</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Vendre sans attendre le central</source>
        <translation>Sell without waiting for central</translation>
    </message>
    <message>
        <source>accord d’un responsable</source>
        <translation>a manager’s approval</translation>
    </message>
    <message>
        <source>En attente d’impression</source>
        <translation>Waiting to print</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Retour au travail</source>
        <translation>Back to work</translation>
    </message>
    <message>
        <source>Réessayer maintenant</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>Imprimer un essai</source>
        <translation>Print a test</translation>
    </message>
</context>
<context>
    <name>FaultSteps</name>
    <message>
        <source>Ouvrez le capot</source>
        <translation>Open the cover</translation>
    </message>
    <message>
        <source>Tirez le levier vers vous.</source>
        <translation>Pull the lever towards you.</translation>
    </message>
    <message>
        <source>Posez un rouleau de 80&#xa0;mm</source>
        <translation>Put in an 80 mm roll</translation>
    </message>
    <message>
        <source>Le papier sort par-dessous, vers vous.</source>
        <translation>The paper comes out below, towards you.</translation>
    </message>
    <message>
        <source>Refermez jusqu’au clic</source>
        <translation>Close it until it clicks</translation>
    </message>
    <message>
        <source>Le voyant passe au vert fixe.</source>
        <translation>The light turns steady green.</translation>
    </message>
    <message>
        <source>Allumez l’imprimante</source>
        <translation>Switch the printer on</translation>
    </message>
    <message>
        <source>Le voyant doit être vert fixe.</source>
        <translation>The light must be steady green.</translation>
    </message>
    <message>
        <source>Vérifiez le câble</source>
        <translation>Check the cable</translation>
    </message>
    <message>
        <source>Débranchez-le, puis rebranchez-le des deux côtés.</source>
        <translation>Unplug it, then plug both ends in again.</translation>
    </message>
    <message>
        <source>Faites un essai</source>
        <translation>Print a test</translation>
    </message>
    <message>
        <source>Les papiers en attente suivent tout seuls.</source>
        <translation>Waiting papers follow by themselves.</translation>
    </message>
    <message>
        <source>Débranchez-le, puis rebranchez-le.</source>
        <translation>Unplug it, then plug it in again.</translation>
    </message>
    <message>
        <source>Attendez dix secondes</source>
        <translation>Wait ten seconds</translation>
    </message>
    <message>
        <source>La borne le retrouve toute seule.</source>
        <translation>The kiosk finds it by itself.</translation>
    </message>
    <message>
        <source>Scannez un article</source>
        <translation>Scan an item</translation>
    </message>
    <message>
        <source>Le lecteur bipe quand le code est lu.</source>
        <translation>The scanner beeps when the code is read.</translation>
    </message>
    <message>
        <source>Regardez la box du magasin</source>
        <translation>Look at the shop’s router</translation>
    </message>
    <message>
        <source>Le voyant Internet doit être allumé.</source>
        <translation>Its Internet light must be on.</translation>
    </message>
    <message>
        <source>Vérifiez le câble réseau</source>
        <translation>Check the network cable</translation>
    </message>
    <message>
        <source>Il clique quand il est bien en place.</source>
        <translation>It clicks when it is in place.</translation>
    </message>
    <message>
        <source>Continuez à travailler</source>
        <translation>Keep working</translation>
    </message>
    <message>
        <source>La borne réessaie toute seule.</source>
        <translation>The kiosk tries again by itself.</translation>
    </message>
    <message>
        <source>Continuez à vendre</source>
        <translation>Keep selling</translation>
    </message>
    <message>
        <source>Le journal garde tout, rien n’est perdu.</source>
        <translation>The journal keeps everything, nothing is lost.</translation>
    </message>
    <message>
        <source>Appelez l’assistance</source>
        <translation>Call support</translation>
    </message>
    <message>
        <source>Dites le nom du magasin et de la caisse.</source>
        <translation>Say the names of the shop and the till.</translation>
    </message>
    <message>
        <source>Laissez la borne allumée</source>
        <translation>Leave the kiosk on</translation>
    </message>
    <message>
        <source>L’assistance la vérifie à distance.</source>
        <translation>Support checks it from afar.</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>%1, %2, lu par câble</source>
        <translation>%1, %2, read by cable</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Dans le dossier de la borne. Branchez une clé USB pour l’emporter.</source>
        <translation>Into the kiosk’s folder. Plug in a USB drive to take it away.</translation>
    </message>
    <message>
        <source>Cette borne</source>
        <translation>This kiosk</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Composants</source>
        <translation>Components</translation>
    </message>
    <message>
        <source>Changer de thème</source>
        <translation>Change the theme</translation>
    </message>
    <message>
        <source>thème de formation</source>
        <translation>training theme</translation>
    </message>
    <message>
        <source>thème sombre</source>
        <translation>dark theme</translation>
    </message>
    <message>
        <source>thème clair</source>
        <translation>light theme</translation>
    </message>
</context>
<context>
    <name>GalleryButtons</name>
    <message>
        <source>Boutons</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>Encaisser</source>
        <translation>Take payment</translation>
    </message>
    <message>
        <source>Pressé</source>
        <translation>Pressed</translation>
    </message>
    <message>
        <source>Inactif</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>Focus clavier</source>
        <translation>Keyboard focus</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>Voir tout</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>Vider le panier</source>
        <translation>Empty the basket</translation>
    </message>
    <message>
        <source>Filtres</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Autres actions</source>
        <translation>Other actions</translation>
    </message>
    <message>
        <source>Choix</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Semaine</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Mois</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Sons</source>
        <translation>Sounds</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>Lu</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Ligne retirée du panier</source>
        <translation>Line removed</translation>
    </message>
    <message>
        <source>Verre trempé, 14,90&#x202f;€</source>
        <translation>Screen protector, €14.90</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>GalleryFields</name>
    <message>
        <source>Champs</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Nom du client</source>
        <translation>Customer’s name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>E-mail du ticket</source>
        <translation>Receipt e-mail</translation>
    </message>
    <message>
        <source>Il manque la fin de l’adresse, par exemple «&#x202f;orange.fr&#x202f;».</source>
        <translation>The end of the address is missing, such as “orange.fr”.</translation>
    </message>
    <message>
        <source>Recherche</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Caisse</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Pavé</source>
        <translation>Pad</translation>
    </message>
    <message>
        <source>Virgule</source>
        <translation>Decimal point</translation>
    </message>
    <message>
        <source>Effacer le dernier chiffre</source>
        <translation>Delete the last figure</translation>
    </message>
    <message>
        <source>Bandeaux et avis</source>
        <translation>Banners and notices</translation>
    </message>
    <message>
        <source>Code inconnu</source>
        <translation>Unknown code</translation>
    </message>
    <message>
        <source>Le panier n’a pas changé.</source>
        <translation>The basket has not changed.</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Hors ligne depuis %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message numerus="yes">
        <source>On vend ; %n envoi(s) attendent.</source>
        <translation>
            <numerusform>Selling goes on; %n entry waits.</numerusform>
            <numerusform>Selling goes on; %n entries wait.</numerusform>
        </translation>
    </message>
    <message>
        <source>Terminal de carte muet</source>
        <translation>Card terminal silent</translation>
    </message>
    <message>
        <source>Vérifiez qu’il est allumé.</source>
        <translation>Check that it is switched on.</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>GalleryLists</name>
    <message>
        <source>Lignes et tableau</source>
        <translation>Lines and table</translation>
    </message>
    <message>
        <source>Parfait état</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>Appareil</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Jours</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Prix</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Rien à montrer</source>
        <translation>Nothing to show</translation>
    </message>
    <message>
        <source>Scannez un premier article</source>
        <translation>Scan a first item</translation>
    </message>
    <message>
        <source>ou cherchez-le par son nom, à gauche.</source>
        <translation>or look it up by name, at the left.</translation>
    </message>
    <message>
        <source>Reprendre un panier (%1)</source>
        <translation>Take up a basket (%1)</translation>
    </message>
    <message>
        <source>Carte de chiffre</source>
        <translation>Figure card</translation>
    </message>
    <message>
        <source>Encaissements</source>
        <translation>Takings</translation>
    </message>
    <message>
        <source>+12&#x202f;%, même heure</source>
        <translation>+12%, same time</translation>
    </message>
    <message>
        <source>Panier moyen</source>
        <translation>Average basket</translation>
    </message>
</context>
<context>
    <name>GalleryStates</name>
    <message>
        <source>Pastilles et états</source>
        <translation>Chips and states</translation>
    </message>
    <message>
        <source>En vente</source>
        <translation>For sale</translation>
    </message>
    <message>
        <source>À contrôler</source>
        <translation>To inspect</translation>
    </message>
    <message>
        <source>Bloqué</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>En cours</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Vendu</source>
        <translation>Sold</translation>
    </message>
    <message>
        <source>Réservé</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Premium</translation>
    </message>
    <message>
        <source>Parfait état</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>Très bon état</source>
        <translation>Very good</translation>
    </message>
    <message>
        <source>État correct</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>Points de contrôle</source>
        <translation>Control points</translation>
    </message>
    <message>
        <source>Batterie</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Capteurs</source>
        <translation>Sensors</translation>
    </message>
    <message>
        <source>bloqué</source>
        <translation>stuck</translation>
    </message>
    <message>
        <source>Micros</source>
        <translation>Mics</translation>
    </message>
    <message>
        <source>à vous</source>
        <translation>your turn</translation>
    </message>
    <message>
        <source>Caméras</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>mesure</source>
        <translation>reading</translation>
    </message>
    <message>
        <source>Boutons</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>à tester</source>
        <translation>to test</translation>
    </message>
    <message>
        <source>Réseau</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>sans objet</source>
        <translation>n/a</translation>
    </message>
    <message>
        <source>Tuiles de règlement</source>
        <translation>Tender tiles</translation>
    </message>
    <message>
        <source>Espèces</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>choisi</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>au terminal</source>
        <translation>on terminal</translation>
    </message>
    <message>
        <source>Bon</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Temps et avancement</source>
        <translation>Time and progress</translation>
    </message>
    <message>
        <source>Archive&#xa0;: 64&#x202f;%, encore 20&#xa0;s environ</source>
        <translation>Archive: 64%, about 20 s left</translation>
    </message>
</context>
<context>
    <name>GiftCardSheet</name>
    <message>
        <source>Nouvelle carte cadeau</source>
        <translation>New gift card</translation>
    </message>
    <message>
        <source>Recharger la carte ···· %1</source>
        <translation>Top up the card ···· %1</translation>
    </message>
    <message>
        <source>Pour recharger une carte, scannez-la maintenant.</source>
        <translation>To top up a card, scan it now.</translation>
    </message>
    <message>
        <source>Il reste %1 sur cette carte.</source>
        <translation>%1 is left on this card.</translation>
    </message>
    <message>
        <source>ou un autre montant</source>
        <translation>or another amount</translation>
    </message>
    <message>
        <source>Ajouter %1 au panier</source>
        <translation>Add %1 to the basket</translation>
    </message>
</context>
<context>
    <name>GiveBackLine</name>
    <message>
        <source>repris d’un autre ticket</source>
        <translation>taken back from another ticket</translation>
    </message>
    <message>
        <source>déjà rendu</source>
        <translation>given back already</translation>
    </message>
    <message>
        <source>ne se rend pas</source>
        <translation>cannot be given back</translation>
    </message>
    <message>
        <source>appareil vérifié</source>
        <translation>device checked</translation>
    </message>
    <message>
        <source>scannez son IMEI</source>
        <translation>scan its IMEI</translation>
    </message>
    <message>
        <source>%1 déjà rendus, reste %2</source>
        <translation>%1 given back already, %2 left</translation>
    </message>
    <message>
        <source>Quantité rendue de %1</source>
        <translation>Pieces given back of %1</translation>
    </message>
</context>
<context>
    <name>GradeCard</name>
    <message>
        <source>État calculé</source>
        <translation>Grade worked out</translation>
    </message>
    <message>
        <source>État calculé, à cet instant</source>
        <translation>Grade worked out, right now</translation>
    </message>
    <message>
        <source>Écran</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Coque</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Batterie</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Règle %1</source>
        <translation>Rule %1</translation>
    </message>
    <message>
        <source>Si les points restants sont conformes · règle %1</source>
        <translation>If the remaining points pass · rule %1</translation>
    </message>
    <message>
        <source>Si le reste est conforme · règle %1</source>
        <translation>If the rest passes · rule %1</translation>
    </message>
</context>
<context>
    <name>GradeChangeSheet</name>
    <message>
        <source>Pourquoi %1&#x202f;?</source>
        <translation>Why %1?</translation>
    </message>
    <message>
        <source>Changer l’état</source>
        <translation>Change the grade</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>état calculé ou donné</source>
        <translation>the grade as it is</translation>
    </message>
    <message>
        <source>avec une seconde signature</source>
        <translation>with a second signature</translation>
    </message>
    <message>
        <source>avec un motif</source>
        <translation>with a reason</translation>
    </message>
    <message>
        <source>Moins bien en main</source>
        <translation>Worse in the hand</translation>
    </message>
    <message>
        <source>Photos comparées</source>
        <translation>Photos compared</translation>
    </message>
    <message>
        <source>Erreur de contrôle</source>
        <translation>Inspection mistake</translation>
    </message>
</context>
<context>
    <name>GuaranteeCard</name>
    <message>
        <source>Sous garantie légale jusqu’au %1</source>
        <translation>Under legal guarantee until %1</translation>
    </message>
    <message>
        <source>Appareil rendu&#xa0;: plus de garantie</source>
        <translation>Device given back: no guarantee any more</translation>
    </message>
    <message>
        <source>Garantie légale terminée le %1</source>
        <translation>Legal guarantee ended on %1</translation>
    </message>
    <message>
        <source>défaut présumé d’origine jusqu’au %1</source>
        <translation>defects presumed to be original until %1</translation>
    </message>
    <message>
        <source>au client de prouver le défaut depuis le %1</source>
        <translation>the customer has to prove defects since %1</translation>
    </message>
    <message>
        <source>garantie du magasin jusqu’au %1</source>
        <translation>shop’s guarantee until %1</translation>
    </message>
    <message>
        <source>+ %1 jours après réparation</source>
        <translation>+ %1 days after repair</translation>
    </message>
    <message>
        <source>Passeport</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Passeport de l’appareil au jour de la vente</source>
        <translation>Passport of the device on the day of the sale</translation>
    </message>
    <message>
        <source>Réparation</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Réparation sous garantie</source>
        <translation>Repair under guarantee</translation>
    </message>
</context>
<context>
    <name>HandedOver</name>
    <message>
        <source>Garantie légale de conformité de %1 mois, rappelée sur le ticket</source>
        <translation>%1-month legal guarantee of conformity, stated on the receipt</translation>
    </message>
    <message>
        <source>Garantie légale de conformité de %1 ans, rappelée sur le ticket</source>
        <translation>%1-year legal guarantee of conformity, stated on the receipt</translation>
    </message>
    <message>
        <source>Remis avec %1</source>
        <translation>Handed over with %1</translation>
    </message>
    <message>
        <source>Retour possible jusqu’au %1</source>
        <translation>May come back until %1</translation>
    </message>
</context>
<context>
    <name>HeldUnitRow</name>
    <message numerus="yes">
        <source>···· %1 · %2 · %n jour(s)</source>
        <translation>
            <numerusform>···· %1 · %2 · %n day</numerusform>
            <numerusform>···· %1 · %2 · %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoldList</name>
    <message>
        <source>Rien n’a changé</source>
        <translation>Nothing changed</translation>
    </message>
    <message>
        <source>%1 Depuis le %2 à %3, par %4.</source>
        <translation>%1 Since %2 at %3, by %4.</translation>
    </message>
    <message>
        <source>Réponse reçue</source>
        <translation>Answer received</translation>
    </message>
</context>
<context>
    <name>HoldSheet</name>
    <message>
        <source>Quelle réponse&#x202f;?</source>
        <translation>What answer?</translation>
    </message>
    <message>
        <source>Pourquoi le mettre à part&#x202f;?</source>
        <translation>Why set it apart?</translation>
    </message>
    <message>
        <source>Un danger part en quarantaine, son étiquette s’imprime aussitôt.</source>
        <translation>A hazard goes to quarantine and its label prints at once.</translation>
    </message>
    <message>
        <source>La base a répondu&#x202f;: rien trouvé</source>
        <translation>The database answered: nothing found</translation>
    </message>
    <message>
        <source>Retenu par erreur</source>
        <translation>Held by mistake</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Base de prix %1 refusée : %2</source>
        <translation>Price book %1 refused: %2</translation>
    </message>
    <message>
        <source>Les reprises continuent avec la base %1. Prévenez le siège.</source>
        <translation>Trade-ins go on with price book %1. Tell the back office.</translation>
    </message>
    <message>
        <source>Reprises du jour</source>
        <translation>Today’s trade-ins</translation>
    </message>
    <message>
        <source>Scannez un premier appareil</source>
        <translation>Scan a first device</translation>
    </message>
    <message>
        <source>Offres refusées</source>
        <translation>Refused offers</translation>
    </message>
    <message>
        <source>À contrôler</source>
        <translation>To inspect</translation>
    </message>
    <message>
        <source>Aucun contrôle en attente</source>
        <translation>No inspection waiting</translation>
    </message>
    <message>
        <source>À effacer</source>
        <translation>To erase</translation>
    </message>
    <message>
        <source>Aucun effacement en attente</source>
        <translation>No erasure waiting</translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Rien à l’atelier</source>
        <translation>Nothing in the workshop</translation>
    </message>
</context>
<context>
    <name>HourChart</name>
    <message>
        <source>Encaissements par heure</source>
        <translation>Takings by hour</translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>%1 h : %2</source>
        <translation>%1:00: %2</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1:00</translation>
    </message>
</context>
<context>
    <name>InspectedPage</name>
    <message>
        <source>Appareil en vente</source>
        <translation>Device for sale</translation>
    </message>
    <message>
        <source>Contrôle terminé</source>
        <translation>Inspection finished</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Règle appliquée</source>
        <translation>Rule applied</translation>
    </message>
    <message>
        <source>règle %1</source>
        <translation>rule %1</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Contrôle suivant</source>
        <translation>Next inspection</translation>
    </message>
    <message>
        <source>Passeport</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Changer l’état</source>
        <translation>Change the grade</translation>
    </message>
</context>
<context>
    <name>InspectionHead</name>
    <message>
        <source>%1 lu par câble</source>
        <translation>%1 read by cable</translation>
    </message>
    <message>
        <source>contrôle avant vente</source>
        <translation>inspection before sale</translation>
    </message>
    <message>
        <source>réparé par&#x202f;%1, contrôlé par&#x202f;%2</source>
        <translation>repaired by %1, inspected by %2</translation>
    </message>
    <message>
        <source>contrôlé par&#x202f;%1</source>
        <translation>inspected by %1</translation>
    </message>
    <message>
        <source>sur %1 points</source>
        <translation>of %1 points</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>Point %1, %2</source>
        <translation>Point %1, %2</translation>
    </message>
    <message>
        <source>à vous</source>
        <translation>your turn</translation>
    </message>
    <message>
        <source>sans objet</source>
        <translation>n/a</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 photos</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>à tester</source>
        <translation>to test</translation>
    </message>
    <message>
        <source>mesure en cours</source>
        <translation>measuring</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>défaut</source>
        <translation>defect</translation>
    </message>
    <message>
        <source>conforme</source>
        <translation>passed</translation>
    </message>
    <message>
        <source>à revoir</source>
        <translation>look again</translation>
    </message>
    <message>
        <source>File des contrôles</source>
        <translation>Inspection queue</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Test par le téléphone</source>
        <translation>Test by phone</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Tester %1</source>
        <translation>Test %1</translation>
    </message>
    <message>
        <source>Tester le point suivant</source>
        <translation>Test the next point</translation>
    </message>
    <message>
        <source>Mettre en vente</source>
        <translation>Put on sale</translation>
    </message>
    <message>
        <source>Terminer le contrôle</source>
        <translation>Finish the inspection</translation>
    </message>
</context>
<context>
    <name>InvoiceForm</name>
    <message>
        <source>Raison sociale</source>
        <translation>Company name</translation>
    </message>
    <message>
        <source>À compléter</source>
        <translation>To be completed</translation>
    </message>
    <message>
        <source>SIREN ou SIRET</source>
        <translation>SIREN or SIRET</translation>
    </message>
    <message>
        <source>9 ou 14 chiffres, à relire</source>
        <translation>9 or 14 digits, read it again</translation>
    </message>
    <message>
        <source>N° de TVA</source>
        <translation>VAT number</translation>
    </message>
    <message>
        <source>déduit du SIREN</source>
        <translation>worked out from the SIREN</translation>
    </message>
    <message>
        <source>Pas celui de ce SIREN</source>
        <translation>Not that of this SIREN</translation>
    </message>
    <message>
        <source>Rue et numéro</source>
        <translation>Street and number</translation>
    </message>
    <message>
        <source>Code postal et ville</source>
        <translation>Postcode and town</translation>
    </message>
</context>
<context>
    <name>InvoiceRoads</name>
    <message>
        <source>Adresse e-mail de l’entreprise</source>
        <translation>Company’s e-mail address</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Envoyée. L’adresse est effacée.</source>
        <translation>Sent. The address is erased.</translation>
    </message>
    <message>
        <source>Part dès que possible à %1.</source>
        <translation>Leaves as soon as possible for %1.</translation>
    </message>
    <message>
        <source>Elle n’est pas partie&#x202f;: relisez l’adresse.</source>
        <translation>It did not leave: read the address again.</translation>
    </message>
    <message>
        <source>L’adresse sert à cette facture et elle est effacée dès qu’elle est partie.</source>
        <translation>The address is for this invoice, and it is erased as soon as it has left.</translation>
    </message>
    <message>
        <source>Enregistrer sur la borne</source>
        <translation>Save on the kiosk</translation>
    </message>
    <message>
        <source>Enregistrer sur %1</source>
        <translation>Save on %1</translation>
    </message>
    <message>
        <source>Enregistrée&#x202f;: %1</source>
        <translation>Saved: %1</translation>
    </message>
</context>
<context>
    <name>InvoiceSheet</name>
    <message>
        <source>Facture %1</source>
        <translation>Invoice %1</translation>
    </message>
    <message>
        <source>Facture pour une entreprise</source>
        <translation>Invoice for a company</translation>
    </message>
    <message>
        <source>Avoir %1</source>
        <translation>Credit note %1</translation>
    </message>
    <message>
        <source>Établie pour %1. Le fichier Factur-X est enregistré dans les documents de la caisse.</source>
        <translation>Issued to %1. The Factur-X file is stored among the till’s documents.</translation>
    </message>
    <message>
        <source>Établie pour %1. Le fichier Factur-X se prépare.</source>
        <translation>Issued to %1. The Factur-X file is being made.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Établir la facture</source>
        <translation>Issue the invoice</translation>
    </message>
</context>
<context>
    <name>KeptOfferActions</name>
    <message>
        <source>Offre imprimée, encore une fois</source>
        <translation>Offer printed, once more</translation>
    </message>
    <message>
        <source>Imprimer l’offre</source>
        <translation>Print the offer</translation>
    </message>
    <message>
        <source>Le client revient sur sa décision</source>
        <translation>The customer changes their mind</translation>
    </message>
</context>
<context>
    <name>KeptOffersSheet</name>
    <message>
        <source>Offres refusées</source>
        <translation>Refused offers</translation>
    </message>
    <message>
        <source>Aucune offre refusée ces dernières semaines.</source>
        <translation>No offer refused in the last weeks.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Reprendre l’offre %1</source>
        <translation>Take up offer %1 again</translation>
    </message>
    <message>
        <source>expirée le %1</source>
        <translation>expired on %1</translation>
    </message>
    <message>
        <source>jusqu’au %1</source>
        <translation>until %1</translation>
    </message>
</context>
<context>
    <name>LaptopCard</name>
    <message>
        <source>Scannez son étiquette</source>
        <translation>Scan its label</translation>
    </message>
    <message numerus="yes">
        <source>%n rapport(s) d’ordinateur</source>
        <translation>
            <numerusform>%n laptop report</numerusform>
            <numerusform>%n laptop reports</numerusform>
        </translation>
    </message>
    <message>
        <source>Rapport d’ordinateur</source>
        <translation>Laptop report</translation>
    </message>
    <message>
        <source>Ordinateur ···· %1</source>
        <translation>Laptop ···· %1</translation>
    </message>
</context>
<context>
    <name>LaptopSheet</name>
    <message>
        <source>Quel ordinateur&#x202f;?</source>
        <translation>Which laptop?</translation>
    </message>
    <message>
        <source>Rapports écrits par l’outil de la clé USB, le plus récent en premier.</source>
        <translation>Reports written by the tool of the USB stick, the newest first.</translation>
    </message>
    <message>
        <source>%1 · sans numéro</source>
        <translation>%1 · no number</translation>
    </message>
    <message>
        <source>%1 · n° ···· %2</source>
        <translation>%1 · no. ···· %2</translation>
    </message>
</context>
<context>
    <name>LetGoSheet</name>
    <message>
        <source>Pourquoi&#x202f;?</source>
        <translation>Why?</translation>
    </message>
</context>
<context>
    <name>LifeLine</name>
    <message>
        <source>%1, le %2 à %3</source>
        <translation>%1, on %2 at %3</translation>
    </message>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Borne</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>MakeButtons</name>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Copier l’archive</source>
        <translation>Copy the archive</translation>
    </message>
    <message>
        <source>Créer le fichier</source>
        <translation>Make the file</translation>
    </message>
    <message>
        <source>Vérifier l’archive</source>
        <translation>Check the archive</translation>
    </message>
</context>
<context>
    <name>MarkSheet</name>
    <message>
        <source>Marque&#x202f;%1 ·&#x202f;%2</source>
        <translation>Mark %1 · %2</translation>
    </message>
    <message>
        <source>Regardez à 20 cm puis à 50 cm, œil nu, appareil propre.</source>
        <translation>Look at 20 cm, then at 50 cm, with the bare eye, on a clean device.</translation>
    </message>
    <message>
        <source>Retirer cette marque</source>
        <translation>Remove this mark</translation>
    </message>
</context>
<context>
    <name>MarksCard</name>
    <message>
        <source>Marques relevées</source>
        <translation>Marks noted</translation>
    </message>
    <message>
        <source>Aucune pour l’instant&#xa0;: touchez le dessin.</source>
        <translation>None so far: tap the drawing.</translation>
    </message>
    <message>
        <source>%1 ·&#x202f;%2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>photo prise</source>
        <translation>photo taken</translation>
    </message>
    <message>
        <source>sans photo</source>
        <translation>no photo</translation>
    </message>
    <message>
        <source>à juger</source>
        <translation>to judge</translation>
    </message>
</context>
<context>
    <name>MeasurePad</name>
    <message>
        <source>Valeur %1</source>
        <translation>Value %1</translation>
    </message>
    <message>
        <source>De %1 à %2</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>Mesuré&#xa0;: %1. Tapez ce que Réglages affiche&#xa0;: la plus basse des deux valeurs compte.</source>
        <translation>Measured: %1. Type what Settings shows: the lower of the two counts.</translation>
    </message>
</context>
<context>
    <name>MethodLegend</name>
    <message>
        <source>lu</source>
        <translation>read</translation>
    </message>
    <message>
        <source>mesuré</source>
        <translation>measured</translation>
    </message>
    <message>
        <source>à la main</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>base externe</source>
        <translation>external list</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>photo</translation>
    </message>
    <message>
        <source>bloquant</source>
        <translation>blocking</translation>
    </message>
</context>
<context>
    <name>MethodWords</name>
    <message>
        <source>rien</source>
        <translation>none</translation>
    </message>
    <message>
        <source>éteint</source>
        <translation>off</translation>
    </message>
    <message>
        <source>allumé</source>
        <translation>lit</translation>
    </message>
    <message>
        <source>ongle</source>
        <translation>nail</translation>
    </message>
    <message>
        <source>fêlé</source>
        <translation>crack</translation>
    </message>
    <message>
        <source>20 cm</source>
        <translation>20 cm</translation>
    </message>
    <message>
        <source>50 cm</source>
        <translation>50 cm</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>seen</translation>
    </message>
    <message>
        <source>oxydé</source>
        <translation>rust</translation>
    </message>
    <message>
        <source>lu par câble</source>
        <translation>read by cable</translation>
    </message>
    <message>
        <source>mesuré par la borne</source>
        <translation>measured by the kiosk</translation>
    </message>
    <message>
        <source>mesuré par le téléphone</source>
        <translation>measured by the phone</translation>
    </message>
    <message>
        <source>dit par une base ou un appareil de mesure</source>
        <translation>said by a database or a tester</translation>
    </message>
    <message>
        <source>déclaré par le client</source>
        <translation>declared by the customer</translation>
    </message>
    <message>
        <source>jugé sur photo</source>
        <translation>judged on a photo</translation>
    </message>
    <message>
        <source>non testé, compté au plus bas</source>
        <translation>not tested, taken at its worst</translation>
    </message>
    <message>
        <source>constaté au comptoir</source>
        <translation>seen at the counter</translation>
    </message>
</context>
<context>
    <name>ModelDoubt</name>
    <message>
        <source>Ce numéro est déjà passé chez nous sur un autre modèle&#x202f;: copie possible</source>
        <translation>This number was here before on another model: possibly a copy</translation>
    </message>
    <message>
        <source>Ce numéro ne dit pas partout le même modèle</source>
        <translation>Not everything says the same model of this number</translation>
    </message>
    <message>
        <source>Comparez avec l’appareil et sa coque avant de choisir.</source>
        <translation>Compare with the device and its case before you choose.</translation>
    </message>
</context>
<context>
    <name>ModelSheet</name>
    <message>
        <source>Quel modèle exactement ?</source>
        <translation>Which model exactly?</translation>
    </message>
    <message>
        <source>Numéro ···· %1&#x202f;: lisez stockage et couleur sur l’appareil.</source>
        <translation>Number ···· %1: read storage and colour on the device.</translation>
    </message>
    <message>
        <source>%1&#x202f;: pas au catalogue de la chaîne</source>
        <translation>%1: not in the chain’s catalogue</translation>
    </message>
    <message>
        <source>C’est le nom que l’appareil se donne. S’il porte un autre nom chez nous, choisissez-le&#x202f;; sinon, ne le reprenez pas.</source>
        <translation>This is the name that the device gives itself. If we call it otherwise, choose that; if not, do not take it.</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>Où livrer&#x202f;? L’adresse est imprimée sur le ticket.</source>
        <translation>Deliver where? The address is printed on the ticket.</translation>
    </message>
    <message>
        <source>Qu’est-ce qui est réparé&#x202f;? À partir de 25&#x202f;€, cette note est remise au client.</source>
        <translation>What is repaired? From €25, this note is handed to the customer.</translation>
    </message>
    <message>
        <source>Adresse de livraison</source>
        <translation>Delivery address</translation>
    </message>
    <message>
        <source>Appareil et réparation</source>
        <translation>Device and repair</translation>
    </message>
    <message>
        <source>Rue, code postal, ville</source>
        <translation>Street, postcode, town</translation>
    </message>
    <message>
        <source>iPhone 12 bleu, écran fissuré</source>
        <translation>Blue iPhone 12, cracked screen</translation>
    </message>
    <message>
        <source>Continuer vers le paiement</source>
        <translation>Go on to the payment</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Virgule</source>
        <translation>Decimal point</translation>
    </message>
    <message>
        <source>Double zéro</source>
        <translation>Double zero</translation>
    </message>
    <message>
        <source>Effacer le dernier chiffre</source>
        <translation>Delete the last figure</translation>
    </message>
</context>
<context>
    <name>OfferFound</name>
    <message>
        <source>Devis %1</source>
        <translation>Quote %1</translation>
    </message>
    <message>
        <source>expiré depuis le %1</source>
        <translation>expired since %1</translation>
    </message>
    <message>
        <source>valable jusqu’au %1</source>
        <translation>valid until %1</translation>
    </message>
</context>
<context>
    <name>OfferLineRow</name>
    <message>
        <source>%1 : en cours</source>
        <translation>%1: under way</translation>
    </message>
    <message>
        <source>%1 : à venir</source>
        <translation>%1: to come</translation>
    </message>
    <message>
        <source>0 à %1</source>
        <translation>0 to %1</translation>
    </message>
</context>
<context>
    <name>OfferPage</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Proposer %1</source>
        <translation>Offer %1</translation>
    </message>
    <message>
        <source>Refuser</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>Refuser et rendre l’appareil</source>
        <translation>Decline and give the device back</translation>
    </message>
    <message>
        <source>Autre prix</source>
        <translation>Another price</translation>
    </message>
</context>
<context>
    <name>OfferPanel</name>
    <message>
        <source>Offre de reprise</source>
        <translation>Trade-in offer</translation>
    </message>
    <message>
        <source>Offre de reprise, en ce moment</source>
        <translation>Trade-in offer, right now</translation>
    </message>
    <message>
        <source>Offre %1</source>
        <translation>Offer %1</translation>
    </message>
    <message>
        <source>Danger, ne pas reprendre</source>
        <translation>Danger, do not buy</translation>
    </message>
    <message>
        <source>Reprise impossible</source>
        <translation>Cannot be bought</translation>
    </message>
    <message>
        <source>Offre suspendue</source>
        <translation>Offer on hold</translation>
    </message>
    <message>
        <source>Valeur du modèle, parfait état</source>
        <translation>Model’s value, excellent</translation>
    </message>
    <message>
        <source>Valeur, parfait état</source>
        <translation>Value, excellent</translation>
    </message>
    <message>
        <source>L’offre se resserre à chaque étape</source>
        <translation>The offer narrows at each step</translation>
    </message>
    <message>
        <source>Le test qui compte ensuite</source>
        <translation>The test that matters next</translation>
    </message>
    <message>
        <source>%1 : %2 en jeu</source>
        <translation>%1: %2 at stake</translation>
    </message>
</context>
<context>
    <name>OfferProofRow</name>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Photo&#xa0;:&#x202f;%1</source>
        <translation>Photo: %1</translation>
    </message>
</context>
<context>
    <name>OfferSheet</name>
    <message>
        <source>Notre offre pour votre %1</source>
        <translation>Our offer for your %1</translation>
    </message>
    <message>
        <source>%1 · valable jusqu’au %2</source>
        <translation>%1 · valid until %2</translation>
    </message>
    <message>
        <source>Danger, ne pas reprendre</source>
        <translation>Danger, do not buy</translation>
    </message>
    <message>
        <source>Reprise impossible</source>
        <translation>Cannot be bought</translation>
    </message>
    <message>
        <source>Offre suspendue</source>
        <translation>Offer on hold</translation>
    </message>
    <message>
        <source>Valeur du modèle, parfait état</source>
        <translation>Model’s value, excellent</translation>
    </message>
    <message>
        <source>base de prix %1</source>
        <translation>price book %1</translation>
    </message>
    <message>
        <source>photo conservée</source>
        <translation>photo kept</translation>
    </message>
    <message>
        <source>photo conservée, jugé à 20 et 50 cm</source>
        <translation>photo kept, judged at 20 and 50 cm</translation>
    </message>
    <message>
        <source>%1, seuil&#x202f;%2</source>
        <translation>%1, limit %2</translation>
    </message>
    <message>
        <source>Offre</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>En bon d’achat</source>
        <translation>As a voucher</translation>
    </message>
    <message>
        <source>%1 de plus</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>utilisable aujourd’hui</source>
        <translation>usable today</translation>
    </message>
    <message>
        <source>Par virement</source>
        <translation>By bank transfer</translation>
    </message>
    <message>
        <source>IBAN ···· %1</source>
        <translation>IBAN ···· %1</translation>
    </message>
    <message>
        <source>sur son compte</source>
        <translation>to their account</translation>
    </message>
    <message>
        <source>En espèces</source>
        <translation>In cash</translation>
    </message>
    <message>
        <source>avec la caisse ouverte</source>
        <translation>with the drawer open</translation>
    </message>
</context>
<context>
    <name>PaperState</name>
    <message>
        <source>Le ticket est imprimé</source>
        <translation>The receipt is printed</translation>
    </message>
    <message>
        <source>Le ticket est-il sorti ?</source>
        <translation>Did the receipt come out?</translation>
    </message>
    <message>
        <source>Le ticket n’est pas sorti</source>
        <translation>The receipt did not come out</translation>
    </message>
    <message>
        <source>Le ticket attend l’imprimante</source>
        <translation>The receipt waits for the printer</translation>
    </message>
    <message>
        <source>Pas de ticket imprimé</source>
        <translation>No printed receipt</translation>
    </message>
    <message>
        <source>Remettez-le au client avec sa monnaie.</source>
        <translation>Give it to the customer with their change.</translation>
    </message>
    <message>
        <source>L’imprimante n’a pas répondu à temps. Regardez-la avant d’en refaire un.</source>
        <translation>The printer did not answer in time. Look at it before printing another.</translation>
    </message>
    <message>
        <source>La vente est enregistrée. Un duplicata peut être imprimé.</source>
        <translation>The sale is saved. A duplicate can be printed.</translation>
    </message>
    <message>
        <source>La vente est enregistrée. Il sortira tout seul dès que l’imprimante répondra.</source>
        <translation>The sale is saved. It comes out by itself once the printer answers.</translation>
    </message>
    <message>
        <source>Rien ne l’impose pour ces articles. Il s’imprime si le client le demande.</source>
        <translation>Nothing requires it for these items. It prints if the customer asks.</translation>
    </message>
    <message>
        <source>Oui, il est sorti</source>
        <translation>Yes, it did</translation>
    </message>
    <message>
        <source>Non, rien</source>
        <translation>No, nothing</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Ticket</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Copie de ticket</source>
        <translation>Receipt copy</translation>
    </message>
    <message>
        <source>Bordereau de caisse</source>
        <translation>Drawer slip</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Essai d’impression</source>
        <translation>Test print</translation>
    </message>
</context>
<context>
    <name>ParcelPanel</name>
    <message>
        <source>à envoyer</source>
        <translation>to send</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>on its way</translation>
    </message>
    <message>
        <source>manquant</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>refusé</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>reçu</source>
        <translation>received</translation>
    </message>
    <message>
        <source>repris</source>
        <translation>taken back</translation>
    </message>
    <message>
        <source>Scannez un appareil qui arrive</source>
        <translation>Scan a device that arrives</translation>
    </message>
    <message>
        <source>Il entre dans le stock et dans le livre de police de ce magasin, avec son nouveau numéro. Pour envoyer&#x202f;: préparez un colis, puis scannez.</source>
        <translation>It enters this shop’s stock and police register under its new number. To send: pack a parcel, then scan.</translation>
    </message>
    <message>
        <source>Nouveau colis</source>
        <translation>New parcel</translation>
    </message>
    <message>
        <source>Colis %1</source>
        <translation>Parcel %1</translation>
    </message>
    <message>
        <source>Choisissez le magasin, puis scannez chaque appareil.</source>
        <translation>Choose the shop, then scan each device.</translation>
    </message>
    <message>
        <source>De %1, envoyé le %2&#x202f;: scannez ce qui arrive.</source>
        <translation>From %1, sent on %2: scan what arrives.</translation>
    </message>
    <message>
        <source>À %1, envoyé le %2</source>
        <translation>To %1, sent on %2</translation>
    </message>
    <message>
        <source>Appareils du colis</source>
        <translation>Devices of the parcel</translation>
    </message>
    <message>
        <source>livre de police %1</source>
        <translation>police register %1</translation>
    </message>
    <message>
        <source>Manquant</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>%1 manque dans le colis</source>
        <translation>%1 is missing from the parcel</translation>
    </message>
    <message>
        <source>Refuser</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Refuser %1</source>
        <translation>Refuse %1</translation>
    </message>
    <message>
        <source>Retirer %1 du colis</source>
        <translation>Take %1 out of the parcel</translation>
    </message>
</context>
<context>
    <name>ParkedTile</name>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PartUsedRow</name>
    <message>
        <source>Coût, %1</source>
        <translation>Cost, %1</translation>
    </message>
    <message>
        <source>D’origine</source>
        <translation>Genuine</translation>
    </message>
    <message>
        <source>D’origine, %1</source>
        <translation>Genuine, %1</translation>
    </message>
    <message>
        <source>Facture du fournisseur, %1</source>
        <translation>Supplier invoice, %1</translation>
    </message>
    <message>
        <source>Facture</source>
        <translation>Invoice</translation>
    </message>
</context>
<context>
    <name>PartWords</name>
    <message>
        <source>Batterie neuve</source>
        <translation>New battery</translation>
    </message>
    <message>
        <source>Écran neuf</source>
        <translation>New display</translation>
    </message>
    <message>
        <source>Écouteur</source>
        <translation>Earpiece</translation>
    </message>
    <message>
        <source>Haut-parleur</source>
        <translation>Loudspeaker</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Caméra arrière</source>
        <translation>Rear camera</translation>
    </message>
    <message>
        <source>Caméra avant</source>
        <translation>Front camera</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>Capteurs</source>
        <translation>Sensors</translation>
    </message>
    <message>
        <source>Boutons</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>Vibreur</source>
        <translation>Vibration</translation>
    </message>
    <message>
        <source>Désimlockage</source>
        <translation>SIM unlocking</translation>
    </message>
    <message>
        <source>Tiroir SIM</source>
        <translation>SIM tray</translation>
    </message>
    <message>
        <source>Antennes</source>
        <translation>Antennas</translation>
    </message>
    <message>
        <source>Charge sans fil</source>
        <translation>Wireless charging</translation>
    </message>
    <message>
        <source>Prise de charge</source>
        <translation>Charging port</translation>
    </message>
    <message>
        <source>Biométrie</source>
        <translation>Biometrics</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Pavé tactile</source>
        <translation>Touchpad</translation>
    </message>
    <message>
        <source>Moteur</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Clavier</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Clavier AZERTY</source>
        <translation>AZERTY keyboard</translation>
    </message>
    <message>
        <source>Charnière</source>
        <translation>Hinge</translation>
    </message>
    <message>
        <source>Ventilateur</source>
        <translation>Fan</translation>
    </message>
    <message>
        <source>Lecteur de disques</source>
        <translation>Disc drive</translation>
    </message>
    <message>
        <source>Manette</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Consommables</source>
        <translation>Consumables</translation>
    </message>
    <message>
        <source>Pièce</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>photo conservée</source>
        <translation>photo kept</translation>
    </message>
    <message>
        <source>mesure conservée</source>
        <translation>measurement kept</translation>
    </message>
    <message>
        <source>accord d’un responsable</source>
        <translation>a manager’s approval</translation>
    </message>
    <message>
        <source>vente&#xa0;+%1</source>
        <translation>sale +%1</translation>
    </message>
    <message>
        <source>vente&#xa0;%1</source>
        <translation>sale %1</translation>
    </message>
    <message>
        <source>%1&#xa0;:&#x202f;%2,&#x202f;%3 min</source>
        <translation>%1: %2, %3 min</translation>
    </message>
</context>
<context>
    <name>PartsList</name>
    <message>
        <source>État de la borne</source>
        <translation>State of the kiosk</translation>
    </message>
</context>
<context>
    <name>PassportCode</name>
    <message>
        <source>QR code du passeport %1</source>
        <translation>QR code of passport %1</translation>
    </message>
    <message>
        <source>Cette caisse ne connaît pas d’adresse où un téléphone vérifierait le passeport&#x202f;: le document s’enregistre sans code.</source>
        <translation>This till knows no address where a phone would verify the passport: the document is saved without a code.</translation>
    </message>
</context>
<context>
    <name>PassportSheet</name>
    <message>
        <source>Passeport de l’appareil</source>
        <translation>Device passport</translation>
    </message>
    <message>
        <source>Passeport au jour de la vente</source>
        <translation>Passport on the day of the sale</translation>
    </message>
    <message>
        <source>Pas de passeport pour cet appareil</source>
        <translation>No passport for this device</translation>
    </message>
    <message>
        <source>%1 · contrôlé le %2</source>
        <translation>%1 · inspected on %2</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) conforme(s)</source>
        <translation>
            <numerusform>%n point works</numerusform>
            <numerusform>%n points work</numerusform>
        </translation>
    </message>
    <message>
        <source>Enregistré&#x202f;: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>L’étiquette du passeport est partie vers l’imprimante.</source>
        <translation>The passport label has gone to the printer.</translation>
    </message>
    <message>
        <source>Le passeport est parti vers l’imprimante de tickets.</source>
        <translation>The passport has gone to the receipt printer.</translation>
    </message>
    <message>
        <source>Enregistrer le document</source>
        <translation>Save the document</translation>
    </message>
    <message>
        <source>Enregistrer sur %1</source>
        <translation>Save on %1</translation>
    </message>
    <message>
        <source>Ticket à remettre</source>
        <translation>Slip to hand over</translation>
    </message>
    <message>
        <source>Certificat d’effacement</source>
        <translation>Erasure certificate</translation>
    </message>
    <message>
        <source>Imprimer l’étiquette</source>
        <translation>Print the label</translation>
    </message>
</context>
<context>
    <name>PastLine</name>
    <message>
        <source>Copie possible&#x202f;: chez nous, ce numéro était un %1</source>
        <translation>Possibly a copy: with us, this number was a %1</translation>
    </message>
    <message>
        <source>Déjà vu&#x202f;: vendu ici le %1</source>
        <translation>Seen before: sold here on %1</translation>
    </message>
    <message>
        <source>Déjà vu&#x202f;: vendu à %2 le %1</source>
        <translation>Seen before: sold in %2 on %1</translation>
    </message>
    <message>
        <source>Déjà vu&#x202f;: repris ici le %1</source>
        <translation>Seen before: taken in here on %1</translation>
    </message>
    <message>
        <source>Déjà vu&#x202f;: repris à %2 le %1</source>
        <translation>Seen before: taken in at %2 on %1</translation>
    </message>
</context>
<context>
    <name>PastSheet</name>
    <message>
        <source>Magasin</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>État alors</source>
        <translation>Grade then</translation>
    </message>
    <message>
        <source>Batterie alors</source>
        <translation>Battery then</translation>
    </message>
    <message>
        <source>Batterie aujourd’hui</source>
        <translation>Battery today</translation>
    </message>
    <message>
        <source>Acheté</source>
        <translation>Bought</translation>
    </message>
    <message>
        <source>Prix de vente</source>
        <translation>Sale price</translation>
    </message>
    <message>
        <source>Garantie légale jusqu’au</source>
        <translation>Legal guarantee until</translation>
    </message>
    <message>
        <source>Le même numéro sur deux modèles&#x202f;: l’un des deux appareils porte un numéro copié. Ne le reprenez pas sans votre responsable.</source>
        <translation>The same number on two models: one of the two devices bears a copied number. Do not take it without your manager.</translation>
    </message>
    <message numerus="yes">
        <source>Passé %n fois chez nous&#x202f;; voici la dernière.</source>
        <translation>
            <numerusform>Here %n time; this was the last.</numerusform>
            <numerusform>Here %n times; this was the last.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PauseSheet</name>
    <message>
        <source>Pourquoi cette pause ?</source>
        <translation>Why this pause?</translation>
    </message>
    <message>
        <source>Quelques mots</source>
        <translation>A few words</translation>
    </message>
    <message>
        <source>Raison de la pause</source>
        <translation>Reason for the pause</translation>
    </message>
    <message>
        <source>Arrêter le temps</source>
        <translation>Stop the clock</translation>
    </message>
</context>
<context>
    <name>PausedSheet</name>
    <message>
        <source>Diagnostic en pause</source>
        <translation>Diagnostic paused</translation>
    </message>
    <message>
        <source>%1 de pause</source>
        <translation>%1 of pause</translation>
    </message>
    <message>
        <source>Le temps est arrêté</source>
        <translation>The clock stands</translation>
    </message>
    <message>
        <source>Reprendre le diagnostic</source>
        <translation>Resume the diagnostic</translation>
    </message>
</context>
<context>
    <name>PayBackPage</name>
    <message>
        <source>Échange sans différence</source>
        <translation>Even exchange</translation>
    </message>
    <message>
        <source>À rendre au client</source>
        <translation>To pay back to the customer</translation>
    </message>
    <message>
        <source>Articles rendus du ticket %1</source>
        <translation>Goods given back of ticket %1</translation>
    </message>
    <message>
        <source>Comme payé</source>
        <translation>As it was paid</translation>
    </message>
    <message>
        <source>sans accord</source>
        <translation>no approval needed</translation>
    </message>
    <message>
        <source>Tout en espèces</source>
        <translation>All in cash</translation>
    </message>
    <message>
        <source>accord au besoin</source>
        <translation>approval if needed</translation>
    </message>
    <message>
        <source>Tout en avoir</source>
        <translation>All as a credit</translation>
    </message>
    <message>
        <source>un bon imprimé, à son montant</source>
        <translation>a printed voucher of that amount</translation>
    </message>
    <message>
        <source>Avoir remis au client</source>
        <translation>Credit given to the customer</translation>
    </message>
    <message>
        <source>Recrédité sur la carte</source>
        <translation>Credited to the card</translation>
    </message>
    <message>
        <source>Espèces du tiroir</source>
        <translation>Cash from the drawer</translation>
    </message>
    <message>
        <source>Retour au panier</source>
        <translation>Back to the basket</translation>
    </message>
    <message>
        <source>Valider l’échange</source>
        <translation>Complete the exchange</translation>
    </message>
    <message>
        <source>Rendre %1</source>
        <translation>Pay back %1</translation>
    </message>
</context>
<context>
    <name>PaymentSummary</name>
    <message>
        <source>Panier</source>
        <translation>Basket</translation>
    </message>
    <message>
        <source>Panier de %1</source>
        <translation>%1’s basket</translation>
    </message>
    <message>
        <source>Remise : %1</source>
        <translation>Discount: %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Retour au panier</source>
        <translation>Back to the basket</translation>
    </message>
</context>
<context>
    <name>PeriodCard</name>
    <message>
        <source>Mois</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Année</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Du… au…</source>
        <translation>From… to…</translation>
    </message>
    <message>
        <source>Le mois d’avant</source>
        <translation>The month before</translation>
    </message>
    <message>
        <source>L’année d’avant</source>
        <translation>The year before</translation>
    </message>
    <message>
        <source>Le mois d’après</source>
        <translation>The month after</translation>
    </message>
    <message>
        <source>L’année d’après</source>
        <translation>The year after</translation>
    </message>
    <message>
        <source>Premier jour</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Par exemple %1</source>
        <translation>For example %1</translation>
    </message>
    <message>
        <source>Dernier jour</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Le même jour ou après</source>
        <translation>The same day or later</translation>
    </message>
</context>
<context>
    <name>PersonTile</name>
    <message>
        <source>tiroir à compter</source>
        <translation>drawer to count</translation>
    </message>
    <message>
        <source>à compter</source>
        <translation>to count</translation>
    </message>
</context>
<context>
    <name>PhotoSheet</name>
    <message>
        <source>Photo %1</source>
        <translation>Photo %1</translation>
    </message>
    <message>
        <source>Photo précédente</source>
        <translation>Previous photo</translation>
    </message>
    <message>
        <source>Photo suivante</source>
        <translation>Next photo</translation>
    </message>
    <message>
        <source>Reprendre la photo</source>
        <translation>Take it again</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Photo du défaut</source>
        <translation>Photo of the defect</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Photo %1</translation>
    </message>
    <message>
        <source>Photo du défaut, %1</source>
        <translation>Photo of the defect, %1</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>Composez *#06# sur l’appareil&#x202f;: le numéro doit se lire sur la photo.</source>
        <translation>Dial *#06# on the device: the number must be readable in the photo.</translation>
    </message>
    <message>
        <source>Écran allumé sur fond clair, sans reflet.</source>
        <translation>Screen on, a light background, no reflection.</translation>
    </message>
    <message>
        <source>Écran éteint et propre, lumière de côté&#x202f;: les rayures se voient.</source>
        <translation>Screen off and clean, light from the side: scratches show.</translation>
    </message>
    <message>
        <source>La tranche entière, nette, appareil posé à plat.</source>
        <translation>The whole edge, sharp, the device lying flat.</translation>
    </message>
    <message>
        <source>La tranche du haut, à hauteur d’œil&#x202f;: un châssis plié se voit.</source>
        <translation>The top edge, at eye level: a bent frame shows.</translation>
    </message>
    <message>
        <source>Le numéro doit se lire sur la photo.</source>
        <translation>The number must be readable in the photo.</translation>
    </message>
    <message>
        <source>Le défaut au milieu de l’image, de près.</source>
        <translation>The defect in the middle of the picture, close up.</translation>
    </message>
    <message>
        <source>La face entière, nette, sans reflet.</source>
        <translation>The whole face, sharp, no reflection.</translation>
    </message>
</context>
<context>
    <name>PieceGrid</name>
    <message>
        <source>Billets</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Pièces</source>
        <translation>Coins</translation>
    </message>
</context>
<context>
    <name>PieceTile</name>
    <message>
        <source>%1 × %2, %3</source>
        <translation>%1 × %2, %3</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>%1 chiffres saisis sur %2</source>
        <translation>%1 of %2 figures typed</translation>
    </message>
    <message>
        <source>Tout effacer</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Effacer le dernier chiffre</source>
        <translation>Delete the last figure</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Votre nom</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Touchez-le à gauche</source>
        <translation>Touch it at the left</translation>
    </message>
    <message>
        <source>Vérification…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Trop d’essais, réessayez dans %1</source>
        <translation>Too many attempts, try again in %1</translation>
    </message>
    <message numerus="yes">
        <source>Code faux, encore %n essai(s)</source>
        <translation>
            <numerusform>Wrong code, %n attempt left</numerusform>
            <numerusform>Wrong code, %n attempts left</numerusform>
        </translation>
    </message>
    <message>
        <source>Votre code à %1 chiffres</source>
        <translation>Your %1-figure code</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>PointReading</name>
    <message>
        <source>Lecture en cours…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Lu par câble</source>
        <translation>Read by cable</translation>
    </message>
    <message>
        <source>Lu par câble, débranché depuis</source>
        <translation>Read by cable, unplugged since</translation>
    </message>
    <message>
        <source>Le câble n’en dit rien : à tester à la main</source>
        <translation>The cable says nothing of it: test it by hand</translation>
    </message>
    <message>
        <source>Branchez l’appareil : ce point se lit par câble</source>
        <translation>Plug the device in: this point is read by cable</translation>
    </message>
    <message>
        <source>Aussi branché, et pas cet appareil : %1</source>
        <translation>Also plugged in, and not this device: %1</translation>
    </message>
    <message>
        <source>Relire</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Relire par câble</source>
        <translation>Read again by cable</translation>
    </message>
</context>
<context>
    <name>PointSheet</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Il manque la photo&#xa0;: %1</source>
        <translation>Photo missing: %1</translation>
    </message>
    <message>
        <source>Non testable</source>
        <translation>Cannot test</translation>
    </message>
    <message>
        <source>Défaut</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>Enregistrer la mesure</source>
        <translation>Save the reading</translation>
    </message>
    <message>
        <source>Conforme</source>
        <translation>Pass</translation>
    </message>
</context>
<context>
    <name>PoliceDoor</name>
    <message>
        <source>Pourquoi ouvrez-vous le livre&#x202f;?</source>
        <translation>Why are you opening the register?</translation>
    </message>
    <message>
        <source>Chaque ouverture est notée avec votre nom, l’heure et le motif. La loi le demande&#x202f;; la liste est gardée un an.</source>
        <translation>Each opening is noted with your name, the time and the purpose. The law asks for it; the list is kept for a year.</translation>
    </message>
    <message>
        <source>Le motif, en quelques mots</source>
        <translation>The purpose, in a few words</translation>
    </message>
    <message>
        <source>Précision (n° de réquisition, nom du service)</source>
        <translation>Details (request number, name of the service)</translation>
    </message>
    <message>
        <source>Ouverture</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Ouvrir le livre</source>
        <translation>Open the register</translation>
    </message>
    <message>
        <source>Dernières consultations</source>
        <translation>Latest consultations</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Aucune consultation depuis un an</source>
        <translation>No consultation for a year</translation>
    </message>
</context>
<context>
    <name>PoliceFileSheet</name>
    <message>
        <source>Fichier prêt</source>
        <translation>File ready</translation>
    </message>
    <message>
        <source>Dossier&#x202f;: %1</source>
        <translation>Folder: %1</translation>
    </message>
    <message>
        <source>L’export est noté avec votre nom et le motif. Le fichier contient des identités&#x202f;: remettez-le en main propre.</source>
        <translation>The export is noted with your name and the purpose. The file holds identities: hand it over in person.</translation>
    </message>
    <message>
        <source>Terminé</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PoliceLineSheet</name>
    <message>
        <source>Rectifier&#x202f;: %1</source>
        <translation>Correct: %1</translation>
    </message>
    <message>
        <source>N° %1</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>Colonnes de la ligne</source>
        <translation>Columns of the line</translation>
    </message>
    <message>
        <source>La ligne d’origine reste telle qu’elle a été écrite. Une nouvelle ligne dira ce qui est juste, pourquoi, et ce qu’elle rectifie.</source>
        <translation>The original line stays as it was written. A new line will say what is right, why, and what it corrects.</translation>
    </message>
    <message>
        <source>Motif de la rectification</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>Écrire la rectification</source>
        <translation>Write the correction</translation>
    </message>
</context>
<context>
    <name>PolicePage</name>
    <message>
        <source>Livre de police</source>
        <translation>Police register</translation>
    </message>
    <message>
        <source>Déclaration&#x202f;: %1</source>
        <translation>Declaration: %1</translation>
    </message>
    <message>
        <source>Déclaration en préfecture à renseigner</source>
        <translation>Declaration at the prefecture to be filled in</translation>
    </message>
</context>
<context>
    <name>PoliceTable</name>
    <message>
        <source>N°, IMEI, nom, date</source>
        <translation>No., IMEI, name, date</translation>
    </message>
    <message>
        <source>N° d’ordre, IMEI, nom ou date (22/11/2026)</source>
        <translation>Order no., IMEI, name or date (22/11/2026)</translation>
    </message>
    <message>
        <source>Chercher dans le livre de police</source>
        <translation>Search the police register</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Exporter en PDF</source>
        <translation>Export as PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Exporter en CSV</source>
        <translation>Export as CSV</translation>
    </message>
    <message>
        <source>Fermer le livre</source>
        <translation>Close the register</translation>
    </message>
    <message>
        <source>N° d’ordre, date</source>
        <translation>Order no., date</translation>
    </message>
    <message>
        <source>Vendeur</source>
        <translation>Seller</translation>
    </message>
    <message>
        <source>Objet</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>Prix</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Lignes du livre de police</source>
        <translation>Lines of the police register</translation>
    </message>
    <message>
        <source>Identité effacée</source>
        <translation>Identity erased</translation>
    </message>
    <message>
        <source>rectifie %1</source>
        <translation>corrects %1</translation>
    </message>
    <message>
        <source>rectifié&#x202f;: %1</source>
        <translation>corrected: %1</translation>
    </message>
    <message>
        <source>Aucun achat au public pour l’instant</source>
        <translation>Nothing bought from the public yet</translation>
    </message>
    <message>
        <source>Aucune ligne ne correspond</source>
        <translation>No line matches</translation>
    </message>
    <message>
        <source>Cherchez un n° d’ordre, la fin d’un IMEI, un nom ou une date.</source>
        <translation>Search for an order number, the end of an IMEI, a name or a date.</translation>
    </message>
    <message>
        <source>La page n° %1 n’est pas comme elle a été scellée. Prévenez le siège.</source>
        <translation>Page no. %1 is not as it was sealed. Tell head office.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scellée(s), toutes intactes.</source>
        <translation>
            <numerusform>%n page sealed, intact.</numerusform>
            <numerusform>%n pages sealed, all intact.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dernier contrôle&#x202f;: %1</source>
        <translation>Last check: %1</translation>
    </message>
    <message>
        <source>La page du jour sera scellée à la fin de la journée.</source>
        <translation>Today’s page will be sealed at the end of the day.</translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>fichiers sur la clé %1</source>
        <translation>files on drive %1</translation>
    </message>
    <message>
        <source>fichiers sur cette borne</source>
        <translation>files on this kiosk</translation>
    </message>
</context>
<context>
    <name>PoliceWords</name>
    <message>
        <source>Contrôle de police</source>
        <translation>Police inspection</translation>
    </message>
    <message>
        <source>Recherche d’un objet volé</source>
        <translation>Search for a stolen object</translation>
    </message>
    <message>
        <source>Vérification interne</source>
        <translation>Internal check</translation>
    </message>
    <message>
        <source>Demande d’un vendeur</source>
        <translation>Request of a seller</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Autre motif</source>
        <translation>Other purpose</translation>
    </message>
    <message>
        <source>export PDF</source>
        <translation>PDF export</translation>
    </message>
    <message>
        <source>export CSV</source>
        <translation>CSV export</translation>
    </message>
    <message>
        <source>rectification</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>consultation</source>
        <translation>consultation</translation>
    </message>
    <message>
        <source>Date et heure</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>Dénomination</source>
        <translation>Company name</translation>
    </message>
    <message>
        <source>Siège social</source>
        <translation>Registered office</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Prénoms</source>
        <translation>First names</translation>
    </message>
    <message>
        <source>Qualité</source>
        <translation>Occupation</translation>
    </message>
    <message>
        <source>Domicile</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>N° de la pièce d’identité</source>
        <translation>No. of the identity document</translation>
    </message>
    <message>
        <source>Délivrée le</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Délivrée par</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Identifiants</source>
        <translation>Identifiers</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Prix d’achat</source>
        <translation>Purchase price</translation>
    </message>
    <message>
        <source>Mode de règlement</source>
        <translation>Way of payment</translation>
    </message>
    <message>
        <source>Rectifie le n°</source>
        <translation>Corrects no.</translation>
    </message>
    <message>
        <source>Rectifié sous le n°</source>
        <translation>Corrected under no.</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>%1 % fait</source>
        <translation>%1% done</translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>Reste %1 %</source>
        <translation>%1% left</translation>
    </message>
</context>
<context>
    <name>ProofSheet</name>
    <message>
        <source>Chèque de %1</source>
        <translation>Cheque of %1</translation>
    </message>
    <message>
        <source>Virement de %1</source>
        <translation>Transfer of %1</translation>
    </message>
    <message>
        <source>Référence donnée par la banque</source>
        <translation>The bank’s reference</translation>
    </message>
    <message>
        <source>par exemple VIR DUPONT 22/11</source>
        <translation>for instance VIR DUPONT 22/11</translation>
    </message>
    <message>
        <source>N° du chèque</source>
        <translation>Cheque number</translation>
    </message>
    <message>
        <source>Identité vérifiée</source>
        <translation>Identity checked</translation>
    </message>
    <message>
        <source>aucune copie de la pièce n’est gardée</source>
        <translation>no copy of the document is kept</translation>
    </message>
    <message>
        <source>Ajouter le chèque</source>
        <translation>Add the cheque</translation>
    </message>
    <message>
        <source>Ajouter le virement</source>
        <translation>Add the transfer</translation>
    </message>
</context>
<context>
    <name>QrSheet</name>
    <message>
        <source>À scanner avec le téléphone du client</source>
        <translation>For the customer’s phone</translation>
    </message>
    <message>
        <source>QR code du ticket %1</source>
        <translation>QR code of receipt %1</translation>
    </message>
    <message>
        <source>Ticket n° %1 · %2</source>
        <translation>Receipt no. %1 · %2</translation>
    </message>
    <message>
        <source>Ticket n° %1 · %2 · duplicata n° %3</source>
        <translation>Receipt no. %1 · %2 · duplicate no. %3</translation>
    </message>
    <message>
        <source>Imprimer ce code</source>
        <translation>Print this code</translation>
    </message>
    <message>
        <source>Nouvelle vente</source>
        <translation>New sale</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Question %1 sur %2</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message>
        <source>Les quinze minutes sont passées</source>
        <translation>The fifteen minutes are over</translation>
    </message>
    <message>
        <source>Ce qui n’est pas testé compte au plus bas, ou un responsable donne du temps.</source>
        <translation>What is not tested counts at its worst, or a manager gives more time.</translation>
    </message>
    <message>
        <source>Étape terminée</source>
        <translation>Step done</translation>
    </message>
    <message>
        <source>Touchez une ligne pour corriger une réponse.</source>
        <translation>Touch a line to correct an answer.</translation>
    </message>
</context>
<context>
    <name>QuotationBanner</name>
    <message>
        <source>Devis n° %1 imprimé</source>
        <translation>Quotation no. %1 printed</translation>
    </message>
    <message>
        <source>Devis n° %1 expiré depuis le %2</source>
        <translation>Quotation no. %1 expired on %2</translation>
    </message>
    <message>
        <source>Devis n° %1 repris</source>
        <translation>Quotation no. %1 taken up</translation>
    </message>
    <message>
        <source>Les prix sont ceux d’aujourd’hui.</source>
        <translation>The prices are those of today.</translation>
    </message>
    <message>
        <source>Ses prix tiennent jusqu’au %1 inclus.</source>
        <translation>Its prices hold through %1.</translation>
    </message>
    <message>
        <source>N’est plus en vente&#xa0;: %1.</source>
        <translation>No longer for sale: %1.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Vente</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>Diagnostic</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Magasin</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>Quitter</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Formation</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Quitter l’entraînement</source>
        <translation>Leave training</translation>
    </message>
    <message>
        <source>S’entraîner</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>%1, verrouiller ou changer de personne</source>
        <translation>%1, lock or change person</translation>
    </message>
</context>
<context>
    <name>ReadingLines</name>
    <message>
        <source>%1&#xa0;: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Lecture en cours…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Lu par câble</source>
        <translation>Read by cable</translation>
    </message>
    <message>
        <source>Lu par câble, débranché depuis</source>
        <translation>Read by cable, unplugged since</translation>
    </message>
    <message>
        <source>Aussi branché, et pas cet appareil : %1</source>
        <translation>Also plugged in, and not this device: %1</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>IMEI, MEID et n° de série</source>
        <translation>IMEI, MEID and serial no.</translation>
    </message>
    <message>
        <source>Stockage</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Part number</translation>
    </message>
    <message>
        <source>Fabriqué comme</source>
        <translation>Made as</translation>
    </message>
    <message>
        <source>Système</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Localiser</source>
        <translation>Find My</translation>
    </message>
    <message>
        <source>Comptes qui verrouillent</source>
        <translation>Accounts that lock it</translation>
    </message>
    <message>
        <source>Logiciel</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Mémoire</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Gestion d’entreprise</source>
        <translation>Device management</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activation</translation>
    </message>
    <message>
        <source>Correctifs de sécurité du</source>
        <translation>Security patches of</translation>
    </message>
    <message>
        <source>Santé de la batterie</source>
        <translation>Battery health</translation>
    </message>
    <message>
        <source>Cycles de charge</source>
        <translation>Charge cycles</translation>
    </message>
    <message>
        <source>Charge en ce moment</source>
        <translation>Charge right now</translation>
    </message>
    <message>
        <source>Modem</source>
        <translation>Modem</translation>
    </message>
    <message>
        <source>concordent</source>
        <translation>agree</translation>
    </message>
    <message>
        <source>ne concordent pas</source>
        <translation>do not agree</translation>
    </message>
    <message>
        <source>neuf de magasin</source>
        <translation>sold new in a shop</translation>
    </message>
    <message>
        <source>remis en état par Apple</source>
        <translation>restored by Apple</translation>
    </message>
    <message>
        <source>échange du SAV Apple</source>
        <translation>Apple service replacement</translation>
    </message>
    <message>
        <source>gravé à la commande</source>
        <translation>engraved to order</translation>
    </message>
    <message>
        <source>modèle de démonstration</source>
        <translation>demonstration model</translation>
    </message>
    <message>
        <source>activé&#xa0;: compte présent</source>
        <translation>on: an account is there</translation>
    </message>
    <message>
        <source>un compte est encore là</source>
        <translation>an account is still there</translation>
    </message>
    <message>
        <source>aucun compte</source>
        <translation>no account</translation>
    </message>
    <message>
        <source>celui du fabricant</source>
        <translation>its maker’s own</translation>
    </message>
    <message>
        <source>modifié ou ouvert</source>
        <translation>modified or open</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>supervisé par une entreprise</source>
        <translation>supervised by a company</translation>
    </message>
    <message>
        <source>activé</source>
        <translation>activated</translation>
    </message>
    <message>
        <source>jamais activé ou effacé</source>
        <translation>never activated, or erased</translation>
    </message>
    <message>
        <source>répond</source>
        <translation>answers</translation>
    </message>
    <message>
        <source>ne répond pas</source>
        <translation>does not answer</translation>
    </message>
    <message>
        <source>non prouvé</source>
        <translation>not proven</translation>
    </message>
    <message>
        <source>%1 Go</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>mesuré</source>
        <translation>measured</translation>
    </message>
    <message>
        <source>des indices, pas une preuve</source>
        <translation>signs, no proof</translation>
    </message>
    <message>
        <source>annoncé par l’appareil</source>
        <translation>as the device claims</translation>
    </message>
    <message>
        <source>à vérifier à l’écran</source>
        <translation>to be checked on screen</translation>
    </message>
    <message>
        <source>l’appareil est verrouillé&#xa0;: déverrouillez-le, puis rebranchez-le</source>
        <translation>the device is locked: unlock it, then plug it back in</translation>
    </message>
    <message>
        <source>l’appareil ne donne pas cette mesure</source>
        <translation>the device does not give this reading</translation>
    </message>
    <message>
        <source>il répond toujours 100, ce n’est pas une mesure</source>
        <translation>it always answers 100, which is no reading</translation>
    </message>
    <message>
        <source>il ne dit pas ses deux capacités</source>
        <translation>it does not tell both its capacities</translation>
    </message>
    <message>
        <source>ses valeurs ont été figées à la main&#x202f;: ne les croyez pas</source>
        <translation>its values were frozen by hand: do not believe them</translation>
    </message>
    <message>
        <source>sa jauge a été remise à zéro, elle répète la capacité d’origine</source>
        <translation>its gauge was reset and repeats the capacity it was made with</translation>
    </message>
    <message>
        <source>il annonce une santé sans avoir compté de cycle</source>
        <translation>it tells a health without having counted a cycle</translation>
    </message>
    <message>
        <source>il ne la mesure pas</source>
        <translation>it does not measure it</translation>
    </message>
    <message>
        <source>la valeur lue n’est pas possible</source>
        <translation>the value read is not possible</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Quel défaut ?</source>
        <translation>Which fault?</translation>
    </message>
</context>
<context>
    <name>ReceiptChoice</name>
    <message>
        <source>QR code</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>pas sur cette caisse</source>
        <translation>not on this till</translation>
    </message>
    <message>
        <source>montré au client</source>
        <translation>shown to the customer</translation>
    </message>
    <message>
        <source>à scanner avec son téléphone</source>
        <translation>to scan with their phone</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Duplicata</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>ticket de caisse</source>
        <translation>till receipt</translation>
    </message>
    <message>
        <source>une copie numérotée</source>
        <translation>a numbered copy</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>envoyé</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>pas parti</source>
        <translation>did not leave</translation>
    </message>
    <message>
        <source>part dès que possible</source>
        <translation>leaves as soon as possible</translation>
    </message>
    <message>
        <source>adresse oubliée après l’envoi</source>
        <translation>address forgotten once sent</translation>
    </message>
    <message>
        <source>Sans ticket</source>
        <translation>No receipt</translation>
    </message>
    <message>
        <source>rien n’est imprimé</source>
        <translation>nothing is printed</translation>
    </message>
    <message>
        <source>la loi en veut un</source>
        <translation>the law wants one</translation>
    </message>
</context>
<context>
    <name>ReceivedTenders</name>
    <message>
        <source>Règlements reçus</source>
        <translation>Payments received</translation>
    </message>
    <message>
        <source>Acceptée à %1</source>
        <translation>Approved at %1</translation>
    </message>
    <message>
        <source>Reprendre ce règlement : %1, %2</source>
        <translation>Take back this payment: %1, %2</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Registres et exports</source>
        <translation>Registers and exports</translation>
    </message>
    <message numerus="yes">
        <source>%n clôture(s)</source>
        <translation>
            <numerusform>%n closing</numerusform>
            <numerusform>%n closings</numerusform>
        </translation>
    </message>
    <message>
        <source>Virements</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Virements aux vendeurs</source>
        <translation>Transfers to sellers</translation>
    </message>
    <message>
        <source>Livre de police</source>
        <translation>Police register</translation>
    </message>
</context>
<context>
    <name>RefuseSheet</name>
    <message>
        <source>Pourquoi le client refuse-t-il ?</source>
        <translation>Why does the customer refuse?</translation>
    </message>
</context>
<context>
    <name>RepairLines</name>
    <message>
        <source>Ce qu’une réparation rapporterait</source>
        <translation>What a repair would bring</translation>
    </message>
    <message>
        <source>%1 %2 → %3 +%4</source>
        <translation>%1 %2 → %3 +%4</translation>
    </message>
    <message>
        <source>rapporte %1 de plus que son coût</source>
        <translation>brings %1 more than it costs</translation>
    </message>
    <message>
        <source>ne rapporte pas son coût</source>
        <translation>does not bring what it costs</translation>
    </message>
</context>
<context>
    <name>RepairSheet</name>
    <message>
        <source>Réparation sous garantie</source>
        <translation>Repair under guarantee</translation>
    </message>
    <message>
        <source>Confié le</source>
        <translation>Brought on</translation>
    </message>
    <message>
        <source>Rendu au client le</source>
        <translation>Given back on</translation>
    </message>
    <message>
        <source>La réparation prolonge la garantie légale&#x202f;; les jours sans l’appareil s’y ajoutent.</source>
        <translation>The repair lengthens the legal guarantee; the days without the device are added.</translation>
    </message>
    <message numerus="yes">
        <source>%n jour(s) sans l’appareil.</source>
        <translation>
            <numerusform>%n day without the device.</numerusform>
            <numerusform>%n days without the device.</numerusform>
        </translation>
    </message>
    <message>
        <source>Garantie légale jusqu’au %1 au lieu du %2.</source>
        <translation>Legal guarantee until %1 instead of %2.</translation>
    </message>
    <message>
        <source>Prolonger la garantie</source>
        <translation>Lengthen the guarantee</translation>
    </message>
    <message>
        <source>Prolonger jusqu’au %1</source>
        <translation>Lengthen to %1</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Appareils</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Accessoires</source>
        <translation>Accessories</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Rien ne correspond à cette recherche</source>
        <translation>Nothing matches this search</translation>
    </message>
    <message>
        <source>Essayez un mot plus court, la marque, ou la fin de l’IMEI.</source>
        <translation>Try a shorter word, the brand, or the end of the IMEI.</translation>
    </message>
</context>
<context>
    <name>ResultRow</name>
    <message>
        <source>ici</source>
        <translation>here</translation>
    </message>
    <message>
        <source>%1 en stock</source>
        <translation>%1 in stock</translation>
    </message>
</context>
<context>
    <name>ReturnedCard</name>
    <message>
        <source>Offre du %1 expirée</source>
        <translation>Offer of %1 expired</translation>
    </message>
    <message>
        <source>Offre du %1, tenue</source>
        <translation>Offer of %1, held</translation>
    </message>
    <message>
        <source>%1, rien n’a changé</source>
        <translation>%1, nothing has changed</translation>
    </message>
    <message>
        <source>%1, aujourd’hui %2</source>
        <translation>%1, today %2</translation>
    </message>
    <message>
        <source>Elle valait jusqu’au %1 ; la base de prix du jour donne le même prix.</source>
        <translation>It was good until %1; today’s price book gives the same price.</translation>
    </message>
    <message>
        <source>Elle valait jusqu’au %1 ; la base de prix du jour change le prix de %2.</source>
        <translation>It was good until %1; today’s price book changes the price by %2.</translation>
    </message>
    <message>
        <source>%1 : %2, puis %3, %4</source>
        <translation>%1: %2, then %3, %4</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>non testé</source>
        <translation>not tested</translation>
    </message>
</context>
<context>
    <name>RiseCard</name>
    <message>
        <source>Pour monter</source>
        <translation>To rise</translation>
    </message>
    <message>
        <source>Ce qui ferait monter l’état</source>
        <translation>What would raise the grade</translation>
    </message>
    <message>
        <source>%1 si %2 : %3 au lieu de %4</source>
        <translation>%1 if %2: %3 instead of %4</translation>
    </message>
    <message>
        <source>%1 si la batterie est lue par un instrument</source>
        <translation>%1 if the battery is read by an instrument</translation>
    </message>
    <message>
        <source>%1 si l’effacement est prouvé</source>
        <translation>%1 if the erasure is proven</translation>
    </message>
    <message>
        <source>%1 si les pièces sont d’origine</source>
        <translation>%1 if the parts are genuine</translation>
    </message>
    <message>
        <source>%1 si la batterie est à %2&#x202f;% au lieu de %3&#x202f;%</source>
        <translation>%1 if the battery is at %2% instead of %3%</translation>
    </message>
    <message>
        <source>%1 si la batterie est mesurée à %2&#x202f;% au moins</source>
        <translation>%1 if the battery measures %2% or more</translation>
    </message>
    <message>
        <source>%1 si ce point est testé et conforme&#xa0;: %2</source>
        <translation>%1 if this point is tested and passes: %2</translation>
    </message>
    <message>
        <source>Plusieurs faits devraient changer ensemble</source>
        <translation>Several facts would have to change together</translation>
    </message>
    <message>
        <source>Plusieurs points à reprendre ensemble&#xa0;: %1</source>
        <translation>Several points to put right together: %1</translation>
    </message>
    <message>
        <source>%1 si ce point devient conforme : %2</source>
        <translation>%1 if this point passes: %2</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Règle&#xa0;: 20 et 50 centimètres</source>
        <translation>Ruler: 20 and 50 centimetres</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
</context>
<context>
    <name>RulerSheet</name>
    <message>
        <source>Comment juger</source>
        <translation>How to judge</translation>
    </message>
    <message>
        <source>Appareil propre, lumière vive et diffuse (500 lux), œil nu. Posez la règle du comptoir&#xa0;: d’abord à 20 cm, puis à 50 cm.</source>
        <translation>A clean device, bright diffuse light (500 lux), the bare eye. Lay the counter’s ruler: first at 20 cm, then at 50 cm.</translation>
    </message>
    <message>
        <source>Écran</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Coque</source>
        <translation>Body</translation>
    </message>
</context>
<context>
    <name>SalePage</name>
    <message>
        <source>Vider ce panier ?</source>
        <translation>Empty this basket?</translation>
    </message>
    <message>
        <source>%1 pour %2. Rien n’est encaissé ; les articles restent en vente.</source>
        <translation>%1 for %2. Nothing is paid; the items stay for sale.</translation>
    </message>
    <message>
        <source>Vider le panier</source>
        <translation>Empty the basket</translation>
    </message>
    <message>
        <source>Garder le panier</source>
        <translation>Keep the basket</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Chercher un article, une marque, un EAN ou la fin d’un IMEI</source>
        <translation>Search an item, a brand, an EAN or the end of an IMEI</translation>
    </message>
    <message>
        <source>Article, marque, EAN, fin d’IMEI</source>
        <translation>Item, brand, EAN, end of IMEI</translation>
    </message>
    <message>
        <source>Nom, EAN, fin d’IMEI</source>
        <translation>Name, EAN, IMEI end</translation>
    </message>
    <message>
        <source>Chercher un article</source>
        <translation>Search an item</translation>
    </message>
    <message>
        <source>ou scannez, à tout moment</source>
        <translation>or scan, at any time</translation>
    </message>
    <message>
        <source>ou scannez</source>
        <translation>or scan</translation>
    </message>
    <message>
        <source>scannez</source>
        <translation>scan</translation>
    </message>
    <message>
        <source>Effacer la recherche</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>SelfTestGrid</name>
    <message numerus="yes">
        <source>Grille tactile, %n case(s) sans réponse</source>
        <translation>
            <numerusform>Touch grid, %n cell without response</numerusform>
            <numerusform>Touch grid, %n cells without response</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfTestSheet</name>
    <message>
        <source>Résultat reçu du téléphone</source>
        <translation>Result received from the phone</translation>
    </message>
    <message>
        <source>Test par le téléphone</source>
        <translation>Test by phone</translation>
    </message>
    <message>
        <source>QR code du test, à scanner avec l’appareil testé</source>
        <translation>QR code of the test, to be scanned with the device that is tested</translation>
    </message>
    <message>
        <source>Cases sans réponse&#xa0;: %1</source>
        <translation>Cells without response: %1</translation>
    </message>
    <message>
        <source>Valable jusqu’à %1, une seule fois</source>
        <translation>Valid until %1, once only</translation>
    </message>
    <message>
        <source>Page ouverte sur l’appareil</source>
        <translation>Page open on the device</translation>
    </message>
    <message>
        <source>En attente du téléphone</source>
        <translation>Waiting for the phone</translation>
    </message>
    <message>
        <source>Scannez ce code avec l’appareil à tester. À la fin, présentez son écran au lecteur de la borne.</source>
        <translation>Scan this code with the device to be tested. At the end, show its screen to the kiosk’s scanner.</translation>
    </message>
    <message>
        <source>Cette borne ne connaît pas l’adresse publique de la page&#xa0;: ouvrez-la par le câble.</source>
        <translation>This kiosk does not know the page’s public address: open it by cable.</translation>
    </message>
    <message>
        <source>Reliez la manette à un téléphone ou à une tablette, puis scannez ce code avec lui. À la fin, présentez son écran au lecteur de la borne.</source>
        <translation>Connect the controller to a phone or a tablet, then scan this code with it. At the end, show its screen to the kiosk’s scanner.</translation>
    </message>
    <message>
        <source>Nouveau code</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>Ouvrir par le câble</source>
        <translation>Open by cable</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>%n défaut(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
    <message>
        <source>aucun défaut</source>
        <translation>no fault</translation>
    </message>
    <message>
        <source>%1 conformes, %2, %3 à la main</source>
        <translation>%1 passed, %2, %3 by hand</translation>
    </message>
    <message>
        <source>%1 conformes, %2</source>
        <translation>%1 passed, %2</translation>
    </message>
</context>
<context>
    <name>SelfTestWords</name>
    <message>
        <source>Tactile</source>
        <translation>Touch</translation>
    </message>
    <message>
        <source>Plusieurs doigts</source>
        <translation>Several fingers</translation>
    </message>
    <message>
        <source>Affichage</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Haut-parleur</source>
        <translation>Loudspeaker</translation>
    </message>
    <message>
        <source>Équilibre stéréo</source>
        <translation>Stereo balance</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Caméra avant</source>
        <translation>Front camera</translation>
    </message>
    <message>
        <source>Caméras arrière</source>
        <translation>Rear cameras</translation>
    </message>
    <message>
        <source>Lampe</source>
        <translation>Torch</translation>
    </message>
    <message>
        <source>Accéléromètre</source>
        <translation>Accelerometer</translation>
    </message>
    <message>
        <source>Gyroscope</source>
        <translation>Gyroscope</translation>
    </message>
    <message>
        <source>Boussole</source>
        <translation>Compass</translation>
    </message>
    <message>
        <source>Rotation de l’écran</source>
        <translation>Screen rotation</translation>
    </message>
    <message>
        <source>Vibreur</source>
        <translation>Vibration</translation>
    </message>
    <message>
        <source>Visage ou empreinte</source>
        <translation>Face or fingerprint</translation>
    </message>
    <message>
        <source>Boutons de la manette</source>
        <translation>Controller buttons</translation>
    </message>
    <message>
        <source>Sticks, dérive</source>
        <translation>Sticks, drift</translation>
    </message>
    <message>
        <source>Gâchettes</source>
        <translation>Triggers</translation>
    </message>
    <message>
        <source>Vibrations de la manette</source>
        <translation>Controller rumble</translation>
    </message>
    <message>
        <source>Écran maintenu allumé</source>
        <translation>Screen kept awake</translation>
    </message>
    <message>
        <source>Conforme</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Défaut</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>Passé, à la main</source>
        <translation>Skipped, by hand</translation>
    </message>
    <message>
        <source>Non testable ici, à la main</source>
        <translation>Not testable here, by hand</translation>
    </message>
</context>
<context>
    <name>SellerSheet</name>
    <message>
        <source>Identité du vendeur</source>
        <translation>Seller’s identity</translation>
    </message>
    <message>
        <source>Bande de lecture de la pièce</source>
        <translation>Machine-readable strip of the document</translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s) lue(s), passez la suivante</source>
        <translation>
            <numerusform>%n line read, scan the next</numerusform>
            <numerusform>%n lines read, scan the next</numerusform>
        </translation>
    </message>
    <message>
        <source>Bande &lt;&lt;&lt;&#x202f;: scannez ou tapez</source>
        <translation>Strip &lt;&lt;&lt;: scan or type it</translation>
    </message>
    <message>
        <source>Bande &lt;&lt;&lt; de la pièce</source>
        <translation>Document strip &lt;&lt;&lt;</translation>
    </message>
    <message>
        <source>Lire la bande à la caméra</source>
        <translation>Read the strip with the camera</translation>
    </message>
    <message>
        <source>Société</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Recopiez la pièce d’identité présentée : elle entre au livre de police, conservée chiffrée sur cette caisse.</source>
        <translation>Copy the ID shown: it enters the police register, kept encrypted on this till.</translation>
    </message>
    <message>
        <source>Majorité vérifiée sur la pièce présentée</source>
        <translation>Of age, checked on the ID shown</translation>
    </message>
</context>
<context>
    <name>SellerWords</name>
    <message>
        <source>Dénomination de la société</source>
        <translation>Name of the company</translation>
    </message>
    <message>
        <source>Siège de la société</source>
        <translation>Registered office</translation>
    </message>
    <message>
        <source>N° de série de l’appareil</source>
        <translation>Serial number of the device</translation>
    </message>
    <message>
        <source>IMEI de l’appareil</source>
        <translation>IMEI of the device</translation>
    </message>
    <message>
        <source>Deuxième IMEI</source>
        <translation>Second IMEI</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Prénoms</source>
        <translation>First names</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Occupation</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Numéro de la pièce</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Délivrée le</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>Délivrée par</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>numéro, rue, code postal, ville</source>
        <translation>number, street, postcode, town</translation>
    </message>
    <message>
        <source>JJ/MM/AAAA</source>
        <translation>DD/MM/YYYY</translation>
    </message>
    <message>
        <source>préfecture ou mairie</source>
        <translation>prefecture or town hall</translation>
    </message>
    <message>
        <source>Réglages, Informations&#x202f;; scannez-le</source>
        <translation>Settings, About; scan it</translation>
    </message>
    <message>
        <source>composez *#06#&#x202f;; scannez-le</source>
        <translation>dial *#06#; scan it</translation>
    </message>
    <message>
        <source>Il manque la dénomination.</source>
        <translation>The company’s name is missing.</translation>
    </message>
    <message>
        <source>Il manque le siège social.</source>
        <translation>The registered office is missing.</translation>
    </message>
    <message>
        <source>Il manque le numéro de série, obligatoire pour un téléphone.</source>
        <translation>The serial number is missing; a phone needs it.</translation>
    </message>
    <message>
        <source>Il manque l’IMEI.</source>
        <translation>The IMEI is missing.</translation>
    </message>
    <message>
        <source>Il manque le deuxième IMEI, ou il est faux.</source>
        <translation>The second IMEI is missing or wrong.</translation>
    </message>
    <message>
        <source>Il manque le nom.</source>
        <translation>The last name is missing.</translation>
    </message>
    <message>
        <source>Il manque un prénom.</source>
        <translation>A first name is missing.</translation>
    </message>
    <message>
        <source>Il manque la profession, demandée par le livre de police.</source>
        <translation>The occupation is missing; the police register asks for it.</translation>
    </message>
    <message>
        <source>Il manque l’adresse du domicile.</source>
        <translation>The home address is missing.</translation>
    </message>
    <message>
        <source>Il manque le numéro de la pièce d’identité.</source>
        <translation>The number of the ID is missing.</translation>
    </message>
    <message>
        <source>Il manque la date de délivrance, par exemple 14/03/2021.</source>
        <translation>The issue date is missing, such as 14/03/2021.</translation>
    </message>
    <message>
        <source>Il manque qui a délivré la pièce.</source>
        <translation>Who issued the ID is missing.</translation>
    </message>
    <message>
        <source>À compléter.</source>
        <translation>To complete.</translation>
    </message>
    <message>
        <source>Passeport</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Permis de conduire</source>
        <translation>Driving licence</translation>
    </message>
    <message>
        <source>Titre de séjour</source>
        <translation>Residence permit</translation>
    </message>
    <message>
        <source>Carte d’identité</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>Acheté d’occasion</source>
        <translation>Bought used</translation>
    </message>
    <message>
        <source>Reçu en cadeau</source>
        <translation>A gift</translation>
    </message>
    <message>
        <source>Hérité</source>
        <translation>Inherited</translation>
    </message>
    <message>
        <source>Acheté neuf</source>
        <translation>Bought new</translation>
    </message>
    <message>
        <source>Il manque l’identité du vendeur.</source>
        <translation>The seller’s identity is missing.</translation>
    </message>
    <message>
        <source>Il manque le compte du vendeur.</source>
        <translation>The seller’s account is missing.</translation>
    </message>
    <message>
        <source>Il manque une déclaration du vendeur.</source>
        <translation>A statement by the seller is missing.</translation>
    </message>
    <message>
        <source>Il manque la signature.</source>
        <translation>The signature is missing.</translation>
    </message>
    <message>
        <source>Le client réfléchit</source>
        <translation>The customer thinks about it</translation>
    </message>
    <message>
        <source>Prix trop bas pour lui</source>
        <translation>Price too low for them</translation>
    </message>
    <message>
        <source>Il garde son appareil</source>
        <translation>They keep their device</translation>
    </message>
    <message>
        <source>Il vend ailleurs</source>
        <translation>They sell elsewhere</translation>
    </message>
    <message>
        <source>Appareil non repris</source>
        <translation>Device not bought</translation>
    </message>
    <message>
        <source>Autre motif</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>Dommage hors liste</source>
        <translation>Damage not on the list</translation>
    </message>
    <message>
        <source>Accessoire manquant</source>
        <translation>Missing accessory</translation>
    </message>
    <message>
        <source>Client fidèle</source>
        <translation>Loyal customer</translation>
    </message>
    <message>
        <source>Très bel état</source>
        <translation>Very good condition</translation>
    </message>
    <message>
        <source>Prix vu ailleurs</source>
        <translation>Price seen elsewhere</translation>
    </message>
    <message>
        <source>Photo : %1</source>
        <translation>Photo: %1</translation>
    </message>
    <message>
        <source>Accord d’un responsable</source>
        <translation>A manager’s approval</translation>
    </message>
    <message>
        <source>Fonctionne, sans trace</source>
        <translation>Works, no marks</translation>
    </message>
    <message>
        <source>Fonctionne, bon état</source>
        <translation>Works, good condition</translation>
    </message>
    <message>
        <source>Fonctionne, traces d’usage</source>
        <translation>Works, signs of use</translation>
    </message>
    <message>
        <source>Fonctionne, fissuré</source>
        <translation>Works, cracked</translation>
    </message>
    <message>
        <source>Ne fonctionne pas entièrement</source>
        <translation>Does not fully work</translation>
    </message>
    <message>
        <source>Hors service et fissuré</source>
        <translation>Out of order and cracked</translation>
    </message>
</context>
<context>
    <name>SetupChoice</name>
    <message>
        <source>Un magasin de la chaîne</source>
        <translation>A shop of the chain</translation>
    </message>
    <message>
        <source>avec le code d’installation du siège</source>
        <translation>with head office’s set-up code</translation>
    </message>
    <message>
        <source>Le magasin de démonstration</source>
        <translation>The demo shop</translation>
    </message>
    <message>
        <source>des articles et une équipe inventés, rien n’est réel</source>
        <translation>invented items and team, nothing is real</translation>
    </message>
</context>
<context>
    <name>SetupCode</name>
    <message>
        <source>Adresse du central</source>
        <translation>Central’s address</translation>
    </message>
    <message>
        <source>Code d’installation</source>
        <translation>Set-up code</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Installer la borne</source>
        <translation>Set the kiosk up</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Bienvenue. À quel magasin appartient cette borne&#x202f;?</source>
        <translation>Welcome. Which shop does this kiosk belong to?</translation>
    </message>
    <message>
        <source>Le code d’installation</source>
        <translation>The set-up code</translation>
    </message>
    <message>
        <source>La borne se présente au central</source>
        <translation>The kiosk introduces itself to central</translation>
    </message>
    <message>
        <source>Le magasin arrive sur la borne</source>
        <translation>The shop is coming to the kiosk</translation>
    </message>
    <message>
        <source>Rien n’est encore installé. Ce choix se fait une seule fois.</source>
        <translation>Nothing is set up yet. This choice is made only once.</translation>
    </message>
    <message>
        <source>Le siège donne un code à usage unique par borne, valable quinze minutes.</source>
        <translation>Head office gives one single-use code per kiosk, valid for fifteen minutes.</translation>
    </message>
    <message>
        <source>Elle crée sa clé, puis demande sa place. Quelques secondes suffisent.</source>
        <translation>It makes its key, then asks for its place. A few seconds are enough.</translation>
    </message>
    <message>
        <source>Vous pourrez travailler dès que tout est là, même sans réseau.</source>
        <translation>You can work as soon as all is here, even without a network.</translation>
    </message>
</context>
<context>
    <name>SetupProgress</name>
    <message>
        <source>Articles, modèles et prix</source>
        <translation>Items, models and prices</translation>
    </message>
    <message>
        <source>L’équipe</source>
        <translation>The team</translation>
    </message>
    <message>
        <source>Les appareils du magasin</source>
        <translation>The shop’s devices</translation>
    </message>
    <message>
        <source>Présentation au central…</source>
        <translation>Introduction to central…</translation>
    </message>
    <message>
        <source>Premier échange…</source>
        <translation>First exchange…</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SignInFoot</name>
    <message>
        <source>Borne bloquée&#x202f;?</source>
        <translation>Kiosk stuck?</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Bonjour, qui prend la caisse&#x202f;?</source>
        <translation>Hello, who takes the till?</translation>
    </message>
    <message>
        <source>Touchez votre nom, ou scannez votre badge.</source>
        <translation>Touch your name, or scan your badge.</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signez ici</source>
        <translation>Sign here</translation>
    </message>
    <message>
        <source>Signature, faite</source>
        <translation>Signature, done</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>Une remise au-delà de ce que le rôle permet</source>
        <translation>A discount beyond what the role allows</translation>
    </message>
    <message>
        <source>Un prix changé à la main</source>
        <translation>A price changed by hand</translation>
    </message>
    <message>
        <source>Un remboursement</source>
        <translation>A refund</translation>
    </message>
    <message>
        <source>Un retour après le délai</source>
        <translation>A return after its time</translation>
    </message>
    <message>
        <source>Une entrée ou une sortie d’espèces</source>
        <translation>Cash put in or taken out</translation>
    </message>
    <message>
        <source>Un écart de caisse au-delà de la limite</source>
        <translation>A cash difference beyond the limit</translation>
    </message>
    <message>
        <source>Le tiroir ouvert sans vente</source>
        <translation>The drawer opened without a sale</translation>
    </message>
    <message>
        <source>Un acompte rendu ou libéré</source>
        <translation>A deposit given back or released</translation>
    </message>
    <message>
        <source>Un acompte prolongé</source>
        <translation>A deposit extended</translation>
    </message>
    <message>
        <source>Un bon émis à la main</source>
        <translation>A voucher issued by hand</translation>
    </message>
    <message>
        <source>Une offre de reprise relevée</source>
        <translation>A raised trade-in offer</translation>
    </message>
    <message>
        <source>Cinq minutes de plus pour un diagnostic</source>
        <translation>Five more minutes for a diagnostic</translation>
    </message>
    <message>
        <source>Un client effacé à sa demande</source>
        <translation>A customer erased as they asked</translation>
    </message>
    <message>
        <source>Un état de vente relevé</source>
        <translation>A sale grade raised</translation>
    </message>
    <message>
        <source>Un appareil bloqué ou en quarantaine libéré</source>
        <translation>A blocked or quarantined device released</translation>
    </message>
    <message>
        <source>Une nouvelle série de numéros, sans le central</source>
        <translation>A new series of numbers, without central</translation>
    </message>
    <message>
        <source>Une action au-delà de ce que le rôle permet</source>
        <translation>An action beyond what the role allows</translation>
    </message>
    <message>
        <source>Vente</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>Technicienne</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>Technicien</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>Responsable</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Contrôle fiscal</source>
        <translation>Tax inspection</translation>
    </message>
    <message>
        <source>Vente et technique</source>
        <translation>Sales and technical</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Team</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Scannez l’appareil à reprendre</source>
        <translation>Scan the device to buy</translation>
    </message>
    <message>
        <source>Scannez un appareil du magasin</source>
        <translation>Scan a device of the shop</translation>
    </message>
    <message>
        <source>IMEI sur *#06#, sur le tiroir SIM ou sur la boîte</source>
        <translation>IMEI on *#06#, on the SIM tray or on the box</translation>
    </message>
    <message>
        <source>Les reprises ne sont pas proposées dans ce pays&#x202f;: le contrat et le registre que sa loi demande ne sont pas dans cette borne.</source>
        <translation>Trade-ins are not offered in this country: the contract and the register that its law asks for are not in this kiosk.</translation>
    </message>
    <message>
        <source>Les reprises attendent la déclaration en préfecture&#x202f;: le siège doit renseigner le numéro et la date du récépissé de ce magasin.</source>
        <translation>Trade-ins wait for the declaration at the prefecture: head office must fill in the number and date of this shop’s receipt.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Commencer avec %1 branché</source>
        <translation>Begin with %1 on the cable</translation>
    </message>
    <message>
        <source>ou tapez l’IMEI</source>
        <translation>or type the IMEI</translation>
    </message>
    <message>
        <source>Commencer la reprise</source>
        <translation>Start the trade-in</translation>
    </message>
    <message>
        <source>Ouvrir l’appareil</source>
        <translation>Open the device</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>Stock par situation</source>
        <translation>Stock by state</translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Imprimante de tickets</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>Imprimante d’étiquettes</source>
        <translation>Label printer</translation>
    </message>
    <message>
        <source>Lecteur</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Tiroir-caisse</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>Central</source>
        <translation>Central</translation>
    </message>
    <message>
        <source>Signature fiscale</source>
        <translation>Fiscal signature</translation>
    </message>
    <message>
        <source>Disque et journal</source>
        <translation>Disk and journal</translation>
    </message>
    <message>
        <source>Prête</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Prêt</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Papier bientôt fini</source>
        <translation>Paper low</translation>
    </message>
    <message>
        <source>Plus de papier</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>Capot ouvert</source>
        <translation>Cover open</translation>
    </message>
    <message>
        <source>Hors ligne depuis %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>Ne répond pas depuis %1</source>
        <translation>Silent since %1</translation>
    </message>
    <message>
        <source>Pas encore vérifié</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>Prêt, en mode clavier</source>
        <translation>Ready, as a keyboard</translation>
    </message>
    <message>
        <source>Pas installé</source>
        <translation>Not installed</translation>
    </message>
    <message>
        <source>Ouvert à %1</source>
        <translation>Opened at %1</translation>
    </message>
    <message>
        <source>Pas de session ouverte</source>
        <translation>No open session</translation>
    </message>
    <message>
        <source>À jour</source>
        <translation>Up to date</translation>
    </message>
    <message numerus="yes">
        <source>%n envoi(s) en attente</source>
        <translation>
            <numerusform>%n entry waiting</numerusform>
            <numerusform>%n entries waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Central plus ancien</source>
        <translation>Central is older</translation>
    </message>
    <message>
        <source>Refusé depuis %1</source>
        <translation>Refused since %1</translation>
    </message>
    <message>
        <source>Base à faire vérifier</source>
        <translation>Database to be checked</translation>
    </message>
    <message>
        <source>Journal abîmé</source>
        <translation>Journal damaged</translation>
    </message>
    <message>
        <source>Mode dégradé depuis %1</source>
        <translation>Degraded mode since %1</translation>
    </message>
    <message>
        <source>Vérifiés à %1</source>
        <translation>Verified at %1</translation>
    </message>
    <message>
        <source>Pas encore vérifiés</source>
        <translation>Not verified yet</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Tiroir ouvert à %1</source>
        <translation>Drawer opened %1</translation>
    </message>
    <message>
        <source>Tiroir</source>
        <translation>Drawer</translation>
    </message>
    <message>
        <source>Tiroir fermé</source>
        <translation>Drawer closed</translation>
    </message>
    <message>
        <source>Sans imprimante</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>Imprimante prête</source>
        <translation>Printer ready</translation>
    </message>
    <message>
        <source>Lecteur prêt</source>
        <translation>Scanner ready</translation>
    </message>
    <message>
        <source>%1 en attente, depuis %2&#xa0;min</source>
        <translation>%1 waiting, for %2 min</translation>
    </message>
    <message>
        <source>Central refuse depuis %1</source>
        <translation>Central refuses since %1</translation>
    </message>
    <message>
        <source>Base à vérifier</source>
        <translation>Database to check</translation>
    </message>
    <message>
        <source>Papier fini depuis %1</source>
        <translation>Paper out since %1</translation>
    </message>
    <message>
        <source>Capot ouvert depuis %1</source>
        <translation>Cover open since %1</translation>
    </message>
    <message>
        <source>Imprimante muette depuis %1</source>
        <translation>Printer silent since %1</translation>
    </message>
    <message>
        <source>Lecteur muet depuis %1</source>
        <translation>Scanner silent since %1</translation>
    </message>
    <message>
        <source>Il n’y a plus de papier dans l’imprimante de tickets</source>
        <translation>The receipt printer is out of paper</translation>
    </message>
    <message>
        <source>Le papier de l’imprimante de tickets est bientôt fini</source>
        <translation>The receipt printer is low on paper</translation>
    </message>
    <message>
        <source>Le capot de l’imprimante de tickets est ouvert</source>
        <translation>The receipt printer’s cover is open</translation>
    </message>
    <message>
        <source>L’imprimante de tickets ne répond pas</source>
        <translation>The receipt printer does not answer</translation>
    </message>
    <message>
        <source>Aucune imprimante de tickets n’est installée</source>
        <translation>No receipt printer is installed</translation>
    </message>
    <message>
        <source>L’imprimante d’étiquettes ne répond pas</source>
        <translation>The label printer does not answer</translation>
    </message>
    <message>
        <source>Le lecteur de codes ne répond pas</source>
        <translation>The scanner does not answer</translation>
    </message>
    <message>
        <source>Le central n’est pas joignable</source>
        <translation>Central cannot be reached</translation>
    </message>
    <message>
        <source>Des envois attendent le central</source>
        <translation>Entries are waiting for central</translation>
    </message>
    <message>
        <source>Le central est plus ancien que cette caisse</source>
        <translation>Central is older than this till</translation>
    </message>
    <message>
        <source>Le central refuse cette caisse</source>
        <translation>Central refuses this till</translation>
    </message>
    <message>
        <source>Cette base doit être vérifiée par l’assistance</source>
        <translation>Support must check this database</translation>
    </message>
    <message>
        <source>Aucune session de caisse n’est ouverte</source>
        <translation>No drawer session is open</translation>
    </message>
    <message>
        <source>La session de caisse est ouverte</source>
        <translation>The drawer session is open</translation>
    </message>
    <message>
        <source>Tout est arrivé au central</source>
        <translation>Everything has reached central</translation>
    </message>
    <message>
        <source>Le disque et le journal sont en ordre</source>
        <translation>Disk and journal are in order</translation>
    </message>
    <message>
        <source>Une écriture du journal n’est plus intacte</source>
        <translation>A journal entry is no longer intact</translation>
    </message>
    <message>
        <source>Le journal n’a pas encore été vérifié</source>
        <translation>The journal has not been verified yet</translation>
    </message>
    <message>
        <source>Les tickets ne sont pas signés pour l’instant</source>
        <translation>Tickets are not signed for now</translation>
    </message>
    <message>
        <source>Le lecteur est prêt, en mode clavier</source>
        <translation>The scanner is ready, as a keyboard</translation>
    </message>
    <message>
        <source>Tout va bien</source>
        <translation>All is well</translation>
    </message>
    <message numerus="yes">
        <source>Depuis %1, il y a %n minute(s)</source>
        <translation>
            <numerusform>Since %1, %n minute ago</numerusform>
            <numerusform>Since %1, %n minutes ago</numerusform>
        </translation>
    </message>
    <message>
        <source>Depuis %1</source>
        <translation>Since %1</translation>
    </message>
    <message>
        <source>Écriture %1</source>
        <translation>Entry %1</translation>
    </message>
    <message numerus="yes">
        <source>La vente continue. %n ticket(s) en attente sortiront tout seuls, dans l’ordre.</source>
        <translation>
            <numerusform>Selling goes on. %n receipt waits and comes out by itself.</numerusform>
            <numerusform>Selling goes on. %n receipts wait and come out by themselves, in order.</numerusform>
        </translation>
    </message>
    <message>
        <source>La vente continue. Les tickets attendront et sortiront tout seuls, dans l’ordre.</source>
        <translation>Selling goes on. Receipts wait and come out by themselves, in order.</translation>
    </message>
    <message>
        <source>La vente continue. Chaque ticket porte une empreinte et sera signé tout seul dès que la clé répond.</source>
        <translation>Selling goes on. Each ticket bears a fingerprint and is signed by itself as soon as the key answers.</translation>
    </message>
    <message>
        <source>La vente et les reprises continuent. Les étiquettes s’imprimeront ensuite.</source>
        <translation>Selling and trade-ins go on. Labels print afterwards.</translation>
    </message>
    <message>
        <source>La vente continue. Les codes peuvent aussi être tapés dans la recherche.</source>
        <translation>Selling goes on. Codes can also be typed into the search.</translation>
    </message>
    <message>
        <source>La vente, les reprises et les échanges avec le central continuent. Seul ce qu’il ne connaît pas encore attend sa mise à jour.</source>
        <translation>Sales, trade-ins and the exchange with central go on. Only what it does not know yet waits for its update.</translation>
    </message>
    <message>
        <source>La vente, les reprises et la clôture continuent. Tout partira, une seule fois, au retour du réseau.</source>
        <translation>Selling, trade-ins and closing go on. All of it leaves, once, when the network is back.</translation>
    </message>
    <message>
        <source>Rien n’est vendu pour l’instant&#x202f;: un numéro de ticket ne sert jamais deux fois. Le central donne une nouvelle série, ou un responsable en ouvre une ici.</source>
        <translation>Nothing is sold for now: a ticket number never serves twice. Central gives a new series, or a manager opens one here.</translation>
    </message>
    <message>
        <source>Les règlements par carte restent possibles. Les espèces demandent une session ouverte.</source>
        <translation>Card payments stay possible. Cash needs an open session.</translation>
    </message>
    <message>
        <source>La vente continue.</source>
        <translation>Selling goes on.</translation>
    </message>
</context>
<context>
    <name>StepHead</name>
    <message>
        <source>Étape %1 sur %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>%1 de plus que prévu</source>
        <translation>%1 over plan</translation>
    </message>
    <message>
        <source>encore %1 prévues</source>
        <translation>%1 more planned</translation>
    </message>
</context>
<context>
    <name>StepListSheet</name>
    <message>
        <source>Les étapes</source>
        <translation>The steps</translation>
    </message>
    <message>
        <source>non testé</source>
        <translation>not tested</translation>
    </message>
    <message>
        <source>Pauses, comptées à part</source>
        <translation>Pauses, counted apart</translation>
    </message>
</context>
<context>
    <name>StepTools</name>
    <message>
        <source>Tout est conforme</source>
        <translation>Everything works</translation>
    </message>
    <message>
        <source>Tout conforme</source>
        <translation>All conform</translation>
    </message>
    <message>
        <source>Faire l’offre maintenant</source>
        <translation>Make the offer now</translation>
    </message>
    <message>
        <source>Donner cinq minutes</source>
        <translation>Give five minutes</translation>
    </message>
    <message>
        <source>Aider à retirer le verrou</source>
        <translation>Help to take the lock off</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Rendre l’appareil</source>
        <translation>Give the device back</translation>
    </message>
    <message>
        <source>Test par le téléphone</source>
        <translation>Test by phone</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Sans conclusion</source>
        <translation>Inconclusive</translation>
    </message>
    <message>
        <source>Mettre en pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Quantité</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>%1 : moins</source>
        <translation>%1: less</translation>
    </message>
    <message>
        <source>%1 : plus</source>
        <translation>%1: more</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Toutes les étapes</source>
        <translation>All steps</translation>
    </message>
    <message>
        <source>non testé</source>
        <translation>not tested</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>StoreHead</name>
    <message>
        <source>Tableau</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Transferts</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Registres</source>
        <translation>Registers</translation>
    </message>
</context>
<context>
    <name>StoreWorkspace</name>
    <message>
        <source>Le magasin est réservé aux responsables</source>
        <translation>The store is for managers</translation>
    </message>
    <message>
        <source>Demandez à un responsable de s’identifier par son badge ou son code. Vos paniers restent en attente.</source>
        <translation>Ask a manager to sign in by badge or code. Your baskets stay parked.</translation>
    </message>
</context>
<context>
    <name>StripSheet</name>
    <message>
        <source>Présentez la bande &lt;&lt;&lt; à la caméra</source>
        <translation>Show the &lt;&lt;&lt; strip to the camera</translation>
    </message>
    <message>
        <source>Posez la pièce à plat, la bande nette et bien éclairée. Elle se lit seule&#x202f;; aucune image n’est gardée.</source>
        <translation>Lay the document flat, its strip sharp and well lit. It is read by itself; no picture is kept.</translation>
    </message>
    <message>
        <source>Taper à la main</source>
        <translation>Type it</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Trier par %1</source>
        <translation>Sort by %1</translation>
    </message>
</context>
<context>
    <name>TenderChoice</name>
    <message>
        <source>Tout est réglé</source>
        <translation>All is paid</translation>
    </message>
    <message>
        <source>Reste à payer</source>
        <translation>Left to pay</translation>
    </message>
    <message>
        <source>À rendre au client</source>
        <translation>To give back</translation>
    </message>
    <message>
        <source>%1 déjà réglés sur %2</source>
        <translation>%1 of %2 already paid</translation>
    </message>
    <message>
        <source>Total à rendre&#x202f;: %1</source>
        <translation>Total to give back: %1</translation>
    </message>
    <message>
        <source>Total du panier&#x202f;: %1</source>
        <translation>Basket total: %1</translation>
    </message>
    <message>
        <source>Avoir</source>
        <translation>Credit note</translation>
    </message>
    <message>
        <source>Bon, carte</source>
        <translation>Voucher, card</translation>
    </message>
    <message>
        <source>ou carte à scanner</source>
        <translation>or scan a card</translation>
    </message>
    <message>
        <source>cadeau, à scanner</source>
        <translation>gift, to scan</translation>
    </message>
    <message>
        <source>avec identité</source>
        <translation>with identity</translation>
    </message>
    <message>
        <source>avec référence</source>
        <translation>with reference</translation>
    </message>
    <message>
        <source>Le client réside à l’étranger</source>
        <translation>The customer lives abroad</translation>
    </message>
    <message>
        <source>justificatif vu&#x202f;: plus de %1 en espèces</source>
        <translation>proof seen: more than %1 in cash</translation>
    </message>
    <message>
        <source>Au clavier&#x202f;: E espèces, C carte, B bon, H chèque, V virement.</source>
        <translation>Keyboard: E cash, C card, B voucher, H cheque, V transfer.</translation>
    </message>
    <message>
        <source>Moyen de règlement</source>
        <translation>Way of paying</translation>
    </message>
    <message>
        <source>rend la monnaie</source>
        <translation>gives change</translation>
    </message>
    <message>
        <source>du tiroir</source>
        <translation>from the drawer</translation>
    </message>
    <message>
        <source>%1 au terminal</source>
        <translation>%1 on the terminal</translation>
    </message>
    <message>
        <source>Retour au panier</source>
        <translation>Back to the basket</translation>
    </message>
</context>
<context>
    <name>TesterLine</name>
    <message>
        <source>N° de série du testeur</source>
        <translation>Tester serial no.</translation>
    </message>
    <message>
        <source>Étalonné le</source>
        <translation>Calibrated on</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>TicketDetail</name>
    <message>
        <source>Ticket %1</source>
        <translation>Ticket %1</translation>
    </message>
    <message>
        <source>Duplicata</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Imprimer un duplicata</source>
        <translation>Print a copy</translation>
    </message>
    <message>
        <source>Retour possible jusqu’au %1</source>
        <translation>May come back until %1</translation>
    </message>
    <message>
        <source>Délai passé le %1</source>
        <translation>Time was up on %1</translation>
    </message>
    <message>
        <source>Délai passé le %1&#xa0;: accord d’un responsable</source>
        <translation>Time was up on %1: a manager must approve</translation>
    </message>
    <message>
        <source>Lignes du ticket</source>
        <translation>Lines of the ticket</translation>
    </message>
    <message>
        <source>État constaté&#x202f;: rayure, boîte ouverte…</source>
        <translation>Condition seen: scratch, open box…</translation>
    </message>
    <message>
        <source>État constaté de ce qui revient</source>
        <translation>Condition of what comes back</translation>
    </message>
    <message>
        <source>Reprendre · %1</source>
        <translation>Take back · %1</translation>
    </message>
    <message>
        <source>Choisissez ce qui revient</source>
        <translation>Choose what comes back</translation>
    </message>
    <message>
        <source>scannez l’appareil ···· %1</source>
        <translation>scan the device ···· %1</translation>
    </message>
    <message>
        <source>dites pourquoi</source>
        <translation>say why</translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>Remboursement</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Échange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Aucun ticket trouvé</source>
        <translation>No ticket found</translation>
    </message>
    <message>
        <source>Aucun ticket aujourd’hui</source>
        <translation>No ticket today</translation>
    </message>
    <message>
        <source>Vérifiez le numéro, ou cherchez par la fin de l’IMEI. Les autres caisses gardent les leurs&#x202f;: touchez « Autres caisses ».</source>
        <translation>Check the number, or search by the end of the IMEI. The other tills keep their own: touch “Other tills”.</translation>
    </message>
</context>
<context>
    <name>TicketsPage</name>
    <message>
        <source>Numéro, IMEI, carte, 22/11</source>
        <translation>Number, IMEI, card, 22/11</translation>
    </message>
    <message>
        <source>N°, IMEI, fin de carte</source>
        <translation>No., IMEI, end of card</translation>
    </message>
    <message>
        <source>N°, IMEI, carte</source>
        <translation>No., IMEI, card</translation>
    </message>
    <message>
        <source>Chercher un ticket</source>
        <translation>Search for a ticket</translation>
    </message>
    <message>
        <source>Retour à la vente</source>
        <translation>Back to the sale</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Recherche…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Autres caisses</source>
        <translation>Other tills</translation>
    </message>
    <message>
        <source>Chercher aux autres caisses</source>
        <translation>Search the other tills</translation>
    </message>
    <message>
        <source>Scannez le ticket ou l’appareil</source>
        <translation>Scan the ticket or the device</translation>
    </message>
    <message>
        <source>Le ticket s’ouvre avec ses garanties et ce qui peut encore être rendu. Sans ticket&#xa0;: la fin de l’IMEI ou les 4 derniers chiffres de la carte.</source>
        <translation>The ticket opens with its guarantees and what may still come back. Without a ticket: the end of the IMEI or the last 4 digits of the card.</translation>
    </message>
</context>
<context>
    <name>ToLookAt</name>
    <message numerus="yes">
        <source>%n appareil(s) à effacer</source>
        <translation>
            <numerusform>%n device to erase</numerusform>
            <numerusform>%n devices to erase</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) à contrôler</source>
        <translation>
            <numerusform>%n device to inspect</numerusform>
            <numerusform>%n devices to inspect</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) à l’atelier</source>
        <translation>
            <numerusform>%n device in the workshop</numerusform>
            <numerusform>%n devices in the workshop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) bloqué(s)</source>
        <translation>
            <numerusform>%n device blocked</numerusform>
            <numerusform>%n devices blocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) en quarantaine</source>
        <translation>
            <numerusform>%n device in quarantine</numerusform>
            <numerusform>%n devices in quarantine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acompte(s) échu(s)</source>
        <translation>
            <numerusform>%n expired deposit</numerusform>
            <numerusform>%n expired deposits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nom(s) interdit(s) au catalogue</source>
        <translation>
            <numerusform>%n forbidden name in the catalogue</numerusform>
            <numerusform>%n forbidden names in the catalogue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) depuis plus de 90 jours</source>
        <translation>
            <numerusform>%n device for over 90 days</numerusform>
            <numerusform>%n devices for over 90 days</numerusform>
        </translation>
    </message>
    <message>
        <source>L’effacement se prouve avant le contrôle</source>
        <translation>Erasure is proven before the inspection</translation>
    </message>
    <message>
        <source>Trente points avant la mise en vente</source>
        <translation>Thirty points before sale</translation>
    </message>
    <message>
        <source>Réparation puis nouveau contrôle</source>
        <translation>Repair, then inspection again</translation>
    </message>
    <message>
        <source>Ne se vend pas : voir la raison</source>
        <translation>Not for sale: see why</translation>
    </message>
    <message>
        <source>Délai de garde en cours</source>
        <translation>Holding period running</translation>
    </message>
    <message>
        <source>À prolonger ou à libérer : Vente, F6</source>
        <translation>To extend or to release: Sale, F6</translation>
    </message>
    <message>
        <source>Un appareil d’occasion ne se dit pas neuf&#x202f;: retiré partout, à corriger au central</source>
        <translation>A used device is not called new: cut everywhere, to be mended at central</translation>
    </message>
    <message>
        <source>Prix ou vitrine à revoir</source>
        <translation>Price or window to review</translation>
    </message>
    <message>
        <source>À regarder</source>
        <translation>To look at</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message>
        <source>Rien à signaler</source>
        <translation>Nothing to report</translation>
    </message>
    <message>
        <source>Aucun appareil n’attend trop longtemps.</source>
        <translation>No device has waited too long.</translation>
    </message>
</context>
<context>
    <name>TradeInCard</name>
    <message>
        <source>Commencées</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>Offre faite</source>
        <translation>Offer made</translation>
    </message>
    <message>
        <source>Acceptées</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Reprises du jour</source>
        <translation>Today’s trade-ins</translation>
    </message>
    <message>
        <source>%1 achetés</source>
        <translation>%1 bought</translation>
    </message>
    <message>
        <source>%1 de pause&#xa0;:&#x202f;%2</source>
        <translation>%1 paused: %2</translation>
    </message>
</context>
<context>
    <name>TradeInRow</name>
    <message>
        <source>achetée, reste : %1</source>
        <translation>bought, left: %1</translation>
    </message>
    <message>
        <source>%1 · %2 · depuis %3</source>
        <translation>%1 · %2 · since %3</translation>
    </message>
    <message>
        <source>%1 · IMEI ···· %2 · %3</source>
        <translation>%1 · IMEI ···· %2 · %3</translation>
    </message>
    <message>
        <source>···· %1 · %2</source>
        <translation>···· %1 · %2</translation>
    </message>
    <message>
        <source>Reprise %1</source>
        <translation>Trade-in %1</translation>
    </message>
    <message>
        <source>Refusée</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Achetée</source>
        <translation>Bought</translation>
    </message>
    <message>
        <source>En pause</source>
        <translation>Paused</translation>
    </message>
</context>
<context>
    <name>TrainingBand</name>
    <message>
        <source>MODE FORMATION</source>
        <translation>TRAINING MODE</translation>
    </message>
    <message>
        <source>rien n’est vendu ni encaissé</source>
        <translation>nothing is sold or paid</translation>
    </message>
    <message>
        <source>rien n’est vendu, rien n’est encaissé, chaque papier porte «&#x202f;FORMATION&#x202f;»</source>
        <translation>nothing is sold, nothing is paid, every paper says “TRAINING”</translation>
    </message>
</context>
<context>
    <name>TrainingSheet</name>
    <message>
        <source>S’entraîner</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>La même boutique, pour apprendre&#x202f;: tous les gestes sont possibles, rien n’est vendu ni encaissé. Le tiroir reste fermé et chaque papier porte «&#x202f;FORMATION&#x202f;».</source>
        <translation>The same shop, to learn in: everything can be tried, nothing is sold or paid. The drawer stays shut and every paper says FORMATION.</translation>
    </message>
    <message>
        <source>Le panier en cours vous attend. Vous quittez la formation par le même bouton.</source>
        <translation>The open basket waits for you. The same button brings you back.</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Préparation…</source>
        <translation>Getting ready…</translation>
    </message>
    <message>
        <source>Commencer la formation</source>
        <translation>Start training</translation>
    </message>
</context>
<context>
    <name>TrainingVeil</name>
    <message>
        <source>FORMATION</source>
        <translation>TRAINING</translation>
    </message>
</context>
<context>
    <name>TransfersPage</name>
    <message>
        <source>Transferts</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Entre les magasins de la société</source>
        <translation>Between the company’s shops</translation>
    </message>
    <message>
        <source>Colis</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>De %1</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>À %1</source>
        <translation>To %1</translation>
    </message>
    <message>
        <source>%1 à scanner</source>
        <translation>%1 to scan</translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message>
        <source>Aucun colis</source>
        <translation>No parcel</translation>
    </message>
    <message>
        <source>Le central n’a pas encore nommé d’autre magasin de la société.</source>
        <translation>Central has not named another shop of the company yet.</translation>
    </message>
    <message>
        <source>Un colis annoncé par un autre magasin apparaît ici.</source>
        <translation>A parcel that another shop announces appears here.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Envoyer à %1</source>
        <translation>Send to %1</translation>
    </message>
    <message>
        <source>Préparer un colis</source>
        <translation>Pack a parcel</translation>
    </message>
    <message>
        <source>Bon de transfert</source>
        <translation>Transfer slip</translation>
    </message>
    <message>
        <source>Pourquoi le refuser&#x202f;?</source>
        <translation>Why refuse it?</translation>
    </message>
    <message>
        <source>Abîmé dans le transport</source>
        <translation>Damaged on the way</translation>
    </message>
    <message>
        <source>Ce n’est pas l’appareil annoncé</source>
        <translation>Not the device that was announced</translation>
    </message>
    <message>
        <source>Pas demandé</source>
        <translation>Not asked for</translation>
    </message>
</context>
<context>
    <name>UnitRow</name>
    <message>
        <source>···· %1 · repris par vous, à contrôler par un autre</source>
        <translation>···· %1 · bought by you, for another to inspect</translation>
    </message>
    <message numerus="yes">
        <source>···· %1 · depuis %n jour(s)</source>
        <translation>
            <numerusform>···· %1 · for %n day</numerusform>
            <numerusform>···· %1 · for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>···· %1 · arrivé aujourd’hui</source>
        <translation>···· %1 · came in today</translation>
    </message>
    <message>
        <source>···· %1 · repris par vous</source>
        <translation>···· %1 · bought by you</translation>
    </message>
    <message>
        <source>···· %1 · %2</source>
        <translation>···· %1 · %2</translation>
    </message>
</context>
<context>
    <name>UnitSheet</name>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>En magasin</source>
        <translation>In the shop</translation>
    </message>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Livre de police</source>
        <translation>Police register</translation>
    </message>
    <message>
        <source>Batterie</source>
        <translation>Battery</translation>
    </message>
    <message>
        <source>Acheté</source>
        <translation>Bought for</translation>
    </message>
    <message>
        <source>Prix de vente</source>
        <translation>Sale price</translation>
    </message>
    <message>
        <source>Passeport de l’appareil</source>
        <translation>Passport of the device</translation>
    </message>
    <message>
        <source>Mettre à part</source>
        <translation>Set apart</translation>
    </message>
    <message>
        <source>Changer l’état</source>
        <translation>Change the grade</translation>
    </message>
    <message>
        <source>Passeport</source>
        <translation>Passport</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Appareil</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Jours</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Prix</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Appareils</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>%1, retenu</source>
        <translation>%1, on hold</translation>
    </message>
    <message>
        <source>Aucun appareil ne correspond</source>
        <translation>No device matches</translation>
    </message>
    <message>
        <source>Changez le filtre, ou cherchez la fin de l’IMEI.</source>
        <translation>Change the filter, or search the end of the IMEI.</translation>
    </message>
</context>
<context>
    <name>Viewfinder</name>
    <message>
        <source>Image de la caméra</source>
        <translation>Picture of the camera</translation>
    </message>
    <message>
        <source>La caméra s’allume…</source>
        <translation>The camera is switching on…</translation>
    </message>
</context>
<context>
    <name>ViewfinderSheet</name>
    <message>
        <source>Photo&#x202f;: %1</source>
        <translation>Photo: %1</translation>
    </message>
    <message>
        <source>À montrer</source>
        <translation>To show</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Photo %1</translation>
    </message>
    <message>
        <source>Entrée prend la photo, Échap revient.</source>
        <translation>Enter takes the photo, Esc goes back.</translation>
    </message>
    <message>
        <source>Prendre la photo</source>
        <translation>Take the photo</translation>
    </message>
</context>
<context>
    <name>VirtualCounter</name>
    <message>
        <source>Comptoir virtuel</source>
        <translation>Virtual counter</translation>
    </message>
    <message>
        <source>Touchez un objet : le lecteur le lit, comme au magasin.</source>
        <translation>Touch a thing: the scanner reads it, as in the shop.</translation>
    </message>
    <message>
        <source>Code d’installation de la borne : %1</source>
        <translation>The kiosk’s installation code: %1</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>moins bien en main</source>
        <translation>worse in the hand</translation>
    </message>
    <message>
        <source>mieux que les classes ne disent</source>
        <translation>better than the classes say</translation>
    </message>
    <message>
        <source>photos comparées</source>
        <translation>photos compared</translation>
    </message>
    <message>
        <source>erreur de contrôle</source>
        <translation>inspection mistake</translation>
    </message>
    <message>
        <source>autre motif</source>
        <translation>other reason</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2 au lieu de %3, par %4, %5</source>
        <translation>%1: %2 instead of %3, by %4, %5</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2 au lieu de %3, par %4 et %5, %6</source>
        <translation>%1: %2 instead of %3, by %4 and %5, %6</translation>
    </message>
    <message>
        <source>%1&#xa0;: réparé par %2, points %3</source>
        <translation>%1: repaired by %2, points %3</translation>
    </message>
    <message>
        <source>%1&#xa0;: réparé par %2, points %3, %4</source>
        <translation>%1: repaired by %2, points %3, %4</translation>
    </message>
    <message>
        <source>Pourquoi cet état&#x202f;?</source>
        <translation>Why this grade?</translation>
    </message>
    <message>
        <source>Contrôle du %1 par %2 · règle %3 du barème %4</source>
        <translation>Inspected on %1 by %2 · rule %3 of table %4</translation>
    </message>
    <message>
        <source>Écran %1</source>
        <translation>Screen %1</translation>
    </message>
    <message>
        <source>Coque %1</source>
        <translation>Body %1</translation>
    </message>
    <message>
        <source>Batterie %1</source>
        <translation>Battery %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Premium</source>
        <translation>Premium</translation>
    </message>
    <message>
        <source>Parfait état</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>Très bon état</source>
        <translation>Very good</translation>
    </message>
    <message>
        <source>État correct</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>dont taxe de vente&#x202f;: %1</source>
        <translation>incl. sales tax: %1</translation>
    </message>
    <message>
        <source>dont taxe de vente %1&#x202f;: %2</source>
        <translation>incl. sales tax %1: %2</translation>
    </message>
    <message>
        <source>Neuf : %1 (%2, %3)</source>
        <translation>New: %1 (%2, %3)</translation>
    </message>
    <message>
        <source>Smartphones</source>
        <translation>Smartphones</translation>
    </message>
    <message>
        <source>Tablettes</source>
        <translation>Tablets</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>Laptops</translation>
    </message>
    <message>
        <source>Consoles</source>
        <translation>Consoles</translation>
    </message>
    <message>
        <source>Montres</source>
        <translation>Watches</translation>
    </message>
    <message>
        <source>Maison</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Accessoires</source>
        <translation>Accessories</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Autres</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>À effacer</source>
        <translation>To erase</translation>
    </message>
    <message>
        <source>À contrôler</source>
        <translation>To inspect</translation>
    </message>
    <message>
        <source>À l’atelier</source>
        <translation>In the workshop</translation>
    </message>
    <message>
        <source>En vente</source>
        <translation>For sale</translation>
    </message>
    <message>
        <source>Réservé</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>Vendu</source>
        <translation>Sold</translation>
    </message>
    <message>
        <source>Bloqué</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>En quarantaine</source>
        <translation>In quarantine</translation>
    </message>
    <message>
        <source>Pour pièces</source>
        <translation>For parts</translation>
    </message>
    <message>
        <source>En transfert</source>
        <translation>In transfer</translation>
    </message>
    <message>
        <source>Espèces</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Carte bancaire</source>
        <translation>Bank card</translation>
    </message>
    <message>
        <source>Bon d’achat</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Carte cadeau</source>
        <translation>Gift card</translation>
    </message>
    <message>
        <source>Acompte versé</source>
        <translation>Deposit paid</translation>
    </message>
    <message>
        <source>Chèque</source>
        <translation>Cheque</translation>
    </message>
    <message>
        <source>Virement</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>IMEI ···· %1</source>
        <translation>IMEI ···· %1</translation>
    </message>
    <message>
        <source>N° ···· %1</source>
        <translation>No. ···· %1</translation>
    </message>
    <message>
        <source>EAN ···· %1</source>
        <translation>EAN ···· %1</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
</context>
<context>
    <name>WorkshopCostCard</name>
    <message>
        <source>Temps passé</source>
        <translation>Time spent</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Main-d’œuvre</source>
        <translation>Labour</translation>
    </message>
    <message>
        <source>Déjà réparé</source>
        <translation>Repaired before</translation>
    </message>
    <message>
        <source>Le %1</source>
        <translation>On %1</translation>
    </message>
    <message>
        <source>Le coût reste sur l’appareil&#x202f;; la base de la TVA sur la marge ne change pas.</source>
        <translation>The cost stays on the device; the base of the VAT on the margin does not change.</translation>
    </message>
    <message>
        <source>Un responsable dit pourquoi il le libère&#x202f;; le journal garde les deux noms.</source>
        <translation>A manager says why it is released; the journal keeps both names.</translation>
    </message>
</context>
<context>
    <name>WorkshopPage</name>
    <message>
        <source>Pièces posées</source>
        <translation>Parts fitted</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Rendre au contrôle</source>
        <translation>Back to inspection</translation>
    </message>
    <message>
        <source>Mettre à part</source>
        <translation>Set apart</translation>
    </message>
</context>
<context>
    <name>WorkshopUnitCard</name>
    <message>
        <source>Vous l’avez contrôlé : un collègue le répare.</source>
        <translation>You inspected it: a colleague repairs it.</translation>
    </message>
</context>
<context>
    <name>WorkshopWords</name>
    <message>
        <source>Remettre au contrôle</source>
        <translation>Back to inspection</translation>
    </message>
    <message>
        <source>Mettre à l’atelier</source>
        <translation>To the workshop</translation>
    </message>
    <message>
        <source>Pour pièces</source>
        <translation>For parts</translation>
    </message>
    <message>
        <source>Verrou retiré par le propriétaire</source>
        <translation>Lock removed by its owner</translation>
    </message>
    <message>
        <source>Mis hors de danger</source>
        <translation>Made safe</translation>
    </message>
    <message>
        <source>Photos comparées</source>
        <translation>Photos compared</translation>
    </message>
    <message>
        <source>Erreur de contrôle</source>
        <translation>Inspection mistake</translation>
    </message>
    <message>
        <source>Ne vaut pas la réparation</source>
        <translation>Not worth the repair</translation>
    </message>
</context>
</TS>
