"""What readers find: documents, and results that editors promote."""

from io import BytesIO

from django.core.files.base import ContentFile
from pypdf import PdfWriter
from wagtail.models import Collection

from coalition.demo.builders.rows import locale
from coalition.media.models import DocumentFile
from coalition.search.models import Promotion


def build_document(
    title="A report", *, filename="report.pdf", content=None, collection=None, language=""
):
    """A document with a real file: `content`, or else a PDF of one empty page."""
    root = Collection.get_first_root_node()
    document = DocumentFile(title=title, collection=collection or root, language=language)
    document.file = ContentFile(content or empty_pdf(), name=filename)
    document.save()
    return document


def empty_pdf():
    out = BytesIO()
    with PdfWriter() as writer:
        writer.add_blank_page(595, 842)
        writer.write(out)
    return out.getvalue()


def build_promotion(page, words="Mosul", *, language="en"):
    return Promotion.objects.create(words=words, page=page, locale=locale(language))
