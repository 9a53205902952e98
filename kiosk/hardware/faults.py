"""What can be wrong with a device, as coded errors. They travel inside answers (``Delivery.error``) and are never raised at a sale.

The words for each code, in both languages, are in ``resources/i18n/errors/hardware.toml``.
"""

from __future__ import annotations

from kiosk.errors import KioskError, Refused, Unavailable
from kiosk.hardware.ports import DeviceState


class PrinterUnreachable(Unavailable):
    """Nobody answers at the printer's address: it is off, unplugged, or the address is wrong. Nothing was sent."""

    code = "hardware.printer_unreachable"


class PrinterMute(Unavailable):
    """The printer takes the connection but does not answer its status request. Nothing was sent."""

    code = "hardware.printer_mute"


class PrinterOffline(Unavailable):
    """The printer says that it cannot print (feed button, cutter jammed). Nothing was sent."""

    code = "hardware.printer_offline"


class PaperOut(Unavailable):
    """No paper. Nothing was sent; jobs wait and come out in order."""

    code = "hardware.paper_out"


class CoverOpen(Unavailable):
    """The cover is open. Nothing was sent; jobs wait and come out in order."""

    code = "hardware.cover_open"


class PaperOutWhilePrinting(Unavailable):
    """The paper ended inside a job: what is missing is in the printer's memory and comes out with the new roll."""

    code = "hardware.paper_out_while_printing"


class PrintUnconfirmed(Unavailable):
    """All bytes left and the printer did not say in time that they are on paper."""

    code = "hardware.print_unconfirmed"


class PrintCutOff(Unavailable):
    """The connection broke inside the job; part of it may be on paper."""

    code = "hardware.print_cut_off"


class ScannerUnplugged(Unavailable):
    """The scanner's port is gone; it is opened again as soon as it is back."""

    code = "hardware.scanner_unplugged"


class PhoneUntrusted(Unavailable):
    """The phone asks its owner whether to trust this machine."""

    code = "hardware.phone_untrusted"


class PhoneLocked(Unavailable):
    """The phone must be unlocked before it answers."""

    code = "hardware.phone_locked"


class PhoneRefused(Unavailable):
    """Somebody touched *Do not trust* on the phone."""

    code = "hardware.phone_refused"


class PhoneNotAllowing(Unavailable):
    """An Android phone asks its owner whether this machine may read it."""

    code = "hardware.phone_not_allowing"


class PhoneDebuggingOff(Unavailable):
    """An Android phone charges on the cable and says nothing: its USB debugging is off."""

    code = "hardware.phone_debugging_off"


class PhoneNotAllowedHere(Unavailable):
    """This machine does not let the kiosk use the phone's USB socket."""

    code = "hardware.phone_not_allowed_here"


class PhoneUnreadable(Unavailable):
    """The phone is plugged in and does not say who it is, or not in time."""

    code = "hardware.phone_unreadable"


class TerminalUnreachable(Unavailable):
    """Nobody answers at the card terminal's address. Nothing was sent to it."""

    code = "hardware.terminal_unreachable"


class TerminalAway(Unavailable):
    """Asked what became of an earlier payment, nobody answers at the card terminal's address: it is as unknown as before."""

    code = "hardware.terminal_away"


class TerminalMute(Unavailable):
    """The card terminal took the request and gave no answer that can be trusted: the payment may have been taken."""

    code = "hardware.terminal_mute"


class TerminalBusy(Unavailable):
    """The card terminal says that it takes no payment now."""

    code = "hardware.terminal_busy"


class TerminalRefused(Refused):
    """The terminal or the bank refused the card."""

    code = "hardware.terminal_refused"


class CardTimedOut(Refused):
    """The payment was given up on the terminal, or nobody showed a card in time."""

    code = "hardware.card_timed_out"


class TerminalAmountDiffers(Unavailable):
    """The terminal speaks of another amount than the one that was asked."""

    code = "hardware.terminal_amount_differs"


class NoPicture(Unavailable):
    """The camera gave no picture."""

    code = "hardware.no_picture"


class NoCamera(NoPicture):
    """No camera is plugged in, or nobody answers at its address."""

    code = "hardware.no_camera"


class CameraBusy(NoPicture):
    """Another program holds the camera."""

    code = "hardware.camera_busy"


class CameraNotAllowed(NoPicture):
    """This machine does not let the kiosk open the camera, or the camera wants a password."""

    code = "hardware.camera_not_allowed"


class CameraUnplugged(NoPicture):
    """The camera went away while it was open; it is opened again as soon as it is back."""

    code = "hardware.camera_unplugged"


class CameraToolMissing(NoPicture):
    """This machine has no ffmpeg to read a camera with."""

    code = "hardware.camera_tool_missing"


class PictureDark(NoPicture):
    """There is nothing to see in the picture: a covered lens or no light."""

    code = "hardware.picture_dark"


class SoundNotThere(Unavailable):
    """The counter's microphone or loudspeaker is not there, or is used by another program; ``device`` as the settings name it."""

    code = "hardware.sound_not_there"

class TextReaderMissing(Unavailable):
    """This machine has no tesseract to read a strip in a picture with."""

    code = "hardware.text_reader_missing"


class TextUnreadable(Unavailable):
    """The reader of printed text failed, or was not done in time."""

    code = "hardware.text_unreadable"


def fault_of(state: DeviceState) -> KioskError:
    """The words for a state that was asked without a job: a printer that is away is most often unplugged or off."""
    return PrinterUnreachable() if state is DeviceState.OFFLINE else refusal(state)


def refusal(state: DeviceState) -> KioskError:
    """Why a printer in this state was given nothing."""
    match state:
        case DeviceState.PAPER_OUT:
            return PaperOut()
        case DeviceState.COVER_OPEN:
            return CoverOpen()
        case DeviceState.UNKNOWN:
            return PrinterMute()
        case _:
            return PrinterOffline()
