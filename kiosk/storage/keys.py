"""Where the kiosk's secret keys are kept: the system's key store where there is one, else files of mode 0600.

``kiosk doctor`` says which. A key is made at its first use and never leaves the machine. Nothing here logs a key.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Protocol

from kiosk.basics.late import late
from kiosk.errors import Damaged, Unavailable

_keyring = late("keyring")
_keyring_errors = late("keyring.errors")
SERVICE = "kiosk"
FOLDER = "keys"
DATABASE_KEY = "database"
TILL_KEY = "till-ed25519"
FISCAL_KEY = "fiscal-p256"


class KeyMissing(Damaged):
    """A key that the data depends on is not in the store: the file cannot be opened without it."""

    code = "storage.key_missing"


class KeyStoreUnusable(Unavailable):
    """The key store or its folder cannot be read or written."""

    code = "storage.key_store_unusable"


class KeyStore(Protocol):
    """Named secrets; ``kind`` is what the doctor says."""

    kind: ClassVar[str]

    def get(self, name: str) -> bytes | None: ...

    def put(self, name: str, secret: bytes) -> None: ...


class FileKeyStore:
    """One file per key in a folder of mode 0700, each file 0600."""

    kind: ClassVar[str] = "file"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        try:
            return bytes.fromhex((self._folder / name).read_text("ascii"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise KeyStoreUnusable(name=name, reason=type(error).__name__) from error

    def put(self, name: str, secret: bytes) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secret.hex())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise KeyStoreUnusable(name=name, reason=type(error).__name__) from error


class SystemKeyStore:
    """The desktop's key store through ``keyring``; entries are named after the data directory."""

    kind: ClassVar[str] = "system"

    def __init__(self, data_dir: Path) -> None:
        self._account = str(data_dir.resolve())

    def get(self, name: str) -> bytes | None:
        try:
            secret = _keyring().get_password(f"{SERVICE}-{name}", self._account)
        except _keyring_errors().KeyringError as error:
            raise KeyStoreUnusable(name=name, reason=type(error).__name__) from error
        return None if secret is None else bytes.fromhex(secret)

    def put(self, name: str, secret: bytes) -> None:
        try:
            _keyring().set_password(f"{SERVICE}-{name}", self._account, secret.hex())
        except _keyring_errors().KeyringError as error:
            raise KeyStoreUnusable(name=name, reason=type(error).__name__) from error


def key_store(data_dir: Path, choice: str = "auto") -> KeyStore:
    """The store that the settings ask for: "system", "file", or "auto", which keeps to files once they are there."""
    folder = data_dir / FOLDER
    if choice == "file" or (choice == "auto" and (folder.exists() or not system_store_usable())):
        return FileKeyStore(folder)
    return SystemKeyStore(data_dir)


def system_store_usable() -> bool:
    """Whether ``keyring`` found a real backend (its fail and null backends have priority 0 or less)."""
    return bool(_keyring().get_keyring().priority > 0)


def database_key(store: KeyStore, *, database_exists: bool) -> bytes:
    """The raw 256-bit key of the database; made when the database does not exist yet, KeyMissing when it does."""
    key = store.get(DATABASE_KEY)
    if key is not None:
        return key
    if database_exists:
        raise KeyMissing(store=store.kind)
    key = os.urandom(32)
    store.put(DATABASE_KEY, key)
    return key


def till_secret(store: KeyStore) -> bytes:
    """The secret half of the till's Ed25519 key; made at its first use."""
    return kept(store, TILL_KEY, lambda: os.urandom(32))


def kept(store: KeyStore, name: str, make: Callable[[], bytes]) -> bytes:
    """The secret of that name; made and put away at its first use."""
    secret = store.get(name)
    if secret is None:
        secret = make()
        store.put(name, secret)
    return secret
