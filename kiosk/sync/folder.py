"""A shop from a folder of files instead of central: for a kiosk that starts alone, and for support.

The files are the feeds' rows as JSON lists (``people.json``, ``products.json``…), ``shop.json`` one object. Rows come in with version 0, so that
whatever central says later replaces them.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from sqlalchemy import Connection

from kiosk.errors import Misused, Refused
from kiosk.journal.ledger import Ledger
from kiosk.storage.identity import TillIdentity, set_till_identity, till_identity
from kiosk.sync.apply import apply_page
from kiosk.sync.protocol import FEEDS, LESSONS, PARCELS, PASSPORTS, PRICE_BOOKS, RETURNS, SHOPS, Cursor, FeedRow, PullPage

KEY_OF = {"people": "person_id", "device_models": "model_id", "products": "product_id", "units": "unit_id", "levels": "product_id"}
NOT_IN_A_FOLDER = frozenset({"baskets", RETURNS, PRICE_BOOKS, LESSONS, PASSPORTS, PARCELS, SHOPS})
"""What tills bring one another, and what only central publishes: a kiosk that starts alone has the program's own price book."""


class FolderUnreadable(Misused):
    """A file of the folder is missing or does not hold what its name says."""

    code = "sync.folder_unreadable"


class AlreadyEnrolled(Refused):
    """This kiosk belongs to a shop already; its data would be mixed with the folder's."""

    code = "sync.already_enrolled"


def load_folder(connection: Connection, ledger: Ledger, folder: Path, *, till_code: str) -> dict[str, int]:
    """Make this kiosk a till of the folder's shop, in the caller's transaction; gives how many rows each file had."""
    if till_identity(connection) is not None:
        raise AlreadyEnrolled
    pages = {feed: _page(folder, feed) for feed in FEEDS}
    shop_id = pages["shop"].rows[0].id
    set_till_identity(connection, TillIdentity(shop_id, till_code, 1))
    for page in pages.values():
        apply_page(connection, page, epoch=1)
    ledger.append(connection, "till.imported", {"shop": shop_id, "rows": {feed: len(page.rows) for feed, page in pages.items()}})
    return {feed: len(page.rows) for feed, page in pages.items()}


def _page(folder: Path, feed: str) -> PullPage:
    path = folder / f"{feed}.json"
    if feed in NOT_IN_A_FOLDER:
        return PullPage(feed, Cursor(), Cursor(), (), more=False, head_v=0, rev=1)
    try:
        content = path.read_bytes()
        if feed == "shop":
            shop = msgspec.json.decode(content)
            rows: tuple[FeedRow, ...] = (FeedRow(0, shop.get("shop_id") or shop["header"]["shop_id"], msgspec.Raw(content)),)
        else:
            found = msgspec.json.decode(content, type=list[msgspec.Raw])
            rows = tuple(FeedRow(0, str(msgspec.json.decode(row, type=dict)[KEY_OF[feed]]), row) for row in found)
    except (OSError, msgspec.DecodeError, KeyError, AttributeError) as error:
        raise FolderUnreadable(path=str(path), faults=((path.name, f"{type(error).__name__}: {error}"),)) from error
    return PullPage(feed, Cursor(), Cursor(), rows, more=False, head_v=0, rev=1)
