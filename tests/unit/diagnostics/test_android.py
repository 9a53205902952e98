"""What an Android phone on the cable proves: who it is, who else has a hold on it, whether it runs its maker's software. Nothing is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes import android_make as make
from kiosk.diagnostics.probes.android import PROBE, android_report
from kiosk.diagnostics.probes.android_owners import accounts_of, management_of
from kiosk.diagnostics.probes.android_trust import trust_of
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.probes.report import Finding, Report
from kiosk.hardware.android_answers import COMMANDS, REST, WHO, imei_of, parcel_text, properties, script
from kiosk.hardware.android_answers import taken_apart as apart
from kiosk.hardware.virtual.android_says import AndroidSelf, parcel

GALAXY = AndroidSelf("R5CR30ABCDE", "SM-G991B", "490154203237518", brand="samsung", device="o1s", battery_pct=86)
PIXEL = AndroidSelf("2B141FDH200ABC", "GVU6C", "499001200000004")
PARCEL = """Result: Parcel(
  0x00000000: 00000000 0000000f 00390034 00300039 '........4.9.9.0.'
  0x00000010: 00310030 00300032 00300030 00300030 '0.1.2.0.0.0.0.0.'
  0x00000020: 00300030 00000034                   '0.0.4...        ')
"""


def outputs_of(phone: AndroidSelf, **otherwise: str) -> dict[str, bytes]:
    """By name, as the driver gives them."""
    answers = phone.answers()
    return {name: answers[command] for name, command in COMMANDS.items()} | {name: text.encode() for name, text in otherwise.items()}


def report_of(outputs: dict[str, bytes], expected: Expected = Expected(), *, duration_ms: int = 0) -> Report:  # noqa: B008  # frozen
    return android_report(outputs, expected, duration_ms=duration_ms)


def verdicts(report: Report) -> dict[str, tuple[Verdict, str | None, int | None]]:
    return {finding.fact: (finding.verdict, finding.reason, finding.number) for finding in report.findings}


# ── properties ──
@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("[ro.boot.flash.locked]: [2]\n", {"ro.boot.flash.locked": "2"}),
        ("[a]: [1]\n[b]: [x]\n[a]: [2]\n", {"a": "2", "b": "x"}),
        ("[a]: [one\ntwo]\n[b]: [x]\n", {"a": "one\ntwo", "b": "x"}),
        ("[a]: [1]\r\n[b]: [two\r\nlines]\r\n", {"a": "1", "b": "two\nlines"}),
        ("[a]: [green ]\n", {"a": "green "}),
        ("[a]: []\n", {"a": ""}),
        ("[a]: [cut\n[b]: [x]\n", {"b": "x"}),
        ("[a]: [[x]]\n", {"a": "[x]"}),
        ("noise\n\x00[a: b]\n", {}),
    ],
    ids=["2", "the last of a key", "several lines", "CR LF", "blanks are kept", "empty", "cut off", "brackets inside", "garbage"],
)  # fmt: skip
def test_properties(said: str, found: dict[str, str]) -> None:
    assert properties(said.encode()) == found


# ── the IMEI in a parcel ──
@pytest.mark.parametrize(
    ("said", "imei"),
    [
        (PARCEL, "499001200000004"),
        (PARCEL.replace("\n", "\r\n"), "499001200000004"),
        (parcel("490154203237518"), "490154203237518"),
        ("Result: Parcel(ffffffec 00000000 '........')\n", None),
        ("Result: Parcel(00000000 ffffffff   '........')\n", None),
        ("Result: Parcel(fffffffc ffffffff '........')\n", None),
        (PARCEL[:120], None),
        (PARCEL.replace("00000034", "00000035"), None),
        (parcel("123456789012345"), None),
        (parcel("000000000000000"), None),
        (parcel("49015420323751"), None),
        (parcel("1"), None),
        (parcel("49015420323751٨"), None),
        ("service: Service iphonesubinfo does not exist\n", None),
        ("", None),
    ],
    ids=["a retail phone", "CR LF", "another", "refused", "null", "an exception", "cut off", "wrong check digit", "no check digit", "zeros", "too short",
         "another release's answer", "other digits", "no modem", "nothing"],
)  # fmt: skip
def test_only_fifteen_digits_with_their_check_digit_are_an_imei(said: str, imei: str | None) -> None:
    assert imei_of(said.encode()) == imei


def test_a_parcel_that_says_it_is_longer_than_it_is_holds_no_text() -> None:
    assert parcel_text(b"Result: Parcel(00000000 7fffffff 00390034 '........4.9.')") is None


def test_no_number_but_transaction_1_is_ever_called() -> None:
    assert [command for command in COMMANDS.values() if "service call" in command] == ["service call iphonesubinfo 1 s16 com.android.shell"]


# ── the batch ──
ALL = (*WHO, *REST)


def taken_apart(said: bytes) -> dict[str, bytes]:
    return apart(said, ALL)


def batch(**answers: str) -> bytes:
    return "".join(f"##kiosk {name}\n{answers.get(name, '')}" for name in ALL).encode() + b"##kiosk end\n"


def test_a_batch_comes_apart_by_the_names_that_were_asked() -> None:
    found = taken_apart(batch(getprop="[a]: [1]\n", battery="level: 5\n", batterystats="learned\n"))
    assert set(found) == set(COMMANDS)
    assert (found["getprop"], found["battery"], found["batterystats"], found["imei"]) == (b"[a]: [1]\n", b"level: 5\n", b"learned\n", b"")


def test_an_answer_without_an_end_of_line_does_not_hide_the_next() -> None:
    assert taken_apart(batch(getprop="[a]: [1", battery="level: 5"))["battery"] == b"level: 5"


def test_an_answer_that_was_cut_off_is_left_out_and_those_before_it_are_kept() -> None:
    whole = batch(getprop="[a]: [1]\n", battery="level: 5\n")
    assert taken_apart(whole[: whole.index(b"level")]) == {"getprop": b"[a]: [1]\n", "imei": b""}


def test_of_a_megabyte_only_the_beginning_is_kept() -> None:
    found = taken_apart(batch(getprop="x" * 1_000_000, battery="level: 5\n"))
    assert (len(found["getprop"]), found["battery"]) == (262_144, b"level: 5\n")


def test_the_script_asks_each_question_once_under_its_name() -> None:
    assert script(("getprop", "battery")).split("\n") == [
        "echo '##kiosk getprop'", "getprop", "echo '##kiosk battery'", "dumpsys battery", "echo '##kiosk end'",
    ]  # fmt: skip


# ── software ──
GENUINE = {
    "ro.boot.verifiedbootstate": "green", "ro.boot.flash.locked": "1", "ro.boot.vbmeta.device_state": "locked", "ro.boot.warranty_bit": "0",
    "ro.build.tags": "release-keys", "ro.build.type": "user",
}  # fmt: skip


@pytest.mark.parametrize(
    ("otherwise", "verdict", "evidence"),
    [
        ({}, Verdict.PASS, "measured"),
        ({"ro.boot.verifiedbootstate": "yellow"}, Verdict.FAIL, "measured"),
        ({"ro.boot.verifiedbootstate": "orange"}, Verdict.FAIL, "measured"),
        ({"ro.boot.verifiedbootstate": "red"}, Verdict.FAIL, "measured"),
        ({"ro.boot.flash.locked": "0"}, Verdict.FAIL, "measured"),
        ({"ro.boot.vbmeta.device_state": "unlocked"}, Verdict.FAIL, "measured"),
        ({"ro.build.tags": "test-keys"}, Verdict.FAIL, "measured"),
        ({"ro.build.type": "userdebug"}, Verdict.FAIL, "measured"),
        ({"ro.boot.verifiedbootstate": "green "}, Verdict.FAIL, "measured"),
        ({"ro.boot.vbmeta.device_state": "locked  "}, Verdict.FAIL, "measured"),
        ({"ro.boot.warranty_bit": "1"}, Verdict.INCONCLUSIVE, "circumstantial"),
        ({"ro.boot.flash.locked": "2"}, Verdict.PASS, "measured"),
        ({"ro.boot.flash.locked": "2", "ro.boot.vbmeta.device_state": ""}, Verdict.INCONCLUSIVE, "circumstantial"),
        ({"ro.boot.warranty_bit": ""}, Verdict.PASS, "measured"),
        ({"ro.boot.verifiedbootstate": ""}, Verdict.INCONCLUSIVE, "circumstantial"),
    ],
    ids=["genuine", "somebody's own key", "unlocked", "broken", "bootloader open", "vbmeta open", "test keys", "userdebug", "padded green",
         "padded locked", "Knox fuse", "a 2 beside locked", "a 2 alone", "no fuse is no fault", "no verified boot is no fault"],
)  # fmt: skip
def test_genuine_software(otherwise: dict[str, str], verdict: Verdict, evidence: str) -> None:
    said = {key: value for key, value in {**GENUINE, **otherwise}.items() if value}
    trust = trust_of(said)
    assert (trust.verdict, trust.evidence) == (verdict, evidence)


def test_padding_is_named_as_a_sign_of_tampering_and_shown_as_it_was_said() -> None:
    report = report_of({"getprop": b"[ro.boot.verifiedbootstate]: [green ]\n[ro.product.model]: [X]\n"})
    assert report.findings == (Finding("software", "[ro.boot.verifiedbootstate]: [green ]", Verdict.FAIL, "software_modified"),)
    assert report.facts["tampered"] == "ro.boot.verifiedbootstate"


def test_a_phone_that_says_nothing_of_its_software_answers_nothing() -> None:
    assert trust_of({}).verdict is None


# ── accounts ──
DUMP = """Accounts: 2
    Account {name=jane@example.org, type=com.google}
    Account {name=Meet, type=com.google.android.apps.tachyon}
  RegisteredServicesCache: 31 services
    ServiceInfo: AuthenticatorDescription {type=com.google}, ComponentInfo{com.google.android.gms/.auth}, uid 10084
"""


@pytest.mark.parametrize(
    ("said", "verdict", "counted"),
    [
        (DUMP, Verdict.FAIL, {"google": 1}),
        ("Accounts: 2\ntype=com.google\ntype=com.osp.app.signin\n", Verdict.FAIL, {"google": 1, "samsung": 1}),
        ("Accounts: 1\ntype=com.whatsapp\n", Verdict.PASS, {}),
        ("Accounts: 1\nAccount {name=a, type=com.google}, type=com.whatsapp}\n", Verdict.PASS, {}),
        ("Accounts: 0\n", Verdict.PASS, {}),
        ("Accounts: 0\r\nAccounts: 0\r\n", Verdict.PASS, {}),
        ("Accounts: 2\ntype=com.whatsapp\n", Verdict.INCONCLUSIVE, {}),
        ("Can't find service: account\n", None, {}),
        ("", None, {}),
    ],
    ids=["the whole dump", "two makers", "none that locks", "a name that looks like a kind", "no account", "two users, CR LF", "cut off", "refused", "nothing"],
)  # fmt: skip
def test_accounts_that_lock_a_phone_are_counted_by_kind(said: str, verdict: Verdict | None, counted: dict[str, int]) -> None:
    hold, found = accounts_of({"accounts": said.encode()})
    assert (hold.verdict, hold.reason, found) == (verdict, "account_lock" if verdict is Verdict.FAIL else None, counted)


def test_no_account_is_ever_named() -> None:
    report = report_of({"accounts": DUMP.encode()})
    assert "jane" not in repr(report) and report.facts["google_accounts"] == "1"


def test_a_phone_in_factory_reset_protection_is_locked_whatever_its_accounts() -> None:
    hold, _ = accounts_of({"accounts": b"Accounts: 0\n", "frp": b"1\n"})
    assert (hold.verdict, hold.raw) == (Verdict.FAIL, "secure_frp_mode 1")
    assert accounts_of({"accounts": b"Accounts: 0\n", "frp": b"null\n"})[0].verdict is Verdict.PASS


# ── management ──
@pytest.mark.parametrize(
    ("outputs", "named", "verdict", "reason"),
    [
        ({"owners": "no owners\n"}, {}, Verdict.PASS, None),
        ({"owners": "no owners\r\n", "policy": "    Device Owner Type: -1\n"}, {}, Verdict.PASS, None),
        ({"owners": "1 owner:\nUser  0: admin=com.acme.mdm/.Admin,DeviceOwner,Affiliated\n"}, {}, Verdict.FAIL, "mdm"),
        ({"owners": "1 owner:\nUser 10: admin=com.acme.work/.Admin,ProfileOwner\n"}, {}, Verdict.FAIL, "mdm"),
        ({"policy": "  Device Owner:\n    admin=ComponentInfo{com.acme.mdm/com.acme.Admin}\n"}, {}, Verdict.FAIL, "mdm"),
        ({"policy": "  Device Owner: ComponentInfo{com.x/.Admin}\n"}, {}, Verdict.FAIL, "mdm"),
        ({"policy": "  Device Owner:\n  Enabled Device Admins (User 0, provisioningState: 0):\n"}, {}, None, None),
        ({"policy": "    Device Owner Type: 0\n"}, {}, Verdict.FAIL, "mdm"),
        ({"policy": "    Device Owner Type: 1\n", "owners": "1 owner:\nUser 0: admin=com.lender/.Admin,DeviceOwner\n"}, {}, Verdict.FAIL, "financing_lock"),
        ({"owners": "no owners\n"}, {"knox.kg.state": "Active"}, Verdict.FAIL, "financing_lock"),
        ({"owners": "no owners\n"}, {"knox.kg.state": "Locked"}, Verdict.FAIL, "financing_lock"),
        ({"owners": "no owners\n"}, {"knox.kg.state": "Completed", "ro.boot.kg": "0x4"}, Verdict.PASS, None),
        ({"owners": "no owners\n"}, {"knox.kg.state": "Completed", "ro.boot.kg": "0x3"}, Verdict.FAIL, "financing_lock"),
        ({"owners": "no owners\n", "users": "Type: android.os.usertype.profile.MANAGED\n"}, {}, Verdict.FAIL, "mdm"),
        ({"owners": "no owners\n", "users": "Type: android.os.usertype.profile.CLONE\n"}, {}, Verdict.PASS, None),
        ({"owners": "1 owner:\nUser  0: adm"}, {}, Verdict.INCONCLUSIVE, None),
        ({"owners": "Error: unknown command 'list-owners'\n"}, {}, None, None),
        ({}, {}, None, None),
    ],
    ids=["nobody", "a type of -1 is nobody", "a company owns it", "a work profile", "owner of an old release", "owner on one line",
         "the heading alone", "a company's type", "a lender's type", "Knox Guard active", "Knox Guard locked", "Knox Guard done",
         "a property that hides what the boot loader says", "a managed profile", "a second messenger is no company", "cut off", "an old release", "nothing"],
)  # fmt: skip
def test_who_manages_a_phone(outputs: dict[str, str], named: dict[str, str], verdict: Verdict | None, reason: str | None) -> None:
    hold = management_of({name: text.encode() for name, text in outputs.items()}, named)
    assert (hold.verdict, hold.reason) == (verdict, reason)


# ── storage, memory, what is built in ──
UFS = " 8        0   62464000 sda\n 8        1     20480 sda1\n 8       16       4096 sdb\n"


@pytest.mark.parametrize(
    ("said", "gigabytes"),
    [
        (UFS, 64),
        (UFS + "179        0  250000000 mmcblk0\n", 64),
        ("179        0   30535680 mmcblk0\n179       32  125000000 mmcblk1\n", 32),
        ("   8        0  124960768 sda\n   8       16       8192 sdb\n 254        0    4194304 zram0\n", 128),
        ("   8        0  249921536 sda\n", 256),
        ("   8        0   90000000 sda\n", None),
        ("cat: /proc/partitions: Permission denied\n", None),
        ("", None),
    ],
    ids=["UFS", "a card in a UFS phone", "eMMC and a card", "compressed memory is none", "256", "no size that is sold", "refused", "nothing"],
)  # fmt: skip
def test_storage_is_what_the_kernel_counts_rounded_to_what_was_sold(said: str, gigabytes: int | None) -> None:
    assert make.storage_gb({"partitions": said.encode()}) == gigabytes


@pytest.mark.parametrize(
    ("said", "megabytes"),
    [
        ("MemTotal:        7653208 kB\n", 8192), ("MemTotal:       11520000 kB\r\n", 12_288), ("MemTotal:        3748248 kB\n", 4096),
        ("MemTotal: x\n", None), ("", None),
    ],
)  # fmt: skip
def test_memory_is_rounded_up_to_what_was_sold(said: str, megabytes: int | None) -> None:
    assert make.memory_mb({"memory": said.encode()}) == megabytes


@pytest.mark.parametrize(
    ("serial", "brand", "made"),
    [
        ("R5CR80ABCDE", "samsung", "2021-08"), ("R58N90ABCDE", "samsung", "2020-09"), ("R5CTC0ABCDE", "samsung", "2022-12"),
        ("R5CR80ABCDE", "google", ""), ("0A1B2C3D4E5", "samsung", ""),
    ],
)  # fmt: skip
def test_a_samsung_s_serial_number_tells_its_month(serial: str, brand: str, made: str) -> None:
    assert make.names_of({"ro.serialno": serial, "ro.product.brand": brand}).get("made", "") == made


def test_a_sensor_that_is_not_listed_is_for_a_person_to_look_at_and_one_that_is_proves_nothing() -> None:
    listed = "0x01) Bosch Accelerometer | Bosch | ver: 1 | type: android.sensor.accelerometer(1) | perm: n/a\n"
    assert report_of({"sensors": listed.encode()}).findings == (
        Finding("motion", "not listed: gyroscope, magnetic_field", Verdict.INCONCLUSIVE), Finding("proximity", "not listed: proximity", Verdict.INCONCLUSIVE),
    )  # fmt: skip


# ── the whole ──
def test_a_sound_galaxy() -> None:
    report = report_of(outputs_of(GALAXY), duration_ms=812)
    assert (report.probe, report.method, report.duration_ms) == (PROBE, Method.AUTO_USB, 812)
    assert verdicts(report) == {
        "account_lock": (Verdict.PASS, None, None), "management": (Verdict.PASS, None, None), "software": (Verdict.PASS, None, None),
        "battery_pct": (Verdict.PASS, None, 86), "ports": (Verdict.PASS, None, None),
    }  # fmt: skip
    facts = report.facts
    assert (facts["product_type"], facts["serial"], facts["os"], facts["made"]) == ("SM-G991B", "R5CR30ABCDE", "Android 14", "2021-03")
    assert (facts["storage_gb"], facts["ram_gb"], facts["battery_cycles"], facts["camera_count"]) == ("128", "8", "619", "4")
    assert (facts["software"], facts["software.trust"], facts["reset_lock"], facts["management"]) == ("genuine", "measured", "clear", "clear")
    assert "nfc" in facts["features"] and "490154203237518" not in repr(report)


def test_a_sound_pixel() -> None:
    report = report_of(outputs_of(PIXEL))
    assert verdicts(report)["battery_pct"] == (Verdict.PASS, None, 91)
    assert (report.facts["battery_source"], report.facts["battery_pct.trust"], report.facts["battery_cycles"]) == ("gauge", "measured", "318")


def test_what_a_modified_phone_measures_is_only_its_claim() -> None:
    said = outputs_of(PIXEL)
    report = report_of(said | {"getprop": said["getprop"].replace(b"[green]", b"[orange]")})
    assert (report.facts["software"], report.facts["battery_pct"], report.facts["battery_pct.trust"]) == ("modified", "91", "claimed")


@pytest.mark.parametrize(
    ("expected", "check", "facts"),
    [
        (Expected(imei="490154203237518"), "match", {"imei_match": Verdict.PASS, "serial_match": Verdict.PASS, "identity": Verdict.PASS}),
        (Expected(imei="490154203237518", by_cable=True), "match", {}),
        (Expected(imei="499001200000004"), "", {}),
        (Expected(serial="R5CR30ABCDE"), "match", {"imei_match": Verdict.PASS, "serial_match": Verdict.PASS, "identity": Verdict.PASS}),
        (Expected(serial="R5CR30ZZZZZ"), "differs", {"imei_match": Verdict.FAIL, "serial_match": Verdict.FAIL, "identity": Verdict.FAIL}),
        (Expected(), "", {}),
    ],
    ids=["the same IMEI", "the cable against itself", "another IMEI may be its second", "the same serial", "another serial", "nothing to compare"],
)  # fmt: skip
def test_whether_it_is_the_device_of_the_record(expected: Expected, check: str, facts: dict[str, Verdict]) -> None:
    report = report_of(outputs_of(GALAXY), expected)
    found = {finding.fact: finding.verdict for finding in report.findings if finding.fact in ("imei_match", "serial_match", "identity")}
    assert (report.facts.get("imei_check", ""), found) == (check, facts)


def test_another_storage_than_the_record_s_fails_and_the_same_passes() -> None:
    def found(gigabytes: int) -> dict[str, Verdict]:
        report = report_of(outputs_of(GALAXY), Expected(storage_gb=gigabytes))
        return {finding.fact: finding.verdict for finding in report.findings if finding.fact in ("capacity", "model_match")}

    assert (found(128), found(256)) == ({"capacity": Verdict.PASS}, {"model_match": Verdict.FAIL, "capacity": Verdict.FAIL})


def test_a_lock_that_was_not_told_of_is_asked_anew() -> None:
    assert report_of({}).withdrawn == ("account_lock", "management")
    assert report_of(outputs_of(GALAXY)).withdrawn == ()


def test_a_battery_that_did_not_answer_in_time_is_said() -> None:
    assert android_report({}, Expected(), unanswered=("battery", "gauge")).facts["battery_pct.why"] == "diagnostics_silent"

def test_the_same_said_with_cr_lf_is_the_same() -> None:
    plain = outputs_of(GALAXY)
    assert report_of({name: said.replace(b"\n", b"\r\n") for name, said in plain.items()}) == report_of(plain)


def test_a_phone_that_was_reset_has_another_mark_and_the_mark_says_nothing_else() -> None:
    before, after = (report_of(outputs_of(PIXEL, android_id=mark)).facts["reset_mark"] for mark in ("9f8e7d6c5b4a3210\n", "0123456789abcdef\n"))
    assert before != after and before != "9f8e7d6c5b4a3210"


ANYTHING = st.one_of(st.binary(max_size=400), st.sampled_from(sorted(outputs_of(GALAXY).values())), st.sampled_from(sorted(outputs_of(PIXEL).values())))


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(set(COMMANDS) - {"frp"})), ANYTHING))
def test_garbage_never_raises_never_fails_a_phone_and_never_invents_a_fact(outputs: dict[str, bytes]) -> None:
    """Answers of one question under the name of another, bytes of any kind: what comes out was said by a phone."""
    report = report_of(outputs)
    assert all(finding.verdict is not Verdict.FAIL for finding in report.findings)
    assert report.facts.get("storage_gb", "128") == "128" and report.facts.get("battery_pct", "86") in ("86", "91", "100")
    assert all(isinstance(text, str) and text for text in report.facts.values())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3_000), st.integers(0, 6_000))
def test_a_batch_of_any_bytes_or_cut_anywhere_comes_apart_without_an_error(noise: bytes, cut: int) -> None:
    said = batch(getprop="[a]: [1]\n", battery=GALAXY.answers()["dumpsys battery"].decode())[:cut]
    assert taken_apart(noise + said) is not None
    properties(noise)
    imei_of(b"Result: Parcel(" + noise)
