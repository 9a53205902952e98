"""Devices that exist only in memory and on loopback: for the demo, the tour and the tests. They answer as real ones do."""
