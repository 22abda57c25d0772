"""The picture that stands for a page where it is shared, if the page has none of its own."""

from django.db import models
from wagtail.models import Page

from coalition.media.models import unguessable_name


def card_path(instance, filename):
    return unguessable_name("images", filename)


class SocialCard(models.Model):
    """Drawn by the room `cards`; kept here so that a page finds it without asking twice."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="social_card")
    file = models.FileField(upload_to=card_path)
    # Of the words it shows: another fingerprint, another card.
    fingerprint = models.CharField(max_length=64)

    def __str__(self):
        return self.file.name
