"""What readers find: documents, and results that editors promote."""

from django.core.files.base import ContentFile
from wagtail.models import Collection

from coalition.demo.builders.rows import locale
from coalition.media.models import DocumentFile
from coalition.search.models import Promotion


def build_document(
    title="A report", *, filename="report.pdf", content=b"%PDF-1.7\n", collection=None
):
    document = DocumentFile(
        title=title,
        collection=collection or Collection.get_first_root_node(),
        file_size=len(content),
    )
    document.file = ContentFile(content, name=filename)
    document.save()
    return document


def build_promotion(page, words="Mosul", *, language="en"):
    return Promotion.objects.create(words=words, page=page, locale=locale(language))
