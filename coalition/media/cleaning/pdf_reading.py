"""PDF, read as somebody else's: what is packed in it is unpacked under one budget."""

from io import BufferedReader, BytesIO
from typing import Any, Final

from pypdf import PdfReader
from pypdf.errors import PdfReadError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, StreamObject

from coalition.media.cleaning.budget import Budget

# They hold other objects, and the table of all; what pypdf unpacks of them it keeps.
PACKS: Final = {"/ObjStm", "/XRef"}
# What packs things, and is no picture itself.
WRAPPINGS: Final = {
    "/ASCII85Decode",
    "/ASCIIHexDecode",
    "/FlateDecode",
    "/LZWDecode",
    "/RunLengthDecode",
}


class Searched(BytesIO):
    """Pays each time that it is read to its end: pypdf looks there for all that is not in place."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        super().__init__(content)
        self.budget = budget

    def readall(self) -> bytes:
        content = self.read()
        self.budget.spend(len(content))
        return content


class Reader(PdfReader):
    """Each object is paid for when it is read: two may share the same bytes of the file."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        self.budget = budget
        super().__init__(BufferedReader(Searched(content, budget)), strict=False)

    def cache_indirect_object(self, generation: int, idnum: int, obj: Any) -> Any:
        if isinstance(obj, StreamObject):
            self.budget.spend(len(obj._data))
            if resolved(obj, "/Type") in PACKS:
                unwrap(obj, len(listed(obj, "/Filter")), self.budget)
        return super().cache_indirect_object(generation, idnum, obj)

    def _rebuild_xref_table(self, stream: Any) -> None:
        """What a broken table leads to is guesswork, and every program guesses otherwise."""
        raise PdfReadError


def unwrap(stream: StreamObject, wrappings: int, budget: Budget) -> None:
    """Out of the first so many of its filters, one by one."""
    names, parameters = listed(stream, "/Filter"), listed(stream, "/DecodeParms")
    parameters += [NullObject()] * (len(names) - len(parameters))
    for name, values in zip(names[:wrappings], parameters, strict=False):
        if name not in WRAPPINGS:
            raise PdfReadError
        wrapped = StreamObject()
        wrapped._data = stream._data
        wrapped[NameObject("/Filter")] = name
        wrapped[NameObject("/DecodeParms")] = values
        stream._data = decode_stream_data(wrapped)
        budget.spend(len(stream._data), pieces=1)
    stream[NameObject("/Filter")] = ArrayObject(names[wrappings:])
    stream[NameObject("/DecodeParms")] = ArrayObject(parameters[wrappings:])


def listed(dictionary: DictionaryObject, name: str) -> list[Any]:
    """One or several, each without a reference."""
    found = resolved(dictionary, name)
    if isinstance(found, ArrayObject):
        return [each.get_object() for each in found]
    return [] if found is None else [found]


def resolved(dictionary: DictionaryObject, name: str) -> Any:
    """What stands there, also behind a reference: `get` finds only the reference."""
    found = dictionary.get(name)
    return None if found is None else found.get_object()
