"""The figures of the kiosk, each beside its floor measured in the same run: ``python -m benchmarks``. Not part of the product."""
