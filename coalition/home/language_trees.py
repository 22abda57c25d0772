"""The page tree of a language that the site has begun to speak."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.models import Locale

from coalition.home.models import HomePage


def without_tree():
    """Codes of the languages in the settings that have no home page."""
    present = HomePage.objects.values_list("locale__language_code", flat=True)
    return [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES if code not in set(present)]


@transaction.atomic
def plant(code):
    """A home page that readers see, and the sections below it as drafts to be translated."""
    first = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    locale, _created = Locale.objects.get_or_create(language_code=code)
    with override(code):
        title = gettext("The Global Coalition against Daesh")
    home = HomePage(
        title=title, slug=code, locale=locale, translation_key=first.translation_key, live=False
    )
    first.get_parent().add_child(instance=home)
    home.save_revision().publish()
    for section in first.get_children().live().specific():
        CopyPageForTranslationAction(section, locale).execute(skip_permission_checks=True)
    return home
