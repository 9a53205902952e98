"""What an Android phone says of its battery, as real phones wrote it (names and numbers of people taken out): a health, or why there is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.diagnostics.checklist import Verdict
from kiosk.diagnostics.probes.android import android_report
from kiosk.diagnostics.probes.android_battery import Battery, battery_of
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Finding

TODAY = date(2026, 11, 23)
STATE = """Current Battery Service state:
  AC powered: false
  USB powered: true
  Wireless powered: false
  Dock powered: false
  Max charging current: 500000
  Max charging voltage: 5000000
  Charge counter: 2532000
  status: 2
  health: 2
  present: true
  level: 84
  scale: 100
  voltage: 4110
  temperature: 336
  technology: Li-ion
"""
GALAXY_2018 = """Current Battery Service state:
  level: 84
  scale: 100
  voltage: 4063
  temperature: 326
BatteryInfoBackUp
  mSavedBatteryAsoc: 77
  mSavedBatteryUsage: 176488
LLB MAN: 20160426
"""
GALAXY_WITHOUT_ASOC = f"""{STATE}  current now: 347
  charge counter: 2532000
LLB CAL: 20180609
LLB MAN:
LLB CURRENT: YEAR2022M7D6
BatteryInfoBackUp
  mSavedBatteryAsoc: -1
  mSavedBatteryMaxTemp: 782
  mSavedBatteryUsage: 103016
"""
GALAXY_A35 = f"""{STATE}  mProtectBatteryMode: 1
 mProtectionThreshold: 80
 mMaximumProtectionThreshold: 95
  mSavedBatteryAsoc: [86]
  mSavedBatteryBsoh: 95
  mSavedBatteryUsage: [61919]
  battery FirstUseDate: [20240630]
"""
GALAXY_S24 = f"""{STATE}11-04 21:48:23.173  [SS][BattInfo]QrData efsValue:GH43-05194A+DL1X411AS
11-04 21:48:23.174  [SS][BattInfo]FirstUseDateData efsValue:20260209
11-04 21:48:23.174  [SS][BattInfo]AsocData efsValue:98
11-04 21:48:23.184  [SS][BattInfo]DischargeLevelData efsValue:15494
BatteryInfoBackUp
  mSavedBatteryBsoh: 100.00
"""
HONOR = """Current Battery Service state:
  AC powered: false
  USB powered: false
  Wireless powered: false
  Dock powered: false
  Max charging current: 0
  Max charging voltage: 0
  Charge counter: 2848000
  status: 3
  health: 2
  present: true
  level: 54
  scale: 100
  voltage: 3906
  temperature: 220
  technology: Li-ion
  Charging state: 0
  Charging policy: 0
"""
TV_BOX = "  Charge counter: 1000\n  status: 2\n  health: 2\n  present: true\n  level: 90\n  scale: 100\n  voltage: 13\n  temperature: 26\n"
FROZEN = STATE.replace("state:\n", "state:\n  (UPDATES STOPPED -- use 'reset' to restart)\n")
GAUGE_RESET = "charge_full=4500000\ncharge_full_design=4500000\ncycle_count=\nbattery_cycle=-1\nfg_asoc=99\nfg_cycle=0\n"
POCO = "  Estimated battery capacity: 6500 mAh\n  Last learned battery capacity: 6209 mAh\n  Min learned battery capacity: 6100 mAh\n"
XIAOMI_HAL = "batteryFullChargeDesignCapacityUah: 5000000\nbatteryCycleCount: 123\nbatteryFullChargeUah: 4625000\n"


def said(**outputs: str) -> dict[str, bytes]:
    return {name: text.encode() for name, text in outputs.items()}


def read(**outputs: str) -> Battery:
    return battery_of(said(**outputs), today=TODAY)


@pytest.mark.parametrize(
    ("outputs", "health_pct", "source", "cycles", "note"),
    [
        pytest.param({"battery": GALAXY_2018}, 77, "samsung", 1765, "", id="a Galaxy of 2018"),
        pytest.param({"battery": GALAXY_WITHOUT_ASOC}, None, "", 1030, "not_measured", id="-1 is unknown"),
        pytest.param({"battery": GALAXY_A35}, 86, "samsung", 619, "", id="a Galaxy A35, values in brackets"),
        pytest.param({"battery": GALAXY_S24}, 98, "samsung", 155, "", id="a Galaxy S24 on Android 16"),
        pytest.param({"battery": STATE, "gauge": GAUGE_RESET}, None, "", 0, "gauge_reset", id="a gauge that was reset echoes its design"),
        pytest.param({"battery": STATE, "gauge": "charge_full=4120000\ncharge_full_design=4500000\n"}, 91.6, "gauge", None, "", id="a gauge that learned"),
        pytest.param({"battery": STATE, "gauge": "cycle_count=0\nbattery_cycle=212\n"}, None, "", 212, "not_measured", id="a count wins over a 0"),
        pytest.param({"battery": STATE, "gauge": "cycle_count=0\n"}, None, "", 0, "not_measured", id="a new cell has counted 0"),
        pytest.param({"battery": HONOR}, None, "", None, "not_measured", id="an Honor says nothing of its health"),
        pytest.param({"battery": STATE, "batterystats": POCO}, 95.5, "learned", None, "", id="a POCO has learned it by charging"),
        pytest.param({"battery": STATE, "health": XIAOMI_HAL}, 92.5, "gauge", 123, "", id="a Xiaomi says it through its HAL"),
        pytest.param({"battery": TV_BOX}, None, "", None, "implausible", id="a set-top box makes its battery up"),
        pytest.param({"battery": "  present: false\n  level: 100\n"}, None, "", None, "implausible", id="no battery"),
        pytest.param({"battery": FROZEN, "gauge": "charge_full=4120000\ncharge_full_design=4500000\n"}, None, "", None, "frozen", id="frozen values"),
        pytest.param({"battery": STATE, "gauge": "charge_full=4120\ncharge_full_design=4500\n"}, 91.6, "gauge", None, "", id="a gauge in mAh"),
        pytest.param({"battery": STATE, "gauge": "charge_full=4590000\ncharge_full_design=4500000\n"}, 100, "gauge", None, "", id="more than new is new"),
        pytest.param({"battery": STATE, "gauge": "charge_full=9000000\ncharge_full_design=4500000\n"}, None, "", None, "not_measured", id="twice new"),
        pytest.param({"battery": STATE, "gauge": "charge_full=4500000\ncharge_full_design=0\n"}, None, "", None, "not_measured", id="a design of 0"),
        pytest.param({"battery": STATE, "gauge": "fg_asoc=100\n"}, None, "", None, "no_cycles", id="100 % without a cycle is not believed"),
        pytest.param({"battery": STATE, "health": "batteryFullChargeUah: 4625, batteryFullChargeDesignCapacityUah: 5000\n"}, None, "", None, "not_measured",
                     id="a HAL that does not know"),
        pytest.param({"battery": STATE, "batterystats": "  Estimated battery capacity: 4500 mAh\n  Last learned battery capacity: 4500 mAh\n"},
                     None, "", None, "not_measured", id="what was learned equals the design"),
        pytest.param({"battery": STATE, "gauge": "charge_full_design=4500000\nbattery_cycle=430\nfg_asoc=86\n"}, 86, "samsung", 430, "", id="the gauge's ASOC"),
        pytest.param({"battery": GALAXY_A35, "gauge": "charge_full=4120000\ncharge_full_design=4500000\n"}, 91.6, "gauge", 619, "", id="the gauge first"),
        pytest.param({"battery": ""}, None, "", None, "not_measured", id="nothing said"),
    ],
)  # fmt: skip
def test_the_health_of_a_battery_or_why_it_is_unknown(
    outputs: dict[str, str], health_pct: float | None, source: str, cycles: int | None, note: str
) -> None:
    battery = read(**outputs)
    assert (battery.health_pct, battery.source, battery.cycles, battery.note) == (health_pct, source, cycles, note)


def test_a_count_that_no_phone_reaches_in_its_days_is_none() -> None:
    """100 cycles in one day: that count is not in hundredths, and Samsung's health goes with it."""
    dump = GALAXY_A35.replace("[61919]", "[10000]").replace("[20240630]", "[20261122]")
    battery = read(battery=dump)
    assert (battery.cycles, battery.health_pct, battery.note) == (None, None, "no_cycles")


def test_what_is_kept_of_a_galaxy() -> None:
    facts = read(battery=GALAXY_S24).facts
    assert (facts["battery_part"], facts["battery_first_used_on"], facts["battery_second_health_pct"]) == ("GH43-05194A+DL1X411AS", "2026-02-09", "100.00")
    assert read(battery=GALAXY_2018).facts["battery_made_on"] == "2016-04-26"
    assert "battery_made_on" not in read(battery=GALAXY_WITHOUT_ASOC).facts


def test_a_limit_of_the_charge_is_not_the_health_and_the_highest_limit_is_not_the_limit() -> None:
    assert read(battery=GALAXY_A35).facts["battery_charge_limit_pct"] == "80"
    assert "battery_charge_limit_pct" not in read(battery=STATE + " mMaximumProtectionThreshold: 95\n").facts


def findings(**outputs: str) -> tuple[Finding, ...]:
    return android_report(said(**outputs), Expected(today=TODAY)).findings


def test_a_measured_health_answers_the_question_with_its_number() -> None:
    assert findings(battery=STATE, gauge="charge_full=4120000\ncharge_full_design=4500000\n") == (
        Finding("battery_pct", "charge_full 4120000, design 4500000", number=92), Finding("ports", "read by cable, charging"),
    )  # fmt: skip


def test_a_frozen_battery_is_inconclusive_and_shown() -> None:
    assert findings(battery=FROZEN) == (Finding("battery_pct", "(UPDATES STOPPED -- use 'reset' to restart)", Verdict.INCONCLUSIVE),)


@pytest.mark.parametrize("dump", [HONOR, TV_BOX, "", "\x00\xff"], ids=["an Honor that does not charge", "a set-top box", "nothing", "garbage"])
def test_an_unknown_health_answers_nothing(dump: str) -> None:
    assert findings(battery=dump) == ()


LINES = st.sampled_from([*GALAXY_A35.split("\n"), *GALAXY_S24.split("\n"), *TV_BOX.split("\n"), *GAUGE_RESET.split("\n"), *POCO.split("\n")])
NOISE = st.one_of(st.binary(max_size=60), LINES.map(str.encode), st.integers().map(lambda number: f"charge_full={number}".encode()))


@settings(max_examples=150, deadline=None)
@given(battery=st.lists(NOISE, max_size=12), gauge=st.lists(NOISE, max_size=6), stats=st.lists(NOISE, max_size=4), health=st.lists(NOISE, max_size=4))
def test_whatever_a_battery_says_its_health_is_a_percentage_or_unknown(
    battery: list[bytes], gauge: list[bytes], stats: list[bytes], health: list[bytes]
) -> None:
    outputs = {"battery": b"\n".join(battery), "gauge": b"\n".join(gauge), "batterystats": b"\n".join(stats), "health": b"\r\n".join(health)}
    read = battery_of(outputs, today=TODAY)
    assert read.health_pct is None or 0 < read.health_pct <= 100
    assert (read.health_pct is None) == bool(read.note)
    assert read.cycles is None or read.cycles >= 0
