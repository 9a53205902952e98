"""Drives the real kiosk through its real inputs by a script, and writes down what it saw: demo, tests and benchmarks share it."""
