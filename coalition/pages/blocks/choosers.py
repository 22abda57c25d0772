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


class Chooser:
    """One that reads its rows in its own way, `rows` by their keys, and is frozen as another."""

    def bulk_to_python(self, values):
        rows = self.rows(values)
        # A row of its own for every key, None where there is none any more.
        return [copy(rows[key]) if key in rows else None for key in values]

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return self.frozen_as, args, kwargs


class PictureChooser(Chooser, ImageChooserBlock):
    """A picture with its renditions."""

    frozen_as = "wagtail.images.blocks.ImageChooserBlock"

    def rows(self, keys):
        return Picture.objects.cut_by_key(keys, "figure")


class VideoChooser(Chooser, SnippetChooserBlock):
    """A film with its poster and its captions."""

    frozen_as = "wagtail.snippets.blocks.SnippetChooserBlock"

    def rows(self, keys):
        return Video.objects.with_all_to_play().in_bulk(keys)


class PageChooser(Chooser, PageChooserBlock):
    """A page to lead to, with where that is."""

    frozen_as = "wagtail.blocks.PageChooserBlock"
    rows = staticmethod(pages_to_lead_to)


class DocumentChooser(Chooser, DocumentChooserBlock):
    """A document that links of the same page need not ask for again."""

    frozen_as = "wagtail.documents.blocks.DocumentChooserBlock"
    rows = staticmethod(documents_to_lead_to)
