"""The demo shop: central beside the kiosk, a virtual counter of devices, and the first day played by itself or by hand."""
