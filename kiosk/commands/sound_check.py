"""What ``kiosk doctor`` says of the counter's microphone and loudspeaker: it listens for half a second and keeps nothing."""

from __future__ import annotations

import math
import shutil
from array import array

from kiosk.commands.finding import Finding
from kiosk.hardware.alsa_sound import TOOLS
from kiosk.hardware.faults import SoundNotThere
from kiosk.hardware.registry import sound
from kiosk.settings import SoundSettings

LISTEN_MS = 500
_FULL = 32_768
_PLUG_IN = "Plug it in, or correct its name in kiosk.toml (arecord -L lists them); until then ears and the phone itself judge."


def sound_of(settings: SoundSettings) -> Finding:
    """Not set, not there, mute, or how loud the shop is."""
    counter = sound(settings)
    if counter is None:
        return Finding("sound", "ok", "no microphone and loudspeaker of its own: ears and the phone itself judge")
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        return Finding("sound", "watch", f"set, but there is no {' and no '.join(missing)}", "Install alsa-utils; until then ears and the phone itself judge.")
    loudest = 0

    def note(part: bytes) -> bool:
        nonlocal loudest
        loudest = max(loudest, *map(abs, array("h", part)))
        return False

    try:
        counter.listen(note, for_ms=LISTEN_MS)
    except SoundNotThere:
        return Finding("sound", "watch", f"no sound from {settings.microphone}", _PLUG_IN)
    if loudest == 0:
        return Finding("sound", "watch", f"{settings.microphone} is mute", "Switch the microphone on in the system's sound settings.")
    return Finding("sound", "ok", f"{settings.microphone} hears {20 * math.log10(loudest / _FULL):.0f} dB; plays on {settings.loudspeaker}")
