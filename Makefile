# The front door. Each target does all of its own set-up: Debian packages (packages.txt), .venv, hash-locked dependencies.

PYTHON := .venv/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software

.PHONY: help setup demo test check bench pictures manual lock clean

help:
	@echo "make demo    open the kiosk on a demo shop (without a display: play the first day and leave build/demo)"
	@echo "make test    run the tests"
	@echo "make check   lint, types, import contracts, QML, translations, sizes"
	@echo "make manual  play the manual's day and take its pictures again"
	@echo "make bench   print the figures, each beside its floor"

setup:
	@sh tools/setup.sh

demo: setup
	@$(PYTHON) -m kiosk demo

test: setup
	@$(OFFSCREEN) $(PYTHON) -m pytest -n 2 --dist loadfile --max-worker-restart 0

check: setup
	@sh tools/check.sh

bench: setup
	@$(OFFSCREEN) $(PYTHON) -m benchmarks

pictures: setup
	@$(OFFSCREEN) $(PYTHON) -m pytest tests/ui --update-pictures

manual: setup
	@$(OFFSCREEN) $(PYTHON) tools/manual_pictures.py

lock: setup
	@sh tools/lock.sh

clean:
	rm -rf build .venv
