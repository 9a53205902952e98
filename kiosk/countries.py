"""Which country's way of proving takings a till has."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from kiosk import __version__
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.till_key import till_signer
from kiosk.fiscal.module import FiscalModule
from kiosk.fiscal.null import NullFiscal
from kiosk.house import House


def fiscal_module(house: House) -> FiscalModule:
    """With this till's key."""
    identity, shop = house.identity(), house.shop()
    assert identity is not None and shop is not None, "only an enrolled kiosk has fiscal records"
    if shop.country != "FR":
        return NullFiscal(ids=house.ids)
    return FranceFiscal(
        signer=till_signer(house.keys), ids=house.ids, till_code=identity.till_code, zone=ZoneInfo(shop.timezone), software_version=__version__
    )  # fmt: skip
