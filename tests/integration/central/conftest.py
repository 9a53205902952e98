"""Every test here runs twice: central on SQLite and central on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from central.database import CentralDatabase
from central.demo import seed
from central.service import Central
from kiosk.basics.clock import ManualClock
from tests.integration.central.house import PaperTill, make_central, write_demo


@pytest.fixture(params=["sqlite", "postgresql"])
def central_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CentralDatabase]:
    """A fresh central database with the small shop in it."""
    url = _new_postgres_database(request.getfixturevalue("postgres_url"), request.node.name) if request.param == "postgresql" else None
    database = CentralDatabase.open(data_dir=tmp_path / "central", url=url)
    seed(database, write_demo(tmp_path / "demo"))
    yield database
    database.close()


def _new_postgres_database(maintenance_url: str, test_name: str) -> str:
    name = f"t_{abs(hash(test_name)):x}"
    engine = create_engine(maintenance_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return maintenance_url.rsplit("/", 1)[0] + f"/{name}"


@pytest.fixture
def central(central_database: CentralDatabase, clock: ManualClock) -> Central:
    return make_central(central_database, clock)


@pytest.fixture
def till(central_database: CentralDatabase, clock: ManualClock) -> PaperTill:
    """Till K2, enrolled."""
    paper = PaperTill("L01", "K2", secret=bytes(range(32)))
    with central_database.write() as connection:
        paper.enrol_at(connection, clock=clock)
    return paper
