pragma Singleton
import QtQuick

// What to do about a fault, as three drawn steps: [{title, detail, drawing}].
QtObject {
    id: steps

    function step(title: string, detail: string, drawing: string): var {
        return {
            "title": title,
            "detail": detail,
            "drawing": drawing
        };
    }

    function of(key: string, condition: string): var {
        if (key === "printer" || key === "labels")
            return condition === "offline" || condition === "unknown" || condition === "none" ? steps.silentPrinter() : steps.paper();
        if (key === "scanner")
            return steps.scanner();
        if (key === "sync" && condition === "quarantined")
            return steps.newNumbers();
        if (key === "sync")
            return condition === "refused" || condition === "central_older" ? steps.support() : steps.network();
        if (key === "journal" || key === "signature")
            return steps.support();
        return [];
    }

    function paper(): var {
        return [steps.step(qsTr("Ouvrez le capot"), qsTr("Tirez le levier vers vous."), "printer-open"), steps.step(qsTr("Posez un rouleau de 80 mm"), qsTr("Le papier sort par-dessous, vers vous."), "printer-roll"), steps.step(qsTr("Refermez jusqu’au clic"), qsTr("Le voyant passe au vert fixe."), "printer-closed")];
    }

    function silentPrinter(): var {
        return [steps.step(qsTr("Allumez l’imprimante"), qsTr("Le voyant doit être vert fixe."), "power-on"), steps.step(qsTr("Vérifiez le câble"), qsTr("Débranchez-le, puis rebranchez-le des deux côtés."), "plug-in"), steps.step(qsTr("Faites un essai"), qsTr("Les papiers en attente suivent tout seuls."), "test-run")];
    }

    function scanner(): var {
        return [steps.step(qsTr("Vérifiez le câble"), qsTr("Débranchez-le, puis rebranchez-le."), "plug-in"), steps.step(qsTr("Attendez dix secondes"), qsTr("La borne le retrouve toute seule."), "wait-clock"), steps.step(qsTr("Scannez un article"), qsTr("Le lecteur bipe quand le code est lu."), "test-run")];
    }

    function network(): var {
        return [steps.step(qsTr("Regardez la box du magasin"), qsTr("Le voyant Internet doit être allumé."), "network"), steps.step(qsTr("Vérifiez le câble réseau"), qsTr("Il clique quand il est bien en place."), "plug-in"), steps.step(qsTr("Continuez à travailler"), qsTr("La borne réessaie toute seule."), "wait-clock")];
    }

    // Nothing can be sold until central has given a new series of numbers: the network first, then people.
    function newNumbers(): var {
        return [steps.step(qsTr("Vérifiez le câble réseau"), qsTr("Il clique quand il est bien en place."), "plug-in"), steps.step(qsTr("Laissez la borne allumée"), qsTr("La borne réessaie toute seule."), "wait-clock"), steps.step(qsTr("Appelez l’assistance"), qsTr("Dites le nom du magasin et de la caisse."), "network")];
    }

    function support(): var {
        return [steps.step(qsTr("Continuez à vendre"), qsTr("Le journal garde tout, rien n’est perdu."), "test-run"), steps.step(qsTr("Appelez l’assistance"), qsTr("Dites le nom du magasin et de la caisse."), "network"), steps.step(qsTr("Laissez la borne allumée"), qsTr("L’assistance la vérifie à distance."), "power-on")];
    }
}
