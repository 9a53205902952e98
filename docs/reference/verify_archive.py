"""Verifies an archive of a till's fiscal records. Needs Python 3.10 or newer and nothing else: python verify_archive.py ARCHIVE.zip

Checks, and names the first of each that fails: the manifest's signature; that every member is there, once, and is byte for byte what the
manifest says (naming the record that was changed); each chain's numbers, links and signatures; tickets against their signed texts;
perpetual totals; closings. Exit code 0 all sound, 1 something is not, 2 not an archive. ``--key FILE`` gives the till's public key (PEM)
as you hold it, from the attestation or from central (again for each key, when the till changed it): the archive must be sealed with one of
them. Without it the archive can only be shown to agree with itself.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
import zipfile
import zlib
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

Place = tuple[str, int]
Batch = list[tuple[Place, str, str, str]]
Json = dict[str, Any]

FORMAT = "kiosk-fiscal-archive-1"
MANIFEST, SIGNATURE, KEYS = "manifest.json", "manifest.sig.json", "keys.json"
NEW_SERIES = 15
STAND_IN = "degraded"
MOST_FAULTS = 20
A_BATCH = 2000
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
"""What Python says of a ZIP whose bytes rotted, according to where: its checksums, its compression, its lengths, its flags."""

# ── ECDSA on P-256 with SHA-256 (FIPS 186-4), by tables of multiples: a point is (x, y) ──────────────────────────────────
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296, 0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
FEW_BITS, MANY_BITS, MANY_RECORDS = 6, 10, 5000
"""Windows of a number's bits: wider ones make larger tables, which take a second, and a signature a third less."""
SPKI_HEAD = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")


def add(left: tuple[int, int] | None, right: tuple[int, int] | None) -> tuple[int, int] | None:
    """The sum of two points; None is the point at infinity."""
    if left is None or right is None:
        return right if left is None else left
    if left[0] == right[0]:
        if (left[1] + right[1]) % P == 0:
            return None
        slope = (3 * left[0] * left[0] - 3) * pow(2 * left[1], -1, P) % P
    else:
        slope = (right[1] - left[1]) * pow(right[0] - left[0], -1, P) % P
    x = (slope * slope - left[0] - right[0]) % P
    return x, (slope * (left[0] - x) - left[1]) % P


def table_of(point: tuple[int, int] | None, window_bits: int) -> list[list[tuple[int, int] | None]]:
    """For each window of a number's bits, the multiples of the point that it can call for."""
    windows = []
    for _ in range(-(-256 // window_bits)):
        row: list[tuple[int, int] | None] = [None]
        total: tuple[int, int] | None = None
        for _ in range(2**window_bits - 1):
            total = add(total, point)
            row.append(total)
        windows.append(row)
        point = add(total, point)
    return windows


def mixed(x: int, y: int, z: int, point: tuple[int, int]) -> tuple[int, int, int]:
    """A point in Jacobian coordinates plus an ordinary one."""
    px, py = point
    if z == 0:
        return px, py, 1
    zz = z * z % P
    h = (px * zz - x) % P
    r = (py * zz * z - y) % P
    if h == 0:
        if r:
            return 1, 1, 0
        doubled = add(point, point)
        return (doubled[0], doubled[1], 1) if doubled else (1, 1, 0)
    hh = h * h % P
    hhh = h * hh % P
    v = x * hh % P
    x3 = (r * r - hhh - 2 * v) % P
    return x3, (r * (v - x3) - y * hhh) % P, h * z % P


class Key:
    """A public key and its table; ``verifies(text, signature)`` with a base64url signature of r and s side by side."""

    bits = FEW_BITS
    base: list[list[tuple[int, int] | None]] | None = None

    def __init__(self, pem: str) -> None:
        self.pem = pem
        body = "".join(line for line in pem.splitlines() if line and not line.startswith("-----"))
        spki = base64.b64decode(body)
        if not spki.startswith(SPKI_HEAD) or len(spki) != len(SPKI_HEAD) + 65 or spki[len(SPKI_HEAD)] != 4:
            raise ValueError("not an uncompressed P-256 public key")
        raw = spki[len(SPKI_HEAD) + 1 :]
        self.point = (int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        if (self.point[1] ** 2 - self.point[0] ** 3 + 3 * self.point[0] - B) % P:
            raise ValueError("not a point of P-256")
        self.key_id = hashlib.sha256(spki).hexdigest()[:16]
        self.table: list[list[tuple[int, int] | None]] | None = None

    def verifies(self, text: str, signature: str) -> bool:
        """Whether this key signed exactly this text."""
        try:
            raw = base64.b64decode(signature + "=" * (-len(signature) % 4), altchars=b"-_", validate=True)
        except ValueError:
            return False
        r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
        if len(raw) != 64 or not (0 < r < N and 0 < s < N):
            return False
        if Key.base is None:
            Key.base = table_of(G, Key.bits)
        if self.table is None:
            self.table = table_of(self.point, Key.bits)
        inverse = pow(s, -1, N)
        digest = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
        x, y, z = 1, 1, 0
        for number, table in ((digest * inverse % N, Key.base), (r * inverse % N, self.table)):
            most = len(table[0]) - 1
            width = most.bit_length()
            for row in table:
                step = row[number & most]
                if step is not None:
                    x, y, z = mixed(x, y, z, step)
                number >>= width
        return z != 0 and any((x - candidate * z * z) % P == 0 for candidate in (r, r + N) if candidate < P)


def stand_in(text: str) -> str:
    """What a record of the degraded mode carries until it is signed."""
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


_keys: dict[str, Key] = {}


def load_keys(pems: dict[str, str], bits: int) -> None:
    """In each process, once."""
    if bits != Key.bits:
        Key.bits, Key.base = bits, None
    _keys.update({key_id: Key(pem) for key_id, pem in pems.items()})


def pem_of(key_id: str) -> str:
    """A key of the archive under verification, for another way to check signatures."""
    return _keys[key_id].pem


def check_batch(batch: Batch) -> list[Place]:
    """The places in a batch of (place, key id, text, signature) whose signature is not the key's."""
    return [place for place, key_id, text, signature in batch if not _keys[key_id].verifies(text, signature)]


class Signatures:
    """Checks signatures in batches, in as many processes as the machine has cores once there are enough of them."""

    def __init__(self, pems: dict[str, str], check: Callable[[Batch], list[Place]], records: int) -> None:
        self.pems, self.check = pems, check
        self.bits = FEW_BITS if records < MANY_RECORDS else MANY_BITS
        self.batch: Batch = []
        self.bad: list[Place] = []
        self.pool: ProcessPoolExecutor | None = None
        self.jobs: list[Future[list[Place]]] = []
        load_keys(pems, self.bits)

    def add(self, place: Place, key_id: str, text: str, signature: str) -> None:
        self.batch.append((place, key_id, text, signature))
        if len(self.batch) >= A_BATCH:
            self.send()

    def send(self) -> None:
        batch, self.batch = self.batch, []
        if self.check is not check_batch or (os.cpu_count() or 1) == 1:
            self.bad += self.check(batch)
            return
        if self.pool is None:
            self.pool = ProcessPoolExecutor(os.cpu_count(), initializer=load_keys, initargs=(self.pems, self.bits))
        self.jobs.append(self.pool.submit(check_batch, batch))
        while len(self.jobs) > 2 * (os.cpu_count() or 1):
            self.bad += self.jobs.pop(0).result()

    def end(self) -> list[Place]:
        """The places whose signature is not the key's."""
        if self.pool is None:
            self.bad += self.check(self.batch)
        else:
            self.send()
            for job in self.jobs:
                self.bad += job.result()
            self.pool.shutdown()
        return self.bad


# ── the archive ────────────────────────────────────────────────────────────────────────────────────────────────────────
class Archive:
    """One archive under verification; ``faults`` are sentences."""

    def __init__(self, path: Any, key_pems: list[str], check: Callable[[Batch], list[Place]], say: Callable[[str], None]) -> None:
        self.zip = zipfile.ZipFile(path)
        self.trusted = {Key(pem).key_id for pem in key_pems}
        self.check, self.say = check, say
        self.faults: list[str] = []
        self.counts: dict[str, int] = {}
        self.pems: dict[str, str] = {}
        self.degraded: dict[tuple[str, str, int], str] = {}
        self.resigned: dict[tuple[str, str, int], str] = {}
        self.totals: dict[tuple[str, int], int] = {}

    def fault(self, member: str, record: object, what: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append("{}{}: {}".format(member, "" if record is None else f", record {record}", what))

    def run(self) -> Json:
        """Everything; gives the manifest."""
        manifest = self.manifest()
        if self.faults:
            return manifest
        self.signatures = Signatures(self.pems, self.check, sum(member.get("records", 0) for member in manifest["members"]))
        sound = {member["name"] for member in manifest["members"] if self.member(member)}
        for member in manifest["members"]:
            if member["name"] in sound and member.get("chain"):
                self.chain(member)
        for name in sorted(name for name in sound if name.endswith("closings.jsonl")):
            self.closings(name)
        for bad in self.signatures.end():
            self.fault(bad[0], bad[1], "its signature is not the till's")
        for place, signature in self.resigned.items():
            if place in self.degraded and self.degraded[place] != signature:
                self.fault("{}{}".format(*place[:2]), place[2], "what was signed afterwards is another record")
        return manifest

    def manifest(self) -> Json:
        names = self.zip.namelist()
        for name in (MANIFEST, SIGNATURE, KEYS):
            if names.count(name) != 1:
                raise ValueError(f"{name} is missing or there twice")
        text = self.zip.read(MANIFEST)
        manifest: Json = json.loads(text)
        seal: Json = json.loads(self.zip.read(SIGNATURE))
        if manifest.get("format") != FORMAT:
            raise ValueError("format {!r} is not {}".format(manifest.get("format"), FORMAT))
        self.pems = json.loads(self.zip.read(KEYS))
        for key_id, pem in self.pems.items():
            if Key(pem).key_id != key_id:
                self.fault(KEYS, key_id, "the key is another one")
        if seal["key_id"] not in self.pems or not Key(self.pems[seal["key_id"]]).verifies(text.decode(), seal["signature"]):
            self.fault(MANIFEST, None, "its signature is not the till's")
        if self.trusted and seal["key_id"] not in self.trusted:
            self.fault(MANIFEST, None, "it is sealed with key {}, which you did not give".format(seal["key_id"]))
        known = {MANIFEST, SIGNATURE} | {member["name"] for member in manifest["members"]}
        for name in names:
            if name not in known or names.count(name) > 1:
                self.fault(name, None, "the manifest does not know it, or it is there twice")
        return manifest

    def member(self, member: Json) -> bool:
        """Whether its bytes are those of the manifest; the first changed record is named."""
        name = member["name"]
        if name not in self.zip.namelist():
            self.fault(name, None, "it is missing")
            return False
        digest = hashlib.sha256()
        places: list[str] = []
        try:
            with self.zip.open(name) as file:
                for line in file:
                    digest.update(line)
                    places.append(hashlib.sha256(line).hexdigest()[:16])
        except UNREADABLE as error:
            self.fault(name, self.changed(member, places), f"its bytes are damaged ({error})")
            return False
        if digest.hexdigest() == member["sha256"]:
            return True
        self.fault(name, self.changed(member, places), "it is not what was archived")
        return False

    def changed(self, member: Json, places: list[str]) -> str | None:
        """The first line whose digest differs, told by its number in the file and what it calls itself."""
        listed = member.get("digests")
        if not listed or listed not in self.zip.namelist():
            return None
        try:
            told = self.zip.read(listed).decode("ascii", "replace").split()
        except UNREADABLE:
            return None
        number = next((number for number, pair in enumerate(zip(told, places, strict=False)) if pair[0] != pair[1]), min(len(told), len(places)))
        try:
            with self.zip.open(member["name"]) as file:
                line = next((line for place, line in enumerate(file) if place == number), b"")
            record = json.loads(line)
            own = record.get("label") or record.get("number") or record.get("seq") or record["stamp"]["seq"]
            return f"{number + 1} ({own})"
        except (ValueError, KeyError, TypeError, AttributeError, *UNREADABLE):
            return str(number + 1)

    def chain(self, member: Json) -> None:
        """Numbers without a gap, each record linked to the one before, each signed; tickets and totals against their signed texts."""
        name, count = member["name"], 0
        folder = name[: name.rindex("/") + 1] if "/" in name else ""
        self.say(f"{name}: {member['records']} records")
        seq, before = member["after_seq"], member["after_signature"]
        algebraic = member.get("perpetual_before_cents")
        with self.zip.open(name) as file:
            for line in file:
                record = json.loads(line)
                stamp, count = record["stamp"], count + 1
                if (stamp["seq"], stamp["prev_signature"]) != (seq + 1, before) or not stamp["payload"].endswith("," + before):
                    self.fault(name, stamp["seq"], f"it does not follow record {seq}")
                self.signed(folder, name, stamp)
                what = self.told_otherwise(member["chain"], record, stamp["payload"].split(","))
                if what:
                    self.fault(name, record.get("number", stamp["seq"]), what)
                if member["chain"] == "GRANDTOTAL":
                    fields = stamp["payload"].split(",")
                    algebraic = None if algebraic is None else algebraic + int(fields[1])
                    if algebraic is not None and algebraic != int(fields[2]):
                        self.fault(name, stamp["seq"], "the perpetual total does not add up")
                        algebraic = None
                    self.totals[folder, stamp["seq"]] = int(fields[1])
                if member["chain"] == "RESIGNED":
                    fields = stamp["payload"].split(",")
                    self.resigned[folder, fields[0], int(fields[1])] = fields[2]
                seq, before = stamp["seq"], stamp["signature"]
        if count != member["records"] or seq != member["through_seq"]:
            self.fault(name, seq, "the chain ends elsewhere than the manifest says")
        self.counts[name] = count

    def signed(self, folder: str, name: str, stamp: Json) -> None:
        if stamp["key_id"] == STAND_IN:
            self.degraded[folder, stamp["chain"], stamp["seq"]] = stamp["signature"]
            if stand_in(stamp["payload"]) != stamp["signature"]:
                self.fault(name, stamp["seq"], "its stand-in signature is wrong")
        elif stamp["key_id"] not in self.pems:
            self.fault(name, stamp["seq"], "its key {} is not in the archive".format(stamp["key_id"]))
        else:
            self.signatures.add((name, stamp["seq"]), stamp["key_id"], stamp["payload"], stamp["signature"])

    def told_otherwise(self, chain: str, record: Json, fields: list[str]) -> str:
        """What a record says in the open must be what its signed text says."""
        if chain == "TICKET" and (int(fields[1]), fields[3]) != (record["total_cents"], record["number"]):
            return "its amount or number is not that of its signed text"
        if chain == "JET" and fields[1:3] != [str(record["code"]), record["info"]]:
            return "its event is not that of its signed text"
        if chain == "JET" and record["code"] == NEW_SERIES:
            self.say("declared: a new series of numbers from {} on, event {} ({})".format(record["at"], record["seq"], record["info"]))
        return ""

    def closings(self, name: str) -> None:
        """Each closing's figures against its signed text, each day against the totals that it took in."""
        folder = name[: name.rindex("/") + 1] if "/" in name else ""
        with self.zip.open(name) as file:
            for line in file:
                closing = json.loads(line)
                fields = closing["stamp"]["payload"].split(",")
                self.signed(folder, name, closing["stamp"])
                told = (closing["total_cents"], closing["perpetual_algebraic_cents"], closing["label"])
                if (int(fields[1]), int(fields[2]), fields[4]) != told:
                    self.fault(name, closing["label"], "its figures are not those of its signed text")
                through = closing["through_seq"] if closing["period"] == "day" else None
                if through is None or closing["after_seq"] is None:
                    continue
                places = [(folder, seq) for seq in range(closing["after_seq"] + 1, through + 1)]
                if all(place in self.totals for place in places) and sum(self.totals[place] for place in places) != closing["total_cents"]:
                    self.fault(name, closing["label"], "its total is not that of its tickets")


def silent(_text: str) -> None:
    """Says nothing."""


def verify(
    path: Any, key_pems: list[str] | None = None, check: Callable[[Batch], list[Place]] = check_batch, say: Callable[[str], None] = silent
) -> tuple[Json, list[str], dict[str, int]]:
    """(manifest, faults, counts); ValueError when it is no archive."""
    try:
        archive = Archive(path, key_pems or [], check, say)
        manifest = archive.run()
    except (KeyError, TypeError, AttributeError, IndexError, *UNREADABLE) as error:
        raise ValueError(str(error)) from error
    return manifest, archive.faults, archive.counts


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    key_pems = []
    while "--key" in arguments[:-1]:
        place = arguments.index("--key")
        key_pems.append(Path(arguments[place + 1]).read_text("ascii"))
        arguments = arguments[:place] + arguments[place + 2 :]
    if len(arguments) != 1:
        tell(__doc__ or "")
        return 2
    try:
        manifest, faults, counts = verify(arguments[0], key_pems, say=lambda text: tell("  " + text))
    except (ValueError, OSError) as error:
        tell(f"not an archive: {error}")
        return 2
    tell("{} {}-{}, {}, made {}".format(manifest["kind"], manifest["shop"], manifest["till"], manifest["label"], manifest["made_at_utc"]))
    for fault in faults:
        tell("BROKEN  " + fault)
    if not faults:
        tell(f"sound: {sum(counts.values())} records in {len(counts)} chains")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
