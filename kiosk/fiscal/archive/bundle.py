"""The ZIP of an archive: members written line by line with their digests, then a manifest that names them and its signature beside it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.fiscal.archive.verify_archive import FORMAT, MANIFEST, SIGNATURE
from kiosk.fiscal.chains import Signed
from kiosk.storage.files import PART

DIGEST_LENGTH = 16
Member = dict[str, Any]


class Bundle:
    """One archive being written to ``path`` + ``.part``; nothing stands under its own name before ``finish``."""

    def __init__(self, path: Path, *, at_local: datetime) -> None:
        self.path = path
        self.part = path.with_name(path.name + PART)
        self.members: list[Member] = []
        self._kept = False
        self._moment = at_local.timetuple()[:6]
        self._file = self.part.open("w+b")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED)

    def text(self, name: str, content: str) -> None:
        """A member that is no list of records."""
        self._put(name, [content.encode()], {})

    def records(self, name: str, records: Iterable[str], **facts: object) -> None:
        """JSON lines; a second member lists the beginning of each line's SHA-256, so that a verifier can name what was changed."""
        digests = bytearray()
        listed = f"digests/{name.removesuffix('.jsonl')}.txt"
        self._put(name, _lines(records, digests), {**facts, "digests": listed})
        self.members[-1]["records"] = len(digests) // (DIGEST_LENGTH + 1)
        self._put(listed, [bytes(digests)], {})

    def seal(self, facts: Mapping[str, object]) -> str:
        """The manifest's text, to be signed."""
        return json.dumps({"format": FORMAT, **facts, "members": self.members}, ensure_ascii=False, indent=1, sort_keys=True)

    def settle(self) -> None:
        """What there is, on the disk itself: a slow drive takes its time here, where no sale waits, and not in ``finish``."""
        self._make_durable()

    def finish(self, manifest: str, signed: Signed) -> int:
        """Complete and durable; gives its size. ``publish`` puts it under its name."""
        seal = {"algorithm": signed.algorithm, "key_id": signed.key_id, "signature": signed.signature}
        self._zip.writestr(self._info(MANIFEST), manifest)
        self._zip.writestr(self._info(SIGNATURE), json.dumps(seal, indent=1))
        self._zip.close()
        self._make_durable()
        self._file.close()
        return self.part.stat().st_size

    def keep(self) -> None:
        """The journal tells of it now: whatever happens, it stays until it has its name."""
        self._kept = True

    def publish(self) -> Path:
        """After the commit that tells of it."""
        return self.part.replace(self.path)

    def give_up(self) -> None:
        """Leave nothing behind that the journal does not know; a drive that is gone or full refuses even to be left."""
        with contextlib.suppress(OSError, ValueError):
            self._zip.close()
        with contextlib.suppress(OSError):
            self._file.close()
        if not self._kept:
            with contextlib.suppress(OSError):
                self.part.unlink(missing_ok=True)

    def _make_durable(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())

    def _put(self, name: str, pieces: Iterable[bytes], facts: Mapping[str, object]) -> None:
        digest, size = hashlib.sha256(), 0
        with self._zip.open(self._info(name), "w", force_zip64=True) as file:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                file.write(piece)
        self.members.append({"name": name, "bytes": size, "sha256": digest.hexdigest(), **facts})

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, self._moment)
        info.compress_type = zipfile.ZIP_DEFLATED
        return info


def _lines(records: Iterable[str], digests: bytearray) -> Iterable[bytes]:
    for record in records:
        line = f"{record}\n".encode()
        digests += hashlib.sha256(line).hexdigest()[:DIGEST_LENGTH].encode() + b"\n"
        yield line


def finish_published(path: Path, manifest_sha256: str) -> bool:
    """A program that ended between commit and publishing left the whole archive beside its place: put it there. False when it is gone."""
    part = path.with_name(path.name + PART)
    if not _is_of(part, manifest_sha256):
        return False
    part.replace(path)
    return True


def stands(path: Path, manifest_sha256: str, *, size_bytes: int) -> bool:
    """Whether the archive with this manifest stands under its name, as long as it was. Its inside is the verifier's."""
    return _is_of(path, manifest_sha256) and path.stat().st_size == size_bytes


def _is_of(path: Path, manifest_sha256: str) -> bool:
    try:
        with zipfile.ZipFile(path) as found:
            return hashlib.sha256(found.read(MANIFEST)).hexdigest() == manifest_sha256
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
