"""Choosers that bring along what a page will show, for all blocks of a body in one query each.

Migrations keep Wagtail's own choosers: they freeze what is stored, not how it is fetched.
"""

from copy import copy

from wagtail.blocks import PageChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from coalition.media.models import Picture, Video
from coalition.pages.ways import documents_to_lead_to, pages_to_lead_to


class PictureChooser(ImageChooserBlock):
    """A picture with its renditions."""

    def bulk_to_python(self, values):
        return found(Picture.objects.cut_by_key(values, "figure"), values)

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.images.blocks.ImageChooserBlock", args, kwargs


class VideoChooser(SnippetChooserBlock):
    """A film with its poster and its captions."""

    def bulk_to_python(self, values):
        return found(Video.objects.with_all_to_play().in_bulk(values), values)

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, kwargs


class PageChooser(PageChooserBlock):
    """A page to lead to, with where that is."""

    def bulk_to_python(self, values):
        return found(pages_to_lead_to(values), values)

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class DocumentChooser(DocumentChooserBlock):
    """A document that links of the same page need not ask for again."""

    def bulk_to_python(self, values):
        return found(documents_to_lead_to(values), values)

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.documents.blocks.DocumentChooserBlock", args, kwargs


def found(rows, keys):
    """A row of its own for every key, None where there is none any more."""
    return [copy(rows[key]) if key in rows else None for key in keys]
