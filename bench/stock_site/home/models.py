"""The pages of a small news site, as Wagtail's tutorial would have them."""

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    introduction = RichTextField(blank=True)

    def stories(self):
        return StoryPage.objects.live().public().order_by("-date")[:12]


class SectionPage(Page):
    """Stands in a menu, and so do pages below it."""


class StoryPage(Page):
    date = models.DateField()
    teaser = RichTextField(blank=True)
    picture = models.ForeignKey("wagtailimages.Image", on_delete=models.PROTECT, related_name="+")
