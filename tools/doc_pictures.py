"""Takes the pictures of the README and the manual from the last ``make demo``: small palettes, one name each."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "build" / "demo"
TARGET = ROOT / "docs" / "pictures"
CHOSEN = {
    "screens/02-connexion.png": "sign-in.png",
    "screens/05-panier.png": "sale.png",
    "screens/08-especes.png": "payment.png",
    "screens/09-vendu.png": "done.png",
    "screens/15-ecran.png": "trade-in.png",
    "screens/14-esthetique.png": "cosmetics.png",
    "screens/19-signature.png": "offer.png",
    "screens/24-trente-points.png": "inspection.png",
    "screens/27-tableau.png": "board.png",
    "screens/30-cloture.png": "closing.png",
    "screens/31-hors-ligne.png": "offline.png",
    "receipts/01.png": "receipt.png",
}
COLOURS = 96


def main() -> int:
    missing = [name for name in CHOSEN if not (DEMO / name).exists()]
    if missing:
        print(f"run make demo first; missing: {', '.join(missing)}")
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    for source, target in CHOSEN.items():
        picture = Image.open(DEMO / source).convert("RGB")
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(TARGET / target, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
