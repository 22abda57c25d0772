"""PDF: rewritten without the words about its makers; what acts by itself is refused."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from pypdf import PdfReader, PdfWriter
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from coalition.media.cleaning import jpeg2000, jpeg_segments
from coalition.media.cleaning.budget import Budget, too_large
from coalition.media.cleaning.pdf_reading import Reader, listed, resolved, unwrap
from coalition.media.cleaning.refusal import Refused

BEGINNING: Final = b"%PDF-"
# Programs, files inside the file, forms that send, films: a reader must not have to trust us.
ACTS: Final = {
    "/AA",
    "/EF",
    "/EmbeddedFiles",
    "/JS",
    "/JavaScript",
    "/OnInstantiate",
    "/RichMedia",
    "/XFA",
}
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
# What a file may do when it is opened: turn to a page of its own.
HARMLESS_OPENING: Final = "/GoTo"
# Where the content of a stream lies, if in another file.
ELSEWHERE: Final = {"/F", "/Ref"}
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


def clean_pdf(content: bytes, extension: str, budget: Budget) -> bytes:
    if not content.startswith(BEGINNING):
        raise Refused(_("This is no PDF, whatever its name says."), "unreadable")
    try:
        reader = Reader(content, budget)
        if reader.is_encrypted:
            raise Refused(_("This PDF is locked. Save it without a password."), "locked")
        written = rewritten(reader, budget)
    except LimitReachedError:
        raise too_large() from None
    except BROKEN:
        raise Refused(
            _("We cannot read this PDF to its end. Print it into a new PDF and upload that."),
            code="unreadable",
        ) from None
    # pypdf goes on after some refusals.
    budget.spend()
    return written


def rewritten(reader: PdfReader, budget: Budget) -> bytes:
    """Only what its pages lead to, so that older versions of it stay behind."""
    writer = PdfWriter(clone_from=reader)
    if not writer.pages:
        raise Refused(_("This PDF has no pages."), "unreadable")
    writer.metadata = None
    for dictionary in dictionaries_below(writer.root_object):
        refuse_what_acts(dictionary)
        forget_tales(dictionary, budget)
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
    if (
        ACTS & dictionary.keys()
        or action in ACTIONS | ACTIONS_OF_FORMS
        or acts_when_opened(resolved(dictionary, "/OpenAction"))
        or (isinstance(dictionary, StreamObject) and ELSEWHERE & dictionary.keys())
    ):
        raise Refused(
            _(
                "This PDF holds a program, another file or a form that acts by itself."
                " Print it into a new PDF and upload that."
            ),
            code="acts",
        )


def acts_when_opened(opening: Any) -> bool:
    """A link waits for a click; this does not. What is no dictionary is a page to turn to."""
    if not isinstance(opening, DictionaryObject):
        return False
    return resolved(opening, "/S") != HARMLESS_OPENING or "/Next" in opening


def forget_tales(dictionary: DictionaryObject, budget: Budget) -> None:
    is_note = "/Rect" in dictionary and resolved(dictionary, "/Subtype") != "/Widget"
    for name in (*TALES, *(TALES_OF_NOTES if is_note else ())):
        dictionary.pop(NameObject(name), None)
    if isinstance(dictionary, StreamObject):
        clean_photograph(dictionary, budget)


def clean_photograph(stream: StreamObject, budget: Budget) -> None:
    """Unpacked from what else it is wrapped in."""
    *wrappings, last = listed(stream, "/Filter") or [None]
    if last in PHOTOGRAPHS:
        if wrappings:
            unwrap(stream, len(wrappings), budget)
        stream._data = PHOTOGRAPHS[last](stream._data)
