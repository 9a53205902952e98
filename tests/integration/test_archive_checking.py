"""The quick check of an archive says word for word what the verifier says that stands in the archive, whatever is wrong with it."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.fiscal.archive.bundle import DIGEST_LENGTH
from kiosk.fiscal.archive.checking import Checked, CheckNotRun, NotAnArchive, check, check_in_child
from kiosk.fiscal.archive.verify_archive import Key, verify
from kiosk.fiscal.france.signing import EcdsaSigner, EcdsaVerifier, new_private_key_pem
from kiosk.fiscal.module import Period
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from tests.integration.sale_shop import SOPHIE, furnish, open_till
from tests.integration.test_archive import changed, sell_on, service_of

Change = Callable[[bytes], bytes]


@pytest.fixture
def archive(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, tmp_path: Path) -> Path:
    furnish(database)
    till = open_till(database, ledger, clock, ids)
    sell_on(till, datetime(2026, 11, 27, 10, tzinfo=UTC), datetime(2026, 11, 28, 10, tzinfo=UTC))
    till.tickets.reprint("L01-K2-000001", person=SOPHIE)
    sell_on(till, datetime(2026, 12, 1, 10, tzinfo=UTC))
    return service_of(till, tmp_path / "archives").make(Period.MONTH, "202611").path


def untold(_done: int, _of: int) -> None:
    """Nobody watches."""


def plainly(path: Path, *key_pems: str) -> Checked:
    """What the verifier of the archive says."""
    manifest, faults, counts = verify(path, list(key_pems))
    return Checked(manifest["label"], sum(counts.values()), tuple(faults))


def resealed(path: Path, member: str, change: Change) -> Path:
    """A forger's work: a member changed, every sum made right again, and the manifest signed with a key that he put among the till's."""
    forger = EcdsaSigner(new_private_key_pem())
    with zipfile.ZipFile(path) as source:
        content = {name: source.read(name) for name in source.namelist()}
    content[member] = change(content[member])
    content["keys.json"] = json.dumps(json.loads(content["keys.json"]) | {forger.key_id: forger.public_key_pem}).encode()
    manifest = json.loads(content["manifest.json"])
    for told in manifest["members"]:
        if told.get("digests"):
            lines = content[told["name"]].splitlines(keepends=True)
            content[told["digests"]] = b"".join(hashlib.sha256(line).hexdigest()[:DIGEST_LENGTH].encode() + b"\n" for line in lines)
            told["records"] = len(lines)
    for told in manifest["members"]:
        told["sha256"], told["bytes"] = hashlib.sha256(content[told["name"]]).hexdigest(), len(content[told["name"]])
    content["manifest.json"] = json.dumps(manifest).encode()
    seal = {"algorithm": "ES256", "key_id": forger.key_id, "signature": forger.sign(content["manifest.json"].decode())}
    content["manifest.sig.json"] = json.dumps(seal).encode()
    target = path.parent / "resealed.zip"
    with zipfile.ZipFile(target, "w") as copy:
        for name, text in content.items():
            copy.writestr(name, text)
    return target


def test_a_sound_archive_is_sound_for_both_and_the_check_tells_how_far_it_is(archive: Path) -> None:
    told: list[tuple[int, int]] = []
    checked = check(archive, [], lambda done, of: told.append((done, of)))
    assert checked == plainly(archive)
    assert checked.faults == ()
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize(
    ("member", "before", "after"),
    [
        ("tickets.jsonl", b"Coque transparente", b"Coque transparents"),
        ("closings.jsonl", b'"sales_cents":2990', b'"sales_cents":1990'),
        ("events.jsonl", b'"code":', b'"kode":'),
        ("keys.json", b"MFkw", b"MFkx"),
        ("manifest.json", b'"label": "202611"', b'"label": "202612"'),
    ],
)
def test_what_was_changed_is_named_alike(archive: Path, member: str, before: bytes, after: bytes) -> None:
    harmed = changed(archive, member, lambda content: content.replace(before, after, 1), "harmed.zip")
    try:
        found = plainly(harmed)
    except ValueError:
        with pytest.raises(NotAnArchive):
            check(harmed, [], untold)
    else:
        assert found.faults
        assert check(harmed, [], untold) == found


@pytest.mark.parametrize(
    ("member", "before", "after"),
    [
        ("tickets.jsonl", b'"signature":"', b'"signature":"A'),
        ("tickets.jsonl", b'"signature":"', b'"signature":"*'),
        ("tickets.jsonl", b'"total_cents":2990', b'"total_cents":2991'),
        ("tickets.jsonl", b"VENTE", b"VENDU"),
        ("grand_totals.jsonl", b'"seq":2', b'"seq":3'),
        ("grand_totals.jsonl", b"2000:2990,2990", b"2000:2990,2991"),
        ("closings.jsonl", b'"total_cents":2990', b'"total_cents":2991'),
        ("duplicates.jsonl", b'"payload":"', b'"payload":" '),
        ("events.jsonl", b'"key_id":"', b'"key_id":"0'),
    ],
)
def test_a_forger_who_made_every_sum_right_again_is_found_alike_and_his_key_is_not_the_till_s(archive: Path, member: str, before: bytes, after: bytes) -> None:
    with zipfile.ZipFile(archive) as sound:
        (own,) = json.loads(sound.read("keys.json")).values()
        assert before in sound.read(member)
    forged = resealed(archive, member, lambda content: content.replace(before, after, 1))
    assert check(forged, [], untold) == plainly(forged)
    found = plainly(forged, own)
    assert found.faults[0].startswith("manifest.json: it is sealed with key ")
    assert check(forged, [own], untold) == found


def rotten(path: Path, member: str, *, at: int) -> Path:
    """One byte of a member as it lies in the file, ``at`` thousandths of its length, is another: what a dying drive does."""
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(member)
    content = bytearray(path.read_bytes())
    name_length, extra_length = struct.unpack_from("<HH", content, info.header_offset + 26)
    content[info.header_offset + 30 + name_length + extra_length + info.compress_size * at // 1000] ^= 0xFF
    target = path.with_name("rotten.zip")
    target.write_bytes(content)
    return target


@pytest.mark.parametrize("at", [0, 300, 600])
@pytest.mark.parametrize("member", ["tickets.jsonl", "digests/tickets.txt", "closings.jsonl", "README.txt"])
def test_a_byte_that_rotted_is_named_with_its_file_wherever_it_lies(archive: Path, member: str, at: int) -> None:
    harmed = rotten(archive, member, at=at)
    found = plainly(harmed)
    assert any(fault.startswith(member) for fault in found.faults)
    assert check(harmed, [], untold) == found


@pytest.mark.parametrize("member", ["manifest.json", "manifest.sig.json", "keys.json"])
def test_what_cannot_be_read_without_its_head_is_no_archive(archive: Path, member: str) -> None:
    for at in (0, 300, 600):
        with pytest.raises(NotAnArchive):
            check(rotten(archive, member, at=at), [], untold)


def test_a_key_that_is_not_in_the_archive_is_told_alike(archive: Path) -> None:
    other = EcdsaSigner(new_private_key_pem())
    found = plainly(archive, other.public_key_pem)
    assert len(found.faults) == 1
    assert found.faults[0].startswith("manifest.json: it is sealed with key ")
    assert check(archive, [other.public_key_pem], untold) == found


def test_an_archive_sealed_with_an_earlier_key_of_the_till_is_checked_against_that_key(archive: Path) -> None:
    with zipfile.ZipFile(archive) as sound:
        (own,) = json.loads(sound.read("keys.json")).values()
    newer = EcdsaSigner(new_private_key_pem())
    assert check(archive, [newer.public_key_pem, own], untold).faults == ()


def test_a_process_of_its_own_says_the_same_and_a_letter_is_no_archive(archive: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    assert check_in_child(archive, [], lambda done, of: told.append((done, of))) == check(archive, [], untold)
    assert told[0][0] == 0
    (tmp_path / "letter.zip").write_text("Bonjour")
    for ask in (check, check_in_child):
        with pytest.raises(NotAnArchive):
            ask(tmp_path / "letter.zip", [], untold)


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/python"])
def test_a_process_that_cannot_answer_is_said(archive: Path, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", program)
    with pytest.raises(CheckNotRun):
        check_in_child(archive, [], untold)


SIGNER = EcdsaSigner(new_private_key_pem())
GOOD = SIGNER.sign("text")
SIGNATURES = {
    "good": GOOD, "none": "", "short": "A", "only padding": "====", "one less": GOOD[:-1], "one more": GOOD + "A", "a star behind": GOOD + "*",
    "a star before": "*" + GOOD, "zero": "A" * 86, "too large": "_" * 86, "no letters of ours": "é" * 86, "other alphabet": GOOD.replace("-", "+"),
    "s is zero": GOOD[:43] + "A" * 43, "r is zero": "A" * 43 + GOOD[43:],
}  # fmt: skip


@pytest.mark.parametrize("name", list(SIGNATURES))
def test_the_library_and_the_plain_arithmetic_agree_on_every_signature(name: str) -> None:
    key, library, signature = Key(SIGNER.public_key_pem), EcdsaVerifier.read(SIGNER.public_key_pem), SIGNATURES[name]
    assert key.verifies("text", signature) is library.verify("text", signature)
    assert key.verifies("other", signature) is library.verify("other", signature) is False
