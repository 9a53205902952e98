"""Reads the codes of a picture as a phone or a scanner does, by a decoder that we did not write."""

from __future__ import annotations

import zxingcpp
from PIL import Image

# What our papers, labels and screens carry. A reader of every kind of code finds an EAN in one of some 300 QR codes of random content.
OURS = zxingcpp.BarcodeFormats((zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128))


def codes_in(picture: Image.Image) -> list[str]:
    """The texts of all bars and QR codes on it."""
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=OURS)]
