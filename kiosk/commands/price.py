"""``kiosk price BASKET.json``: what a basket costs, by the same code as the till. Touches no data directory."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kiosk.sales.bill import price_file
from kiosk.sales.bill_text import bill_json, bill_table
from kiosk.sales.json_reader import BadFile, load_json


def run(path: Path, *, as_json: bool) -> int:
    """0 with the bill on standard output; 2 with every fault on standard error, and with ``as_json`` on standard output too."""
    try:
        bill = price_file(load_json(path))
    except BadFile as error:
        for where, what in error.faults:
            sys.stderr.write(f"{where or 'basket'}: {what}\n")
        if as_json:
            faults = [{"path": where, "fault": what} for where, what in error.faults]
            sys.stdout.write(json.dumps({"error": error.code, "faults": faults}, indent=2) + "\n")
        return 2
    sys.stdout.write(json.dumps(bill_json(bill), indent=2) + "\n" if as_json else bill_table(bill))
    return 0
