<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
<context>
    <name>CashReading</name>
    <message numerus="yes">
        <source>%n ticket(s) pas encore envoyé(s)</source>
        <translation>
            <numerusform>%n ticket pas encore envoyé</numerusform>
            <numerusform>%n tickets pas encore envoyés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingCheck</name>
    <message numerus="yes">
        <source>%n tiroir(s) déjà fermé(s) et compté(s)</source>
        <translation>
            <numerusform>%n tiroir déjà fermé et compté</numerusform>
            <numerusform>%n tiroirs déjà fermés et comptés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingGap</name>
    <message numerus="yes">
        <source>%n jour(s) attendent leur clôture</source>
        <translation>
            <numerusform>%n jour attend sa clôture</numerusform>
            <numerusform>%n jours attendent leur clôture</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingWaits</name>
    <message numerus="yes">
        <source>%n jour(s) d’avant à clore aussi</source>
        <translation>
            <numerusform>%n jour d’avant à clore aussi</numerusform>
            <numerusform>%n jours d’avant à clore aussi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paiement(s) par carte sans réponse</source>
        <translation>
            <numerusform>%n paiement par carte sans réponse</numerusform>
            <numerusform>%n paiements par carte sans réponse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) pas encore envoyé(s)</source>
        <translation>
            <numerusform>%n ticket pas encore envoyé</numerusform>
            <numerusform>%n tickets pas encore envoyés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n panier(s) en attente</source>
        <translation>
            <numerusform>%n panier en attente</numerusform>
            <numerusform>%n paniers en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitmentsPage</name>
    <message numerus="yes">
        <source>Acomptes · %n échu(s)</source>
        <translation>
            <numerusform>Acomptes · %n échu</numerusform>
            <numerusform>Acomptes · %n échus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConditionCard</name>
    <message numerus="yes">
        <source>%n constat(s) enregistré(s), chacun daté et signé par son auteur.</source>
        <translation>
            <numerusform>%n constat enregistré, daté et signé par son auteur.</numerusform>
            <numerusform>%n constats enregistrés, chacun daté et signé par son auteur.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CreditTransfersPage</name>
    <message numerus="yes">
        <source>%n virement(s)</source>
        <translation>
            <numerusform>%n virement</numerusform>
            <numerusform>%n virements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virement(s), %1</source>
        <translation>
            <numerusform>%n virement, %1</numerusform>
            <numerusform>%n virements, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticWords</name>
    <message numerus="yes">
        <source>D’après %n reprise(s) de la chaîne, c’est %1.</source>
        <translation>
            <numerusform>D’après %n reprise de la chaîne, c’est %1.</numerusform>
            <numerusform>D’après %n reprises de la chaîne, c’est %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyBasket</name>
    <message numerus="yes">
        <source>%n acompte(s) échu(s)</source>
        <translation>
            <numerusform>%n acompte échu</numerusform>
            <numerusform>%n acomptes échus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Devis et acomptes, dont %n échu(s)</source>
        <translation>
            <numerusform>Devis et acomptes, dont %n échu</numerusform>
            <numerusform>Devis et acomptes, dont %n échus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message numerus="yes">
        <source>%n fichier(s) prêt(s)</source>
        <translation>
            <numerusform>%n fichier prêt</numerusform>
            <numerusform>%n fichiers prêts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s). L’export est noté dans le journal de la caisse.</source>
        <translation>
            <numerusform>%n ligne. L’export est noté dans le journal de la caisse.</numerusform>
            <numerusform>%n lignes. L’export est noté dans le journal de la caisse.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryFields</name>
    <message numerus="yes">
        <source>On vend ; %n envoi(s) attendent.</source>
        <translation>
            <numerusform>On vend&#x202f;; %n envoi attend.</numerusform>
            <numerusform>On vend&#x202f;; %n envois attendent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldUnitRow</name>
    <message numerus="yes">
        <source>···· %1 · %2 · %n jour(s)</source>
        <translation>
            <numerusform>···· %1 · %2 · %n jour</numerusform>
            <numerusform>···· %1 · %2 · %n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaptopCard</name>
    <message numerus="yes">
        <source>%n rapport(s) d’ordinateur</source>
        <translation>
            <numerusform>%n rapport d’ordinateur</numerusform>
            <numerusform>%n rapports d’ordinateur</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LifeLine</name>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassportSheet</name>
    <message numerus="yes">
        <source>%n point(s) conforme(s)</source>
        <translation>
            <numerusform>%n point conforme</numerusform>
            <numerusform>%n points conformes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastSheet</name>
    <message numerus="yes">
        <source>Passé %n fois chez nous&#x202f;; voici la dernière.</source>
        <translation>
            <numerusform>Passé %n fois chez nous&#x202f;; voici la dernière.</numerusform>
            <numerusform>Passé %n fois chez nous&#x202f;; voici la dernière.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message numerus="yes">
        <source>Code faux, encore %n essai(s)</source>
        <translation>
            <numerusform>Code faux, encore %n essai</numerusform>
            <numerusform>Code faux, encore %n essais</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PoliceTable</name>
    <message numerus="yes">
        <source>%n page(s) scellée(s), toutes intactes.</source>
        <translation>
            <numerusform>%n page scellée, intacte.</numerusform>
            <numerusform>%n pages scellées, toutes intactes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ligne(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message numerus="yes">
        <source>%n clôture(s)</source>
        <translation>
            <numerusform>%n clôture</numerusform>
            <numerusform>%n clôtures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairSheet</name>
    <message numerus="yes">
        <source>%n jour(s) sans l’appareil.</source>
        <translation>
            <numerusform>%n jour sans l’appareil.</numerusform>
            <numerusform>%n jours sans l’appareil.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfTestGrid</name>
    <message numerus="yes">
        <source>Grille tactile, %n case(s) sans réponse</source>
        <translation>
            <numerusform>Grille tactile, %n case sans réponse</numerusform>
            <numerusform>Grille tactile, %n cases sans réponse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfTestSheet</name>
    <message numerus="yes">
        <source>%n défaut(s)</source>
        <translation>
            <numerusform>%n défaut</numerusform>
            <numerusform>%n défauts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SellerSheet</name>
    <message numerus="yes">
        <source>%n ligne(s) lue(s), passez la suivante</source>
        <translation>
            <numerusform>%n ligne lue, passez la suivante</numerusform>
            <numerusform>%n lignes lues, passez la suivante</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message numerus="yes">
        <source>%n appareil(s)</source>
        <translation>
            <numerusform>%n appareil</numerusform>
            <numerusform>%n appareils</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>%n envoi(s) en attente</source>
        <translation>
            <numerusform>%n envoi en attente</numerusform>
            <numerusform>%n envois en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Depuis %1, il y a %n minute(s)</source>
        <translation>
            <numerusform>Depuis %1, il y a %n minute</numerusform>
            <numerusform>Depuis %1, il y a %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>La vente continue. %n ticket(s) en attente sortiront tout seuls, dans l’ordre.</source>
        <translation>
            <numerusform>La vente continue. %n ticket attend et sortira tout seul.</numerusform>
            <numerusform>La vente continue. %n tickets attendent et sortiront tout seuls, dans l’ordre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToLookAt</name>
    <message numerus="yes">
        <source>%n appareil(s) à effacer</source>
        <translation>
            <numerusform>%n appareil à effacer</numerusform>
            <numerusform>%n appareils à effacer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) à contrôler</source>
        <translation>
            <numerusform>%n appareil à contrôler</numerusform>
            <numerusform>%n appareils à contrôler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) à l’atelier</source>
        <translation>
            <numerusform>%n appareil à l’atelier</numerusform>
            <numerusform>%n appareils à l’atelier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) bloqué(s)</source>
        <translation>
            <numerusform>%n appareil bloqué</numerusform>
            <numerusform>%n appareils bloqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) en quarantaine</source>
        <translation>
            <numerusform>%n appareil en quarantaine</numerusform>
            <numerusform>%n appareils en quarantaine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acompte(s) échu(s)</source>
        <translation>
            <numerusform>%n acompte échu</numerusform>
            <numerusform>%n acomptes échus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nom(s) interdit(s) au catalogue</source>
        <translation>
            <numerusform>%n nom interdit au catalogue</numerusform>
            <numerusform>%n noms interdits au catalogue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appareil(s) depuis plus de 90 jours</source>
        <translation>
            <numerusform>%n appareil depuis plus de 90 jours</numerusform>
            <numerusform>%n appareils depuis plus de 90 jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransfersPage</name>
    <message numerus="yes">
        <source>%n appareil(s)</source>
        <translation>
            <numerusform>%n appareil</numerusform>
            <numerusform>%n appareils</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitRow</name>
    <message numerus="yes">
        <source>···· %1 · depuis %n jour(s)</source>
        <translation>
            <numerusform>···· %1 · depuis %n jour</numerusform>
            <numerusform>···· %1 · depuis %n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitSheet</name>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message numerus="yes">
        <source>%n appareil(s)</source>
        <translation>
            <numerusform>%n appareil</numerusform>
            <numerusform>%n appareils</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
