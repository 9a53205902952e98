"""Bodies over the wire: zstd or gzip, both ways, with a limit on what a compressed body may become."""

from __future__ import annotations

import gzip
import io

import zstandard

from kiosk.errors import Refused

LARGEST_BODY_BYTES = 8 * 1024 * 1024
SMALLEST_WORTH_BYTES = 1024


class BodyRefused(Refused):
    """Larger than any honest message, or not in the coding it claims."""

    code = "central.body_refused"


def unpacked(body: bytes, coding: str) -> bytes:
    """The body as it was before Content-Encoding; BodyRefused."""
    try:
        match coding:
            case "" | "identity":
                plain = body
            case "gzip":
                plain = gzip.GzipFile(fileobj=io.BytesIO(body)).read(LARGEST_BODY_BYTES + 1)
            case "zstd":
                plain = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(body)).read(LARGEST_BODY_BYTES + 1)
            case _:
                raise BodyRefused(why="coding")
    except (OSError, EOFError, zstandard.ZstdError) as error:
        raise BodyRefused(why="damaged") from error
    if len(plain) > LARGEST_BODY_BYTES:
        raise BodyRefused(why="size")
    return plain


def packed(body: bytes, accepted: str) -> tuple[bytes, str]:
    """The body in the best coding that the other side accepts, and that coding ("" for none)."""
    if len(body) < SMALLEST_WORTH_BYTES:
        return body, ""
    names = {name.split(";")[0].strip() for name in accepted.split(",")}
    if "zstd" in names:
        return zstandard.ZstdCompressor(level=3).compress(body), "zstd"
    if "gzip" in names:
        return gzip.compress(body, 6, mtime=0), "gzip"
    return body, ""
