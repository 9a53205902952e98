"""The shop counter: till, diagnostic bench and stock desk in one program. See docs/architecture.md."""

__version__ = "0.1.0"
