pragma Singleton
import QtQuick

// Every colour there is. Blue says "do this next", ink says "you are here"; green, amber and red speak only about state.
QtObject {
    id: colors

    readonly property bool dark: Look.dark
    readonly property bool training: Look.training

    readonly property color ground: colors.dark ? "#161411" : "#F5F1E8"
    readonly property color well: colors.dark ? "#0F0D0B" : "#EAE4D6"
    readonly property color surface: colors.dark ? "#221F1A" : "#FFFDF9"
    readonly property color raised: colors.dark ? "#2D2923" : "#F9F5ED"
    readonly property color line: colors.dark ? "#3D382F" : "#DED6C5"
    readonly property color control: colors.dark ? "#8C8473" : "#857D6D"
    readonly property color ink: colors.dark ? "#F5F0E6" : "#1E1B16"
    readonly property color ink2: colors.dark ? "#C2B9A9" : "#574F42"
    readonly property color ink3: colors.dark ? "#A79E8D" : "#6A6252"
    readonly property color inverse: colors.dark ? "#F5F0E6" : "#24201A"
    readonly property color inverseInk: colors.dark ? "#1E1B16" : "#FBF8F2"
    readonly property color inverseInk2: colors.dark ? "#574F42" : "#CFC6B5"
    readonly property color inverseOk: colors.dark ? "#1A6A3D" : "#9BE0B2"
    readonly property color inverseBad: colors.dark ? "#AE241C" : "#FFA194"

    readonly property color accent: colors.training ? (colors.dark ? "#D3A4FF" : "#7A2BB5") : (colors.dark ? "#9DAFFF" : "#2443C4")
    readonly property color accentPress: colors.training ? (colors.dark ? "#BE86F5" : "#5F1D91") : (colors.dark ? "#7F95F5" : "#1A3299")
    readonly property color accentInk: colors.dark ? "#12162B" : "#FFFFFF"
    readonly property color accentTint: colors.training ? (colors.dark ? "#3A2450" : "#F1E3FB") : (colors.dark ? "#262D4D" : "#E5E9FA")
    readonly property color accentLine: colors.training ? (colors.dark ? "#8A5CB8" : "#C9A0E8") : (colors.dark ? "#5467B5" : "#A9B6EE")

    readonly property color ok: colors.dark ? "#86D3A1" : "#1A6A3D"
    readonly property color okTint: colors.dark ? "#1C3325" : "#E0F0E1"
    readonly property color okLine: colors.dark ? "#3F7A55" : "#94C5A2"
    readonly property color wait: colors.dark ? "#F2BE55" : "#855000"
    readonly property color waitTint: colors.dark ? "#3B2D12" : "#FBEBC9"
    readonly property color waitLine: colors.dark ? "#8F6B22" : "#DDB256"
    readonly property color waitFill: colors.dark ? "#F2BE55" : "#C47F0A"
    readonly property color bad: colors.dark ? "#FFA194" : "#AE241C"
    readonly property color badTint: colors.dark ? "#482019" : "#FBE4DE"
    readonly property color badLine: colors.dark ? "#A5554A" : "#E3A498"

    readonly property color train: colors.dark ? "#D3A4FF" : "#7A2BB5"
    readonly property color trainInk: colors.dark ? "#12162B" : "#FFFFFF"
    readonly property color trainStripe: colors.dark ? "#E2C4FF" : "#8D45C2"
    readonly property color none: "transparent"
    // A code must stay black on white in both themes, or phones do not read it.
    readonly property color codePaper: "#FFFFFF"
    readonly property color codeInk: "#000000"
    readonly property color scrim: colors.dark ? "#B3000000" : "#801E1B16"

    // Text or icon colour of a state: "ok", "wait", "bad", "accent", "train", anything else is secondary ink.
    function of(state: string): color {
        switch (state) {
        case "ok":
            return colors.ok;
        case "wait":
            return colors.wait;
        case "bad":
            return colors.bad;
        case "accent":
            return colors.accent;
        case "inverse":
            return colors.inverseInk;
        default:
            return colors.ink2;
        }
    }

    // Fill that goes under a state's words.
    function tintOf(state: string): color {
        switch (state) {
        case "ok":
            return colors.okTint;
        case "wait":
            return colors.waitTint;
        case "bad":
            return colors.badTint;
        case "accent":
            return colors.accentTint;
        case "inverse":
            return colors.inverse;
        default:
            return colors.well;
        }
    }
}
