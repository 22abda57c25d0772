"""What a page still lacks before readers may have it: words for pictures, captions for films.

A draft may lack all of it. Whoever publishes asks here: the editor's form, a release, and the
list of pages where many are published at once.
"""

import re

from django.utils.translation import gettext as _
from wagtail.fields import StreamField

ARABIC_LETTER = re.compile(r"[\u0620-\u064a]")


def what_it_lacks(page):
    """Sentences by field; none if the page may be published."""
    lacks = {}
    if page.picture_id and not page.picture_alt.strip():
        lacks["picture_alt"] = _("Say what the picture shows: some readers hear this page.")
    elif page.picture_id and not is_in_script_of(page.locale, page.picture_alt):
        lacks["picture_alt"] = _("Say what the picture shows in the language of this page.")
    film = getattr(page, "film", None)
    if film and not film.can_be_followed_in(page.locale):
        lacks["video"] = words_for(film)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for problem in problems_of_body(getattr(page, field.name), page.locale):
                lacks.setdefault(field.name, problem)
    return lacks


def problems_of_body(body, locale):
    for block in body:
        for figure in figures_of(block):
            if not figure["is_decorative"] and not is_told(figure["alt_text"], locale):
                yield _(
                    "Say what each picture shows, in the language of this page, or tick that it "
                    "is only decoration."
                )
        film = block.value.get("video") if block.block_type == "video" else None
        if film and not film.can_be_followed_in(locale):
            yield words_for(film)


def figures_of(block):
    if block.block_type == "figure":
        return [block.value]
    return block.value["figures"] if block.block_type == "gallery" else []


def is_told(alt_text, locale):
    return bool(alt_text.strip()) and is_in_script_of(locale, alt_text)


def is_in_script_of(locale, text):
    """English and French cannot be told apart by their letters; Arabic can be from both."""
    return locale.language_code != "ar" or bool(ARABIC_LETTER.search(text))


def words_for(film):
    return _(
        "“%(film)s” has no captions with a transcript in the language of this page. Add both "
        "under Videos: without them some readers miss what is said."
    ) % {"film": film}
