"""How much one upload may unfold to, with all that lies in it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from coalition.media.cleaning.refusal import Refused


@dataclass
class Budget:
    """Whatever is unpacked spends of the same, however deep it lies."""

    room: int = 200 * 1024 * 1024
    pieces: int = 5000
    # Five of the largest pictures, or twenty-five of a telephone's.
    pixels: int = 300_000_000
    # Tags and attributes of XML. A thousand pages of Word have half as many; all take some seconds.
    marks: int = 2_000_000

    def spend(self, room: int = 0, *, pieces: int = 0, pixels: int = 0, marks: int = 0) -> None:
        self.room -= room
        self.pieces -= pieces
        self.pixels -= pixels
        self.marks -= marks
        if min(self.room, self.pieces, self.pixels, self.marks) < 0:
            raise too_large()


def too_large() -> Refused:
    return Refused(_("This file is far larger than it looks: we do not unpack it."), "bomb")
