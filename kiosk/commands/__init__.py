"""What support staff and scripts call: ``python -m kiosk COMMAND``. No Qt here but for ``run``, ``gallery``, ``tour`` and ``demo``.

Every command has ``--data DIR``, prints JSON with ``--json`` and exits with 0 done, 1 refused or 2 misused.
"""
