import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// What just became of a quotation: made and printed, taken up at its prices, or expired and priced anew; and what is gone.
Notice {
    id: notice

    required property BasketViewModel basket

    shown: notice.basket.told !== ""
    tone: notice.basket.told === "expired" || notice.basket.toldGone !== "" ? "wait" : "ok"
    iconName: "file-text"
    stays: true
    closable: false
    title: {
        switch (notice.basket.told) {
        case "quotation":
            return qsTr("Devis n° %1 imprimé").arg(notice.basket.toldNumber);
        case "expired":
            return qsTr("Devis n° %1 expiré depuis le %2").arg(notice.basket.toldNumber).arg(notice.basket.toldUntil);
        default:
            return qsTr("Devis n° %1 repris").arg(notice.basket.toldNumber);
        }
    }
    detail: {
        const state = notice.basket.told === "expired" ? qsTr("Les prix sont ceux d’aujourd’hui.") : qsTr("Ses prix tiennent jusqu’au %1 inclus.").arg(notice.basket.toldUntil);
        return notice.basket.toldGone === "" ? state : state + " " + qsTr("N’est plus en vente : %1.").arg(notice.basket.toldGone);
    }
}
