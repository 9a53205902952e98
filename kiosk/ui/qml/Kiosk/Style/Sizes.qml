pragma Singleton
import QtQuick

// Space, shape and heights. Unit 4, rhythm 8.
QtObject {
    readonly property real s4: Look.px(4)
    readonly property real s8: Look.px(8)
    readonly property real s12: Look.px(12)
    readonly property real s16: Look.px(16)
    readonly property real s20: Look.px(20)
    readonly property real s24: Look.px(24)
    readonly property real s32: Look.px(32)
    readonly property real s40: Look.px(40)
    readonly property real s56: Look.px(56)

    readonly property real pageMargin: Look.pick3(32, 20, 16)
    readonly property real columnMargin: Look.pick(24, 14)
    readonly property real columnGap: Look.pick(24, 14)
    readonly property real cardGap: Look.pick(16, 10)
    readonly property real tileGap: Look.pick(12, 8)
    readonly property real textGap: Look.pick(5, 2)
    readonly property real cardPadding: Look.pick(24, 16)
    readonly property real cardPaddingWide: Look.pick(32, 20)

    readonly property real radiusSheet: Look.pick(26, 18)
    readonly property real radiusCard: Look.pick(20, 16)
    readonly property real radiusTile: Look.pick(18, 14)
    readonly property real radiusControl: Look.pick(14, 12)
    readonly property real radiusPrimary: Look.pick(18, 14)
    readonly property real radiusThumb: Look.pick(16, 12)

    readonly property real hair: 1
    readonly property real edge: 1
    readonly property real edgeStrong: 2
    readonly property real edgeChosen: 3
    readonly property real accentBar: 5
    readonly property real focusWidth: 3
    readonly property real focusGap: 3

    readonly property real control: Look.pick(64, 56)
    readonly property real controlInRow: Look.px(56)
    readonly property real primary: Look.pick(88, 72)
    readonly property real primarySheet: Look.pick(96, 72)
    readonly property real actionBar: Look.pick3(112, 76, 72)
    readonly property real actionBarBottom: Look.pick(24, 12)
    readonly property real actionAir: Look.px(30)
    readonly property real back: Look.pick(160, 64)
    readonly property real answerWidth: Look.pick(330, 240)
    readonly property real numberKey: Look.pick(98, 64)
    readonly property real numberKeyWidth: Look.pick(161, 110)
    readonly property real pinKey: Look.pick(124, 76)
    readonly property real pinKeyWidth: Look.pick(160, 104)
    readonly property real quickCash: Look.pick(76, 60)
    readonly property real tenderTile: Look.pick(150, 104)
    readonly property real tenderTileLow: Look.pick(96, 72)
    readonly property real signInTile: Look.pick(200, 132)
    readonly property real favourite: Look.pick(150, 116)
    readonly property real category: Look.pick(132, 92)
    readonly property real controlPointTile: Look.pick3(142, 103, 88)
    readonly property real tableRow: Look.pick(60, 56)
    readonly property real tableHeader: Look.px(48)
    readonly property real chip: Look.px(32)
    readonly property real filterChip: Look.px(56)
    readonly property real destructiveAir: Look.pick(46, 38)
    readonly property real statCard: Look.pick(156, 108)
    readonly property real banner: Look.pick(84, 80)
    readonly property real target: Look.px(56)

    readonly property real thumb: Look.pick(72, 52)
    readonly property real line2: Look.pick(120, 84)
    readonly property real line3: Look.pick(132, 92)
    readonly property real lineTools: Look.px(80)
    readonly property real basketHeader: Look.pick(84, 60)
    readonly property real basketWidth: Look.pick3(640, 476, 400)
    readonly property real stepsWidth: Look.pick3(384, 292, 96)
    readonly property real offerWidth: Look.pick3(424, 316, 288)
    readonly property real inspectionWidth: Look.pick3(424, 316, 272)
    readonly property real paymentSummary: Look.pick3(472, 0, 0)
    readonly property real paymentPad: Look.pick3(560, 440, 400)

    readonly property real rail: Look.pick(112, 96)
    readonly property real railTab: Look.pick(96, 86)
    readonly property real railTabHeight: Look.pick(96, 76)
    readonly property real railIcon: Look.pick(34, 28)
    readonly property real strip: Look.pick(64, 56)
    readonly property real trainingFrame: Look.px(8)
    readonly property real trainingBand: Look.pick(44, 40)
    readonly property real dot: Look.px(8)

    readonly property real iconChip: Look.px(18)
    readonly property real iconStrip: Look.px(20)
    readonly property real iconTile: Look.px(22)
    readonly property real icon: Look.px(24)
    readonly property real iconLarge: Look.pick(34, 28)
    readonly property real iconChoice: Look.pick(48, 40)
    readonly property real iconEmpty: Look.pick(64, 56)
}
