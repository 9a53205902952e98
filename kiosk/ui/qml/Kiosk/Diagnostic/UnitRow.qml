import QtQuick
import Kiosk.Style
import Kiosk.Controls

// One unit that waits for its inspection or its erase.
ListRow {
    id: row

    required property string model
    required property string storage
    required property string colour
    required property string identifierTail
    required property string labelCode
    required property int days
    required property bool own
    required property string held

    title: DiagnosticWords.device(row.model, row.storage, row.colour)
    subtitle: row.held !== "" ? qsTr("···· %1 · %2").arg(row.identifierTail).arg(row.held) : row.own ? (Look.large ? qsTr("···· %1 · repris par vous, à contrôler par un autre") : qsTr("···· %1 · repris par vous")).arg(row.identifierTail) : row.days > 0 ? qsTr("···· %1 · depuis %n jour(s)", "", row.days).arg(row.identifierTail) : qsTr("···· %1 · arrivé aujourd’hui").arg(row.identifierTail)
    subtitleIcon: row.held !== "" ? "shield" : ""
    tone: row.held !== "" ? "wait" : ""
    spoken: row.labelCode
    chevron: true
}
