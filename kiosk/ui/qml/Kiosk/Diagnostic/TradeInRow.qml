import QtQuick
import Kiosk.Style
import Kiosk.Controls

// One trade-in of today: the device, its state in icon and word, where it stands when it is open.
ListRow {
    id: row

    required property string number
    required property string model
    required property string storage
    required property string colour
    required property string identifierTail
    required property bool open
    required property bool bought
    required property bool declined
    required property bool paused
    required property string step
    required property string progress
    required property string remaining
    required property string began

    title: DiagnosticWords.device(row.model, row.storage, row.colour)
    subtitle: row.open ? row.bought ? qsTr("achetée, reste : %1").arg(row.step) : qsTr("%1 · %2 · depuis %3").arg(row.step).arg(row.progress).arg(row.began) : Look.large ? qsTr("%1 · IMEI ···· %2 · %3").arg(row.number).arg(row.identifierTail).arg(row.began) : qsTr("···· %1 · %2").arg(row.identifierTail).arg(row.began)
    spoken: qsTr("Reprise %1").arg(row.number)
    chevron: row.open
    enabled: row.open

    StatusChip {
        text: row.declined ? qsTr("Refusée") : row.bought ? qsTr("Achetée") : row.paused ? qsTr("En pause") : row.remaining
        tone: row.declined ? "" : row.bought ? "ok" : row.paused ? "wait" : "accent"
        iconName: row.declined ? "undo-2" : row.bought ? "circle-check" : row.paused ? "pause" : "timer"
    }
}
