import QtQuick
import Kiosk.Controls

// One unit in the workshop, or held back by a rule: what it is, why it waits, since when.
ListRow {
    id: row

    required property string model
    required property string storage
    required property string colour
    required property string identifierTail
    required property string unitState
    required property int days
    required property string held

    title: DiagnosticWords.device(row.model, row.storage, row.colour)
    subtitle: qsTr("···· %1 · %2 · %n jour(s)", "", row.days).arg(row.identifierTail).arg(row.held !== "" ? row.held : DiagnosticWords.outcome(row.unitState))
    subtitleIcon: row.unitState === "rework" ? "wrench" : row.unitState === "blocked" ? "ban" : "triangle-alert"
    tone: row.unitState === "rework" ? "" : "bad"
    spoken: row.identifierTail
    chevron: true
}
