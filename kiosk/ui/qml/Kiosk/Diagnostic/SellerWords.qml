pragma Singleton
import QtQuick

// The words of the seller's identity, of what is still missing for the signature, and of the condition a device is bought at.
QtObject {
    id: words

    function sellerField(code: string): string {
        switch (code) {
        case "company":
            return qsTr("Dénomination de la société");
        case "seat":
            return qsTr("Siège de la société");
        case "serial":
            return qsTr("N° de série de l’appareil");
        case "imei":
            return qsTr("IMEI de l’appareil");
        case "imei2":
            return qsTr("Deuxième IMEI");
        case "surname":
            return qsTr("Nom");
        case "first_names":
            return qsTr("Prénoms");
        case "profession":
            return qsTr("Profession");
        case "address":
            return qsTr("Adresse");
        case "document_number":
            return qsTr("Numéro de la pièce");
        case "document_issued_on":
            return qsTr("Délivrée le");
        case "document_authority":
            return qsTr("Délivrée par");
        default:
            return code;
        }
    }

    function sellerExample(code: string): string {
        switch (code) {
        case "address":
            return qsTr("numéro, rue, code postal, ville");
        case "document_issued_on":
            return qsTr("JJ/MM/AAAA");
        case "document_authority":
            return qsTr("préfecture ou mairie");
        case "seat":
            return qsTr("numéro, rue, code postal, ville");
        case "serial":
            return qsTr("Réglages, Informations ; scannez-le");
        case "imei":
        case "imei2":
            return qsTr("composez *#06# ; scannez-le");
        default:
            return "";
        }
    }

    function sellerFault(code: string): string {
        switch (code) {
        case "company":
            return qsTr("Il manque la dénomination.");
        case "seat":
            return qsTr("Il manque le siège social.");
        case "serial":
            return qsTr("Il manque le numéro de série, obligatoire pour un téléphone.");
        case "imei":
            return qsTr("Il manque l’IMEI.");
        case "imei2":
            return qsTr("Il manque le deuxième IMEI, ou il est faux.");
        case "surname":
            return qsTr("Il manque le nom.");
        case "first_names":
            return qsTr("Il manque un prénom.");
        case "profession":
            return qsTr("Il manque la profession, demandée par le livre de police.");
        case "address":
            return qsTr("Il manque l’adresse du domicile.");
        case "document_number":
            return qsTr("Il manque le numéro de la pièce d’identité.");
        case "document_issued_on":
            return qsTr("Il manque la date de délivrance, par exemple 14/03/2021.");
        case "document_authority":
            return qsTr("Il manque qui a délivré la pièce.");
        default:
            return qsTr("À compléter.");
        }
    }

    function documentKind(code: string): string {
        switch (code) {
        case "passport":
            return qsTr("Passeport");
        case "driving_licence":
            return qsTr("Permis de conduire");
        case "residence_permit":
            return qsTr("Titre de séjour");
        default:
            return qsTr("Carte d’identité");
        }
    }

    function provenance(code: string): string {
        switch (code) {
        case "used_purchase":
            return qsTr("Acheté d’occasion");
        case "gift":
            return qsTr("Reçu en cadeau");
        case "inheritance":
            return qsTr("Hérité");
        default:
            return qsTr("Acheté neuf");
        }
    }

    function missing(code: string): string {
        switch (code) {
        case "identity":
            return qsTr("Il manque l’identité du vendeur.");
        case "account":
            return qsTr("Il manque le compte du vendeur.");
        case "declarations":
            return qsTr("Il manque une déclaration du vendeur.");
        case "signature":
            return qsTr("Il manque la signature.");
        default:
            return "";
        }
    }

    // Why an offer was not taken.
    function refusal(code: string): string {
        switch (code) {
        case "thinks_about_it":
            return qsTr("Le client réfléchit");
        case "too_low":
            return qsTr("Prix trop bas pour lui");
        case "keeps_it":
            return qsTr("Il garde son appareil");
        case "elsewhere":
            return qsTr("Il vend ailleurs");
        case "not_bought":
            return qsTr("Appareil non repris");
        default:
            return qsTr("Autre motif");
        }
    }

    // Why another price than the formula's.
    function counter(code: string): string {
        switch (code) {
        case "hidden_damage":
            return qsTr("Dommage hors liste");
        case "missing_accessory":
            return qsTr("Accessoire manquant");
        case "known_customer":
            return qsTr("Client fidèle");
        case "good_condition":
            return qsTr("Très bel état");
        case "price_elsewhere":
            return qsTr("Prix vu ailleurs");
        default:
            return "";
        }
    }

    function proof(kind: string, view: string): string {
        switch (kind) {
        case "photo":
            return qsTr("Photo : %1").arg(view);
        default:
            return qsTr("Accord d’un responsable");
        }
    }

    function condition(code: string): string {
        switch (code) {
        case "functional_flawless":
            return qsTr("Fonctionne, sans trace");
        case "functional_good":
            return qsTr("Fonctionne, bon état");
        case "functional_used":
            return qsTr("Fonctionne, traces d’usage");
        case "functional_cracked":
            return qsTr("Fonctionne, fissuré");
        case "not_functional_used":
            return qsTr("Ne fonctionne pas entièrement");
        case "not_functional_cracked":
            return qsTr("Hors service et fissuré");
        default:
            return "";
        }
    }
}
