"""What central may call an article and the law does not: cut before it reaches a screen or a paper, and told to who can mend it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue import store
from kiosk.catalogue.products import Product
from kiosk.stock.units import Unit, UnitState
from kiosk.ui.models.store_model import point_rows
from tests.bench import Bench
from tests.passports import IPHONE_12_128, passports_of, put_on_sale

NEWER = 9


def renamed(bench: Bench, name: str) -> tuple[Unit, Product]:
    """The iPhone's product under another name of central's, and its model where the name is one that the price book knows."""
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None
    product, model = bench.catalogue.product_by_id(unit.product_id), bench.catalogue.model_by_id(unit.model_id)
    assert product is not None and model is not None
    with bench.database.write() as connection:
        store.upsert_products(connection, [(replace(product, name=name), NEWER)])
        if "reconditionné" not in name:
            store.upsert_models(connection, [(replace(model, name=name), NEWER)])
    found = bench.catalogue.product_by_id(unit.product_id)
    assert found is not None
    return unit, found


def test_a_name_that_says_as_new_is_cut_on_screens_labels_and_passports(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    passports = passports_of(bench, clock, ids)
    _unit, product = renamed(bench, "iPhone 12 – Comme\u00a0NEUF")
    assert product.name == "iPhone 12"
    assert {found.product.name for found in bench.stock.search("1949")} == {"iPhone 12"}
    put_on_sale(bench)
    assert passports.show(IPHONE_12_128, bench.person("ines")).passport.model == "Apple iPhone 12 128\u00a0Go Bleu"
    with bench.database.read() as connection:
        printed = b"".join(job.content for job in bench.print_queue.waiting(connection, "label")).decode()
    assert "iPhone 12" in printed and "NEUF" not in printed


def test_whoever_can_mend_the_catalogue_sees_how_many_names_want_it(bench: Bench) -> None:
    assert bench.stock.unlawful_names() == ()
    renamed(bench, "iPhone 12 état neuf")
    assert bench.stock.unlawful_names() == ("iPhone 12 état neuf", "iPhone 12 état neuf")
    rows = point_rows({}, (), unlawful_names=2)
    assert [(row.kind, row.count) for row in rows] == [("unlawful_names", 2)]


@pytest.mark.parametrize(
    ("lacks", "called"),
    [({}, "iPhone 12 reconditionné"), ({"erasure_id": None}, "iPhone 12 d’occasion"), ({"inspection_id": None}, "iPhone 12 d’occasion"),
     ({"grade": None}, "iPhone 12 d’occasion")],
)  # fmt: skip
def test_the_word_that_must_be_earned_stands_on_a_ticket_only_beside_a_unit_that_earned_it(bench: Bench, lacks: dict[str, None], called: str) -> None:
    _unit, product = renamed(bench, "iPhone 12 reconditionné")
    unit = replace(put_on_sale(bench), **lacks)  # type: ignore[arg-type]  # one named field each
    assert product.name == "iPhone 12 d’occasion"
    assert product.called(refurbished=unit.refurbished) == called


def test_the_label_bears_the_word_only_when_the_unit_earned_it(bench: Bench) -> None:
    sold = put_on_sale(bench)
    blocked = put_on_sale(bench, "u-000195", bad={"account_lock": "account_lock"})
    assert (sold.state, blocked.state) == (UnitState.FOR_SALE, UnitState.BLOCKED)
    with bench.database.read() as connection:
        labels = {job.document_number: job.content.decode() for job in bench.print_queue.waiting(connection, "label")}
    assert "Reconditionné" in labels[sold.label_code]
    assert "econditionn" not in labels[blocked.label_code]
