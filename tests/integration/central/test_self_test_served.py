"""Central gives phones the self-test page, the same files as the kiosk's own server, and nothing else below that address."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from central.database import CentralDatabase
from central.demo import seed
from central.service import Central
from kiosk.basics.static_files import SELF_TEST_PATH, self_test_files
from tests.integration.central.house import serving, write_demo


@pytest.fixture
def central_database(tmp_path: Path) -> Iterator[CentralDatabase]:
    """Files come out of no database: one is enough."""
    database = CentralDatabase.open(data_dir=tmp_path / "central")
    seed(database, write_demo(tmp_path / "demo"))
    yield database
    database.close()


def test_central_serves_every_file_of_the_page_and_lets_it_use_camera_and_microphone(central: Central) -> None:
    with serving(central) as url:
        for name, (content, media_type) in self_test_files().items():
            with urllib.request.urlopen(f"{url}{SELF_TEST_PATH}{name}") as answer:
                assert (answer.read(), answer.headers["Content-Type"]) == (content, media_type)
                assert "camera=(self), microphone=(self)" in answer.headers["Permissions-Policy"]
                assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        for name in ("nothing.js", "..%2freceipt.js", "../receipt.js", "%2e%2e/worker.js"):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"{url}{SELF_TEST_PATH}{name}")
            with refused.value as answer:
                assert answer.code == 404
