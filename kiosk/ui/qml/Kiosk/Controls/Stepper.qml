import QtQuick
import Kiosk.Style

// Less, how many, more. What the count becomes is the page's affair.
Rectangle {
    id: stepper

    property string value: "1"
    property bool canLess: true
    property bool canMore: true
    property string spoken: qsTr("Quantité")

    signal less
    signal more

    implicitWidth: Look.pick(200, 168)
    implicitHeight: Look.pick(60, 56)
    radius: Sizes.radiusControl
    color: Colors.surface
    border.width: Sizes.edge
    border.color: Colors.control

    Button {
        width: Math.max(Sizes.target, stepper.height)
        height: stepper.height
        role: Button.Role.Quiet
        enabled: stepper.canLess
        iconName: "minus"
        spoken: qsTr("%1 : moins").arg(stepper.spoken)
        onClicked: stepper.less()
    }

    KText {
        anchors.centerIn: parent
        text: stepper.value
        size: Look.pick(24, 20)
        weight: Fonts.semibold
        Accessible.name: stepper.spoken + " : " + stepper.value
    }

    Button {
        anchors.right: parent.right
        width: Math.max(Sizes.target, stepper.height)
        height: stepper.height
        role: Button.Role.Quiet
        enabled: stepper.canMore
        iconName: "plus"
        spoken: qsTr("%1 : plus").arg(stepper.spoken)
        onClicked: stepper.more()
    }
}
