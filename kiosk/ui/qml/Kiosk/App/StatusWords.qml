pragma Singleton
import QtQuick

// The words of the kiosk's own state, by part and condition. The codes come from `StatusViewModel`.
QtObject {
    id: words

    function part(key: string): string {
        switch (key) {
        case "printer":
            return qsTr("Imprimante de tickets");
        case "labels":
            return qsTr("Imprimante d’étiquettes");
        case "scanner":
            return qsTr("Lecteur");
        case "drawer":
            return qsTr("Tiroir-caisse");
        case "sync":
            return qsTr("Central");
        case "signature":
            return qsTr("Signature fiscale");
        default:
            return qsTr("Disque et journal");
        }
    }

    // One line under the part's name on the status page.
    function condition(key: string, condition: string, since: string, count: int): string {
        switch (condition) {
        case "ready":
            return key === "printer" || key === "labels" ? qsTr("Prête") : qsTr("Prêt");
        case "paper_low":
            return qsTr("Papier bientôt fini");
        case "paper_out":
            return qsTr("Plus de papier");
        case "cover_open":
            return qsTr("Capot ouvert");
        case "offline":
            return key === "sync" ? qsTr("Hors ligne depuis %1").arg(since) : qsTr("Ne répond pas depuis %1").arg(since);
        case "unknown":
            return qsTr("Pas encore vérifié");
        case "none":
            return key === "scanner" ? qsTr("Prêt, en mode clavier") : qsTr("Pas installé");
        case "open":
            return qsTr("Ouvert à %1").arg(since);
        case "closed":
            return qsTr("Pas de session ouverte");
        case "up_to_date":
            return qsTr("À jour");
        case "pending":
            return qsTr("%n envoi(s) en attente", "", count);
        case "central_older":
            return qsTr("Central plus ancien");
        case "refused":
            return qsTr("Refusé depuis %1").arg(since);
        case "quarantined":
            return qsTr("Base à faire vérifier");
        case "broken":
            return qsTr("Journal abîmé");
        case "degraded":
            return qsTr("Mode dégradé depuis %1").arg(since);
        case "verified":
            return qsTr("Vérifiés à %1").arg(since);
        default:
            return qsTr("Pas encore vérifiés");
        }
    }

    // The strip when all is well: short words at M, none at S.
    function strip(key: string, condition: string, since: string, large: bool): string {
        switch (key) {
        case "sync":
            return qsTr("À jour");
        case "printer":
            return qsTr("Imprimante");
        case "scanner":
            return qsTr("Lecteur");
        default:
            return condition === "open" ? (large ? qsTr("Tiroir ouvert à %1").arg(since) : qsTr("Tiroir")) : (large ? qsTr("Tiroir fermé") : qsTr("Tiroir"));
        }
    }

    // Under the names at the door.
    function door(key: string, condition: string): string {
        switch (key) {
        case "printer":
            return condition === "none" ? qsTr("Sans imprimante") : qsTr("Imprimante prête");
        case "scanner":
            return qsTr("Lecteur prêt");
        default:
            return qsTr("À jour");
        }
    }

    // The tinted pill of the strip: what and since when.
    function pill(key: string, condition: string, since: string, minutes: int, count: int): string {
        switch (key + " " + condition) {
        case "sync pending":
            return qsTr("%1 en attente, depuis %2 min").arg(count).arg(minutes);
        case "sync offline":
            return qsTr("Hors ligne depuis %1").arg(since);
        case "sync refused":
            return qsTr("Central refuse depuis %1").arg(since);
        case "sync quarantined":
            return qsTr("Base à vérifier");
        case "printer paper_low":
            return qsTr("Papier bientôt fini");
        case "printer paper_out":
            return qsTr("Papier fini depuis %1").arg(since);
        case "printer cover_open":
            return qsTr("Capot ouvert depuis %1").arg(since);
        case "printer offline":
            return qsTr("Imprimante muette depuis %1").arg(since);
        case "scanner offline":
            return qsTr("Lecteur muet depuis %1").arg(since);
        default:
            return words.condition(key, condition, since, count);
        }
    }

    function title(key: string, condition: string): string {
        switch (key + " " + condition) {
        case "printer paper_out":
            return qsTr("Il n’y a plus de papier dans l’imprimante de tickets");
        case "printer paper_low":
            return qsTr("Le papier de l’imprimante de tickets est bientôt fini");
        case "printer cover_open":
            return qsTr("Le capot de l’imprimante de tickets est ouvert");
        case "printer offline":
            return qsTr("L’imprimante de tickets ne répond pas");
        case "printer none":
            return qsTr("Aucune imprimante de tickets n’est installée");
        case "labels offline":
            return qsTr("L’imprimante d’étiquettes ne répond pas");
        case "scanner offline":
            return qsTr("Le lecteur de codes ne répond pas");
        case "sync offline":
            return qsTr("Le central n’est pas joignable");
        case "sync pending":
            return qsTr("Des envois attendent le central");
        case "sync central_older":
            return qsTr("Le central est plus ancien que cette caisse");
        case "sync refused":
            return qsTr("Le central refuse cette caisse");
        case "sync quarantined":
            return qsTr("Cette base doit être vérifiée par l’assistance");
        case "drawer closed":
            return qsTr("Aucune session de caisse n’est ouverte");
        case "drawer open":
            return qsTr("La session de caisse est ouverte");
        case "sync up_to_date":
            return qsTr("Tout est arrivé au central");
        case "journal verified":
            return qsTr("Le disque et le journal sont en ordre");
        case "journal broken":
            return qsTr("Une écriture du journal n’est plus intacte");
        case "journal unverified":
            return qsTr("Le journal n’a pas encore été vérifié");
        case "signature degraded":
            return qsTr("Les tickets ne sont pas signés pour l’instant");
        case "scanner none":
            return qsTr("Le lecteur est prêt, en mode clavier");
        default:
            return condition === "ready" ? qsTr("Tout va bien") : words.part(key);
        }
    }

    // Under the title: since when, and which machine.
    function sinceLine(part: string, tone: string, since: string, minutes: int, machine: string): string {
        const parts = [];
        if (tone !== "" && since !== "")
            parts.push(minutes < 60 ? qsTr("Depuis %1, il y a %n minute(s)", "", minutes).arg(since) : qsTr("Depuis %1").arg(since));
        if (machine !== "")
            parts.push(part === "journal" ? qsTr("Écriture %1").arg(machine) : machine);
        return parts.join(" · ");
    }

    // What still works, said before what is broken.
    function works(key: string, condition: string, count: int): string {
        switch (key) {
        case "printer":
            return count > 0 ? qsTr("La vente continue. %n ticket(s) en attente sortiront tout seuls, dans l’ordre.", "", count) : qsTr("La vente continue. Les tickets attendront et sortiront tout seuls, dans l’ordre.");
        case "signature":
            return qsTr("La vente continue. Chaque ticket porte une empreinte et sera signé tout seul dès que la clé répond.");
        case "labels":
            return qsTr("La vente et les reprises continuent. Les étiquettes s’imprimeront ensuite.");
        case "scanner":
            return qsTr("La vente continue. Les codes peuvent aussi être tapés dans la recherche.");
        case "sync":
            if (condition === "central_older")
                return qsTr("La vente, les reprises et les échanges avec le central continuent. Seul ce qu’il ne connaît pas encore attend sa mise à jour.");
            return condition === "quarantined" ? qsTr("Rien n’est vendu pour l’instant : un numéro de ticket ne sert jamais deux fois. Le central donne une nouvelle série, ou un responsable en ouvre une ici.") : qsTr("La vente, les reprises et la clôture continuent. Tout partira, une seule fois, au retour du réseau.");
        case "drawer":
            return qsTr("Les règlements par carte restent possibles. Les espèces demandent une session ouverte.");
        default:
            return qsTr("La vente continue.");
        }
    }
}
