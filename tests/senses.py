"""What the test browser's camera sees and its microphone hears: files that it plays over and over, written anew before a page opens them."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

import qrcode
from PIL import Image, ImageFilter

from kiosk.diagnostics.probes.tones import RATE_HZ

WIDTH, HEIGHT = 640, 480
FLAGS = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required")


class Senses:
    """One camera, which shows a still picture, and one microphone."""

    def __init__(self, folder: Path) -> None:
        self._video, self._audio = folder / "seen.y4m", folder / "heard.wav"
        self.sees(Image.new("L", (WIDTH, HEIGHT), 128))
        self.hears(bytes(2 * RATE_HZ))

    @property
    def flags(self) -> tuple[str, ...]:
        return (*FLAGS, f"--use-file-for-fake-video-capture={self._video}", f"--use-file-for-fake-audio-capture={self._audio}")

    def sees(self, picture: Image.Image) -> None:
        """From the next time that a page opens the camera."""
        grey, colours = picture.convert("L").resize((WIDTH, HEIGHT)).tobytes(), bytes([128]) * (WIDTH * HEIGHT // 2)
        self._video.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode() + 2 * (b"FRAME\n" + grey + colours))

    def hears(self, samples: bytes) -> None:
        """From the next time that a page opens the microphone: 16 bits, one channel, at the rate of the kiosk's own notes."""
        with wave.open(str(self._audio), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(samples)


def kiosk_screen(link: str, *, blur: float = 0.8, turn: float = 6) -> Image.Image:
    """The kiosk's code as a hand-held camera sees it: a little turned, on a screen that is not quite white."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4, box_size=6)
    code.add_data(link)
    code.make(fit=True)
    drawn = code.make_image().get_image().convert("L").point(lambda grey: 25 + grey * 8 // 10)
    screen = Image.new("L", (WIDTH, HEIGHT), 90)
    side = 380
    screen.paste(drawn.resize((side, side)), ((WIDTH - side) // 2, (HEIGHT - side) // 2))
    return screen.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=90).filter(ImageFilter.GaussianBlur(blur))


def over_noise(samples: bytes, spread: int = 60) -> bytes:
    """A shop is never quite still; the same noise every time."""
    state, out = 7, array("h")
    for value in array("h", samples):
        state = (1_103_515_245 * state + 12_345) % 2**31
        out.append(max(-32_768, min(32_767, value + state // 65_536 % (2 * spread) - spread)))
    return out.tobytes()
