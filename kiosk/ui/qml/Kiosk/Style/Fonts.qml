pragma Singleton
import QtQuick

// The type scale. Inter below 28 px, Inter Display from 28 px, always tabular figures and round punctuation.
QtObject {
    id: fonts

    readonly property string text: "Inter"
    readonly property string display: "Inter Display"

    readonly property real hero: Look.pick(148, 96)
    readonly property real heroLarge: Look.pick(240, 128)
    readonly property real giant: Look.pick(80, 56)
    readonly property real total: Look.pick(84, 60)
    readonly property real offer: Look.pick(64, 46)
    readonly property real clock: Look.pick(68, 46)
    readonly property real number: Look.pick(56, 40)
    readonly property real stat: Look.pick(46, 34)
    readonly property real statFirst: Look.pick(58, 40)
    readonly property real displaySize: Look.pick(48, 32)
    readonly property real greeting: Look.pick(56, 36)
    readonly property real title: Look.pick(40, 28)
    readonly property real heading: Look.pick(30, 24)
    readonly property real label: Look.pick(24, 20)
    readonly property real lead: Look.pick(22, 18)
    readonly property real price: Look.pick(22, 18)
    readonly property real bodyPlus: Look.pick(20, 18)
    readonly property real body: Look.pick(18, 16)
    readonly property real small: Look.px(16)
    readonly property real watermark: Look.px(64)
    readonly property real pinKey: Look.pick(44, 30)
    readonly property real numberKey: Look.pick(34, 24)

    readonly property int regular: 400
    readonly property int soft: 450
    readonly property int medium: 500
    readonly property int strong: 550
    readonly property int semibold: 600
    readonly property int bold: 650
    readonly property int heavy: 680

    readonly property real lineHeight: 1.12
    readonly property real centsRatio: 0.6
    // From this size on an amount shows smaller cents.
    readonly property real splitCentsFrom: Look.px(40)

    function familyOf(size: real): string {
        return size >= 28 ? fonts.display : fonts.text;
    }

    function trackingOf(size: real): real {
        return size >= 60 ? -0.022 * size : size >= 28 ? -0.012 * size : size >= 20 ? -0.15 : 0;
    }
}
