"""A document of the bench as a file to take away: in the kiosk's folder or on a drive that is plugged in."""

from __future__ import annotations

from pathlib import Path

from kiosk.storage.files import FolderGone, NewFiles


def save_paper(name: str, content: bytes, folder: Path, folders: tuple[Path, ...]) -> Path:
    """Whole under its name, or not there; only where ``folders`` says. FolderGone, FileNotWritten."""
    if folder not in folders:
        raise FolderGone(path=str(folder))
    with NewFiles(folder) as files:
        files.add(name, (content,))
        return files.publish()[0]
