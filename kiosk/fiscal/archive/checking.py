"""The verifier that stands in every archive, made quick: the same checks and the same words, with signatures checked by a library instead of plain Python.

On a running till it works in a process of its own (``python -m kiosk.fiscal.archive.checking``), so that no screen waits behind it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.basics.progress import Counted
from kiosk.errors import Misused, Unavailable
from kiosk.fiscal.archive.verify_archive import MANIFEST, UNREADABLE, Batch, Place, pem_of, verify
from kiosk.fiscal.france.signing import EcdsaVerifier

ROOT = Path(__file__).resolve().parents[3]


class NotAnArchive(Misused):
    """The file is not an archive of a till."""

    code = "fiscal.not_an_archive"


class CheckNotRun(Unavailable):
    """The process that checks ended before it answered."""

    code = "fiscal.check_not_run"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: how many records, and what is not as it was, a sentence each."""

    label: str
    records: int
    faults: tuple[str, ...]


def check(path: Path, keys: Sequence[str], tell: Counted) -> Checked:
    """``keys`` are those that one trusts, as PEM: without any, an archive can only be shown to agree with itself. NotAnArchive."""
    try:
        manifest, faults, counts = verify(path, list(keys), check=_Counting(tell, of=_record_count(path)))
    except (ValueError, KeyError, TypeError, AttributeError, *UNREADABLE) as error:
        raise NotAnArchive(path=str(path), reason=str(error)) from error
    return Checked(str(manifest["label"]), sum(counts.values()), tuple(faults))


def check_in_child(path: Path, keys: Sequence[str], tell: Counted) -> Checked:
    """The same in a process of its own; when ``tell`` raises, the process is ended. NotAnArchive, CheckNotRun."""
    command, request = [sys.executable, "-m", "kiosk.fiscal.archive.checking"], json.dumps({"path": str(path.resolve()), "keys": list(keys)})
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True, encoding="utf-8") as child:
            try:
                return _heard(child, request, path, tell)
            finally:
                child.kill()
    except (OSError, ValueError) as error:
        raise CheckNotRun(path=str(path)) from error


def _heard(child: subprocess.Popen[str], request: str, path: Path, tell: Counted) -> Checked:
    assert child.stdin is not None and child.stdout is not None
    with child.stdin as asked:
        asked.write(request)
    for said in map(json.loads, child.stdout):
        match said:
            case {"done": int(done), "of": int(of)}:
                tell(done, of)
            case {"no_archive": str(reason)}:
                raise NotAnArchive(path=str(path), reason=reason)
            case {"label": str(label), "records": int(records), "faults": list(faults)}:
                return Checked(label, records, tuple(faults))
    raise CheckNotRun(path=str(path))


def check_by_openssl(batch: Batch) -> list[Place]:
    """Ten times as fast as the file that goes with an archive, which has Python alone."""
    verifiers = {key_id: EcdsaVerifier.read(pem_of(key_id)) for key_id in {key_id for _, key_id, _, _ in batch}}
    return [place for place, key_id, text, signature in batch if not verifiers[key_id].verify(text, signature)]


class _Counting:
    """Checks a batch of signatures and tells how many are done."""

    def __init__(self, tell: Counted, *, of: int) -> None:
        self._tell = tell
        self._done, self._of = 0, of
        tell(0, of)

    def __call__(self, batch: Batch) -> list[Place]:
        bad = check_by_openssl(batch)
        self._done += len(batch)
        self._tell(self._done, self._of)
        return bad


def _record_count(path: Path) -> int:
    """How many records an archive says it holds."""
    with zipfile.ZipFile(path) as archive:
        return sum(int(member.get("records", 0)) for member in json.loads(archive.read(MANIFEST))["members"])


def main() -> int:
    """In the child: one request, then how far it is, then what was found; a line of JSON each."""
    request = json.load(sys.stdin)
    try:
        _say(asdict(check(Path(request["path"]), request["keys"], lambda done, of: _say({"done": done, "of": of}))))
    except NotAnArchive as error:
        _say({"no_archive": str(error.facts["reason"])})
    return 0


def _say(content: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(content) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
