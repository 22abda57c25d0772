"""XML, read and written anew in one spelling: however it was written, a name is found.

Prefixes stay as they are, also those that no name uses: Word finds them in values.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate

Attributes = dict[str, str]
# What an element keeps of its attributes, by the name of that in which it lies and by its own; None
# if it goes with all that is in it.
Kept = Callable[[str, str, Attributes], Attributes | None]
# What it keeps of the words that stand in it, between two marks of other elements.
Said = Callable[[str, str], str]
# Is told all words that it keeps, when it ends: what is left out between them leaves no gap.
Heard = Callable[[str, str], None]

HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
IN_VALUES: Final = IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
BROKEN: Final = (ExpatError, UnicodeDecodeError)


def rewritten(content: bytes, kept: Kept, said: Said, heard: Heard) -> bytes:
    """Without remarks, and with the words that are kept; BROKEN if it is no XML."""
    copy = Copy(kept, said, heard)
    parser = ParserCreate()
    # Words come whole, so that none is overlooked where two pieces meet.
    parser.buffer_text = True
    parser.buffer_size = max(len(content), 1)
    parser.StartElementHandler = copy.start
    parser.EndElementHandler = copy.end
    parser.CharacterDataHandler = copy.say
    # As text, so that no encoding that it claims makes other words of it.
    parser.Parse(content.decode("utf-8-sig"), True)
    return copy.out.getvalue()


def without_prefix(name: str) -> str:
    return name.rpartition(":")[2]


class Copy:
    """Written while it is read: nothing nests in memory, so nothing is too deep."""

    def __init__(self, kept: Kept, said: Said, heard: Heard) -> None:
        self.kept = kept
        self.said = said
        self.heard = heard
        self.out = BytesIO(HEAD)
        self.out.seek(0, 2)
        self.left_out = 0
        # Each with its words until now.
        self.open: list[tuple[str, list[str]]] = [("", [])]

    def start(self, name: str, attributes: Attributes) -> None:
        kept = self.kept(self.open[-1][0], name, attributes)
        if self.left_out or kept is None:
            self.left_out += 1
            return
        self.open.append((name, []))
        values = (f' {key}="{value.translate(IN_VALUES)}"' for key, value in kept.items())
        self.out.write(f"<{name}{''.join(values)}>".encode())

    def end(self, name: str) -> None:
        if self.left_out:
            self.left_out -= 1
            return
        _name, pieces = self.open.pop()
        self.heard(name, "".join(pieces))
        self.out.write(f"</{name}>".encode())

    def say(self, words: str) -> None:
        if not self.left_out:
            name, pieces = self.open[-1]
            said = self.said(name, words)
            pieces.append(said)
            self.out.write(said.translate(IN_TEXT).encode())
