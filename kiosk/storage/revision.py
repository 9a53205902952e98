"""The schema revision that this program reads and writes. A test compares it with the newest file in ``migrations/versions``."""

HEAD_REVISION = "0003"
