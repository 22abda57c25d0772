"""PDF: rewritten without the words about its makers; what acts by itself is refused."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.filters import decode_stream_data
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, StreamObject

from coalition.media.cleaning import jpeg2000, jpeg_segments
from coalition.media.cleaning.refusal import Refused

BEGINNING: Final = b"%PDF-"
# Programs, files inside the file, forms that send, films: a reader must not have to trust us.
ACTS: Final = {"/AA", "/EF", "/EmbeddedFiles", "/JS", "/JavaScript", "/RichMedia", "/XFA"}
ACTIONS: Final = {
    "/GoToE",
    "/GoToR",
    "/ImportData",
    "/JavaScript",
    "/Launch",
    "/Movie",
    "/RichMedia",
}
ACTIONS_OF_FORMS: Final = {"/Rendition", "/ResetForm", "/Sound", "/SubmitForm"}
# Who made it, with what, and when; also of single pages and pictures.
TALES: Final = ("/LastModified", "/Metadata", "/PieceInfo")
TALES_OF_NOTES: Final = ("/CreationDate", "/M", "/NM", "/T")
PHOTOGRAPHS: Final = {
    "/DCT": jpeg_segments.without_tales,
    "/DCTDecode": jpeg_segments.without_tales,
    "/JPXDecode": jpeg2000.without_tales,
}
# How pypdf fails on files that are not what they say.
BROKEN: Final = (
    PyPdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def clean_pdf(content: bytes, extension: str) -> bytes:
    if not content.startswith(BEGINNING):
        raise Refused(_("This is no PDF, whatever its name says."), "unreadable")
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise Refused(_("This PDF is locked. Save it without a password."), "locked")
        return rewritten(reader)
    except BROKEN:
        raise Refused(
            _("We cannot read this PDF to its end. Print it into a new PDF and upload that."),
            code="unreadable",
        ) from None


def rewritten(reader: PdfReader) -> bytes:
    """Only what its pages lead to, so that older versions of it stay behind."""
    writer = PdfWriter(clone_from=reader)
    if not writer.pages:
        raise Refused(_("This PDF has no pages."), "unreadable")
    writer.metadata = None
    for dictionary in dictionaries_below(writer.root_object):
        refuse_what_acts(dictionary)
        forget_tales(dictionary)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def dictionaries_below(root: DictionaryObject) -> Iterator[DictionaryObject]:
    waiting: list[Any] = [root]
    seen: set[int] = set()
    while waiting:
        thing = waiting.pop().get_object()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, DictionaryObject):
            yield thing
            waiting.extend(thing.values())
        elif isinstance(thing, ArrayObject):
            waiting.extend(thing)


def refuse_what_acts(dictionary: DictionaryObject) -> None:
    action = resolved(dictionary, "/S")
    if ACTS & dictionary.keys() or action in ACTIONS | ACTIONS_OF_FORMS:
        raise Refused(
            _(
                "This PDF holds a program, another file or a form that acts by itself."
                " Print it into a new PDF and upload that."
            ),
            code="acts",
        )


def forget_tales(dictionary: DictionaryObject) -> None:
    is_note = "/Rect" in dictionary and resolved(dictionary, "/Subtype") != "/Widget"
    for name in (*TALES, *(TALES_OF_NOTES if is_note else ())):
        dictionary.pop(NameObject(name), None)
    if isinstance(dictionary, StreamObject):
        clean_photograph(dictionary)


def clean_photograph(stream: StreamObject) -> None:
    """Unpacked from what else it is wrapped in."""
    *wrappings, last = listed(stream, "/Filter") or [None]
    if last not in PHOTOGRAPHS:
        return
    if wrappings:
        unwrap(stream, wrappings, last)
    stream._data = PHOTOGRAPHS[last](stream._data)


def unwrap(stream: StreamObject, wrappings: list[Any], last: Any) -> None:
    parameters = listed(stream, "/DecodeParms") or [NullObject()] * (len(wrappings) + 1)
    wrapped = StreamObject()
    wrapped._data = stream._data
    wrapped[NameObject("/Filter")] = ArrayObject(wrappings)
    wrapped[NameObject("/DecodeParms")] = ArrayObject(parameters[: len(wrappings)])
    stream._data = decode_stream_data(wrapped)
    stream[NameObject("/Filter")] = last
    stream[NameObject("/DecodeParms")] = parameters[-1]


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
