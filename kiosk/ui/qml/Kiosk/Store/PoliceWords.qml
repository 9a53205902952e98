pragma Singleton
import QtQuick

// The words of the police register: what it is opened for, what was done, the names of its columns.
QtObject {
    id: words

    function purpose(code: string): string {
        switch (code) {
        case "inspection":
            return qsTr("Contrôle de police");
        case "stolen_goods":
            return qsTr("Recherche d’un objet volé");
        case "own_check":
            return qsTr("Vérification interne");
        case "seller_asked":
            return qsTr("Demande d’un vendeur");
        case "correction":
            return qsTr("Rectification");
        default:
            return qsTr("Autre motif");
        }
    }

    function act(code: string): string {
        switch (code) {
        case "pdf":
            return qsTr("export PDF");
        case "csv":
            return qsTr("export CSV");
        case "corrected":
            return qsTr("rectification");
        default:
            return qsTr("consultation");
        }
    }

    function column(code: string): string {
        switch (code) {
        case "at":
            return qsTr("Date et heure");
        case "company":
            return qsTr("Dénomination");
        case "seat":
            return qsTr("Siège social");
        case "surname":
            return qsTr("Nom");
        case "first_names":
            return qsTr("Prénoms");
        case "profession":
            return qsTr("Qualité");
        case "address":
            return qsTr("Domicile");
        case "document_number":
            return qsTr("N° de la pièce d’identité");
        case "document_issued_on":
            return qsTr("Délivrée le");
        case "document_authority":
            return qsTr("Délivrée par");
        case "description":
            return qsTr("Description");
        case "identifiers":
            return qsTr("Identifiants");
        case "provenance":
            return qsTr("Provenance");
        case "price":
            return qsTr("Prix d’achat");
        case "payment":
            return qsTr("Mode de règlement");
        case "corrects":
            return qsTr("Rectifie le n°");
        case "corrected_by":
            return qsTr("Rectifié sous le n°");
        default:
            return qsTr("Motif");
        }
    }
}
