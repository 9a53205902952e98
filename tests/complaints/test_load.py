"""H. Load: what grows with the catalogue or with the past elsewhere, and with neither here. No times: plans and row counts."""

from __future__ import annotations

import pytest

from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import Product, ProductKind
from tests.complaints.conftest import CASE_EAN
from tests.integration.sale_shop import CAMILLE, Till, cash


@pytest.mark.answers("odoo#9532", "odoo#65376", "PA#1550", "PA0#280", "PA#1488")
def test_a_scan_looks_its_article_up_by_index_however_large_the_catalogue(till: Till) -> None:
    articles = [Product(f"p-{n}", f"SKU-{n}", ProductKind.ACCESSORY, f"Article {n}", "", "accessory", "standard", Money(990), f"3{n:012d}") for n in range(500)]
    with till.database.write() as connection:
        catalogue_store.upsert_products(connection, [(article, 1) for article in articles])
    with till.database.read() as connection:
        for column in ("ean", "sku"):
            (plan,) = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN SELECT * FROM product WHERE {column} = 'x'").fetchall()
            assert plan.detail.startswith("SEARCH product USING INDEX")
    assert [line.product.name for line in till.basket(CASE_EAN).lines] == ["Coque transparente iPhone 13"]


@pytest.mark.answers("itpp-labs/pos-addons#893")
def test_the_day_reads_its_own_tickets_only(till: Till) -> None:
    for _ in range(3):
        till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    with till.database.read() as connection:
        (plan,) = connection.exec_driver_sql("EXPLAIN QUERY PLAN SELECT * FROM ticket WHERE business_day = '2026-11-22' ORDER BY row_no").fetchall()[:1]
        (after,) = connection.exec_driver_sql("EXPLAIN QUERY PLAN SELECT * FROM ticket WHERE row_no > 5 ORDER BY row_no").fetchall()
    assert "USING INDEX" in plan.detail
    assert "USING INTEGER PRIMARY KEY" in after.detail


@pytest.mark.answers("POS-Awesome site data")
def test_no_remedy_ever_needs_unsent_sales_to_be_thrown_away(till: Till) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    with pytest.raises(Exception, match="sealed row"), till.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM journal_entry")
