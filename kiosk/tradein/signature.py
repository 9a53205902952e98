"""A signature as drawn on the touch screen: strokes of points → one small SVG. Pure. A dot or a dash is no signature."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from kiosk.errors import Refused

Stroke = tuple[tuple[float, float], ...]
WIDTH, HEIGHT = 600, 200
SHORTEST_LENGTH = 120.0
MOST_POINTS = 5000


class SignatureTooShort(Refused):
    """What was drawn is not a signature."""

    code = "tradein.signature_too_short"


def signature_svg(strokes: tuple[Stroke, ...]) -> str:
    """Strokes in a field of 600 × 200 (points outside are brought to its edge) → SVG text; SignatureTooShort."""
    points = sum(len(stroke) for stroke in strokes)
    length = sum(hypot(x2 - x1, y2 - y1) for stroke in strokes for (x1, y1), (x2, y2) in pairwise(stroke))
    if length < SHORTEST_LENGTH or points > MOST_POINTS:
        raise SignatureTooShort()
    paths = "".join(f'<path d="{_path(stroke)}"/>' for stroke in strokes if len(stroke) > 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none" stroke="#111" stroke-width="3" '
        f'stroke-linecap="round" stroke-linejoin="round">{paths}</svg>'
    )


def _path(stroke: Stroke) -> str:
    spots = [f"{min(max(x, 0), WIDTH):.1f} {min(max(y, 0), HEIGHT):.1f}" for x, y in stroke]
    return f"M{spots[0]} L" + " ".join(spots[1:])
