"""Files that somebody takes away: whole and durable under their names, or not there at all. A drive may be full, read-only or pulled out at any moment."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import Unavailable

PART = ".part"
PIECE_BYTES = 256 * 1024
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ENOTDIR, errno.ESTALE}
Pieces = Iterable[bytes]


class FileNotWritten(Unavailable):
    """A folder does not take a file, for a reason that has no words of its own."""

    code = "storage.file_not_written"


class FolderFull(FileNotWritten):
    """There is no room left."""

    code = "storage.folder_full"


class FolderReadOnly(FileNotWritten):
    """A write-protected drive, or a folder of somebody else."""

    code = "storage.folder_read_only"


class FolderGone(FileNotWritten):
    """The drive was pulled out, or the folder is no more."""

    code = "storage.folder_gone"


def not_written(folder: Path, error: OSError) -> FileNotWritten:
    """What the system said, as what it means at the counter."""
    for numbers, kind in ((FULL, FolderFull), (READ_ONLY, FolderReadOnly), (GONE, FolderGone)):
        if error.errno in numbers:
            return kind(path=str(folder))
    return FileNotWritten(path=str(folder), reason=error.strerror or type(error).__name__)


@contextmanager
def told_of(folder: Path) -> Iterator[None]:
    """Whatever the system says of a folder comes out as one of our errors. A worker that did not answer in time is not of the folder."""
    try:
        yield
    except TimeoutError:
        raise
    except OSError as error:
        raise not_written(folder, error) from error


class NewFiles:
    """Files on their way into one folder: written beside their names, made durable, then all named. Left without ``publish``, or in trouble, none stays.

    ``with NewFiles(folder) as files: files.add(…); files.check(); files.publish()``; FileNotWritten.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts: list[Path] = []
        self._named: list[Path] = []
        self._made_folder = False
        self._done = False

    def __enter__(self) -> NewFiles:
        with told_of(self._folder):
            self._made_folder = not self._folder.exists()
            self._folder.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._done:
            return
        for path in (*self._parts, *self._named):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        if self._made_folder:
            with contextlib.suppress(OSError):
                self._folder.rmdir()

    def add(self, name: str, pieces: Pieces) -> None:
        """Beside its name and on the disk itself, not only on its way there: a drive is pulled out as soon as the page says that it is done."""
        with told_of(self._folder):
            part = self._folder / f"{name}{PART}"
            self._parts.append(part)
            with part.open("wb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())

    def check(self) -> None:
        """Still there; asked before the journal tells of them, so that it tells of nothing that went away with its drive."""
        with told_of(self._folder):
            for part in self._parts:
                part.stat()

    def publish(self) -> tuple[Path, ...]:
        """Under their names, from one moment to the next."""
        with told_of(self._folder):
            for part in self._parts:
                self._named.append(part.replace(part.with_suffix("")))
            _make_durable(self._folder)
        self._done = True
        return tuple(self._named)


def pieces_of(contents: Sequence[bytes], step: Callable[[int, int], None]) -> list[Pieces]:
    """Each content in pieces; before each and at the end ``step`` hears how many bytes of all are done."""
    of, done = sum(map(len, contents)), 0

    def cut(content: bytes) -> Pieces:
        nonlocal done
        step(done, of)
        for start in range(0, len(content), PIECE_BYTES):
            piece = content[start : start + PIECE_BYTES]
            yield piece
            done += len(piece)
            step(done, of)

    return [cut(content) for content in contents]


def pieces_of_file(path: Path, step: Callable[[int, int], None]) -> Pieces:
    """A file as it stands, never whole in memory."""
    done = 0
    with path.open("rb") as file:
        of = os.fstat(file.fileno()).st_size
        step(0, of)
        while piece := file.read(PIECE_BYTES):
            yield piece
            done += len(piece)
            step(done, of)


def _make_durable(folder: Path) -> None:
    """The names too; a file system that cannot do that for a folder has them anyway."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
