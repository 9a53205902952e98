"""A verifier as a stranger would write it from docs/journal-format.md: it imports nothing of ours."""

from __future__ import annotations

import hashlib
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def verify_export(lines: list[str]) -> str:
    """``N entries, M rows: sound``, or the first broken entry and what is wrong with it."""
    header, *rest = [json.loads(line) for line in lines]
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(header["public_key"]))
    previous, epoch, seq = "0" * 64, 1, 0
    entries = rows = 0
    position = 0
    while position < len(rest):
        line = rest[position]
        where = f"entry {line['epoch']}-{line['seq']}"
        exact = line["entry"].encode()
        said = json.loads(exact)
        place = (said["epoch"], said["seq"])
        if place != (line["epoch"], line["seq"]) or place not in ((epoch, seq + 1), (max(said["epoch"], epoch + 1), 1)):
            return f"{where}: gap"
        if hashlib.sha256(exact).hexdigest() != line["hash"]:
            return f"{where}: hash"
        try:
            key.verify(bytes.fromhex(line["signature"]), exact)
        except InvalidSignature:
            return f"{where}: signature"
        if said["prev"] != previous:
            return f"{where}: chain"
        position += 1
        covered: dict[str, list[str]] = {}
        while position < len(rest) and rest[position]["type"] == "row":
            text = rest[position]["row"]
            covered.setdefault(json.loads(text)[0], []).append(text)
            position += 1
        for table, claim in said["sealed"].items():
            texts = covered.pop(table, [])
            if len(texts) != claim["rows"] or hashlib.sha256("".join(f"{text}\n" for text in texts).encode()).hexdigest() != claim["sha256"]:
                return f"{where}: rows {table}"
            rows += len(texts)
        if covered:
            return f"{where}: rows not covered"
        previous, epoch, seq = line["hash"], said["epoch"], said["seq"]
        entries += 1
    return f"{entries} entries, {rows} rows: sound"
