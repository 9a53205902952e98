"""The small shop with what the counter promises: services of each kind, an article for deposits, a customer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import Product, ProductKind, ServiceKind
from kiosk.catalogue.service import CatalogueService
from kiosk.sales.basket import Basket
from kiosk.sales.desk.customers import Customer, Details
from kiosk.sales.desk.making import DeskServices, desk_services
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from tests.integration.sale_shop import CAMILLE, Till


def service(product_id: str, name: str, kind: ServiceKind | None, cents: int, *, tax_code: str = "standard", suffix: str = "") -> Product:
    return Product(product_id, f"SKU-{product_id}", ProductKind.SERVICE, name, "", "service", tax_code, Money(cents), price_suffix=suffix, service=kind)


SCREEN = service("p-screen", "Remplacement d’écran", ServiceKind.REPAIR, 12900)
SMALL_REPAIR = service("p-small", "Pose de connecteur", ServiceKind.REPAIR, 2499)
BROKEN = service("p-broken", "Assurance casse 12 mois", ServiceKind.INSURANCE, 5900, tax_code="exempt")
PLAN = service("p-plan", "Abonnement réparation", ServiceKind.SUBSCRIPTION, 699, suffix="/mois")
DELIVERY = service("p-delivery", "Livraison à domicile", ServiceKind.DELIVERY, 990)
DEPOSIT = Product("p-deposit", "SER-0012", ProductKind.DEPOSIT, "Acompte", "", "service", "non_sale")
GARNIER = Details(full_name="Claire Garnier", email="claire.garnier@example.fr", phone="06 12 34 56 78")


@dataclass(frozen=True, slots=True)
class DeskShop:
    """The till and the counter's use cases on it."""

    till: Till
    desk: DeskServices
    stored: CatalogueService

    def basket(self, *products: Product, codes: tuple[str, ...] = ()) -> Basket:
        """What was scanned, and then touched."""
        found = self.till.basket(*codes)
        for product in products:
            found = self.till.sale.add_product(found, product)
        return found

    def customer(self, details: Details = GARNIER, *, wants_offers: bool = False) -> Customer:
        return self.desk.customers.note(details, wants_offers=wants_offers, person=CAMILLE)

    def pay(self, basket: Basket, *tenders: Tender) -> Ticket:
        """Exactly, in cash unless told otherwise."""
        rest = Money(self.till.sale.priced(basket).total.amount_cents - sum(tender.amount.amount_cents for tender in tenders))
        return self.till.sale.pay(basket, [*tenders, *([Tender("cash", rest)] if rest else [])], person=CAMILLE)

    def journal(self, kind: str) -> list[dict[str, Any]]:
        """What the journal says under one kind, oldest first."""
        with self.till.database.read() as connection:
            entries = self.till.ledger.entries_after(connection, 0, 0, limit=10_000)
        return [json.loads(entry.entry)["body"] for entry in entries if entry.kind == kind]

    def jet(self, code: int) -> list[str]:
        """The infos of the event log under one code."""
        with self.till.database.read() as connection:
            payloads = [row[0] for row in connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq")]
        return [payload.split(",")[2] for payload in payloads if payload.split(",")[1] == str(code)]


def open_desk(till: Till) -> DeskShop:
    """The till with the counter's use cases and their articles."""
    with till.database.write() as connection:
        catalogue_store.upsert_products(connection, [(item, 2) for item in (SCREEN, SMALL_REPAIR, BROKEN, PLAN, DELIVERY, DEPOSIT)])
    catalogue = CatalogueService(till.database)
    return DeskShop(till, desk_services(till.counter, till.sale, catalogue, till.stock), catalogue)
