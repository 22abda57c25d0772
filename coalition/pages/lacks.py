"""What a page still lacks before readers may have it: words for pictures, captions for films.

A draft may lack all of it. Whoever publishes asks here: the editor's form, a release, and the
list of pages where many are published at once.
"""

from django.utils.translation import gettext as _
from wagtail.fields import StreamField

from coalition.pages.plain_text import plain_text
from coalition.pages.telling import is_in_letters_of, what_is_wrong_with
from coalition.pages.translation import source_of


def what_it_lacks(page):
    """Sentences by field; none if the page may be published."""
    lacks = {}
    source_words = words_of_source(page)
    if page.picture_id and (problem := problem_of_picture(page, source_words)):
        lacks["picture_alt"] = problem
    film = getattr(page, "film", None)
    if film and not film.can_be_followed_in(page.locale):
        lacks["video"] = words_for(film)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            body = getattr(page, field.name)
            for problem in problems_of_body(body, page.locale, source_words):
                lacks.setdefault(field.name, problem)
    return lacks


def problem_of_picture(page, source_words):
    if not page.picture_alt.strip():
        return _("Say what the picture shows: some readers hear this page.")
    return what_is_wrong_with(page.picture_alt, page.locale.language_code, source_words)


def problems_of_body(body, locale, source_words=()):
    for block in body:
        for figure in figures_of(block):
            if problem := problem_of_figure(figure, locale, source_words):
                yield problem
        film = block.value.get("video") if block.block_type == "video" else None
        if film and not film.can_be_followed_in(locale):
            yield words_for(film)
        if block.block_type == "embed" and not can_be_followed_in(locale, block.value):
            yield _(
                "“%(film)s” is kept on another site. Write its transcript in the language of this "
                "page, and tick that it can be followed there without sound."
            ) % {"film": block.value["title"]}


def figures_of(block):
    if block.block_type == "figure":
        return [block.value]
    return block.value["figures"] if block.block_type == "gallery" else []


def problem_of_figure(figure, locale, source_words):
    if figure["is_decorative"]:
        return ""
    if not figure["alt_text"].strip():
        return _(
            "Say what each picture shows, in the language of this page, or tick that it is only "
            "decoration."
        )
    return what_is_wrong_with(figure["alt_text"], locale.language_code, source_words)


def can_be_followed_in(locale, embed):
    transcript = plain_text(embed["transcript"].source)
    is_written = bool(transcript.strip()) and is_in_letters_of(locale.language_code, transcript)
    return embed["has_captions"] and is_written


def words_of_source(page):
    """For pictures, on the page that this one is translated from, if that is another language."""
    source = source_of(page) if page.pk else None
    if source is None or language_of(source) == language_of(page):
        return frozenset()
    draft = source.get_latest_revision_as_object()
    figures = (
        figure for body in bodies_of(draft) for block in body for figure in figures_of(block)
    )
    words = {draft.picture_alt, *(figure["alt_text"] for figure in figures)}
    # Decoration may never have had any.
    return frozenset(each.strip() for each in words if each)


def language_of(page):
    """Whatever its region: what is told in English is told in British English too."""
    return page.locale.language_code.partition("-")[0]


def bodies_of(page):
    fields = (field for field in page._meta.get_fields() if isinstance(field, StreamField))
    return [getattr(page, field.name) for field in fields]


def words_for(film):
    return _(
        "“%(film)s” has no captions with a transcript in the language of this page. Add both "
        "under Videos: without them some readers miss what is said."
    ) % {"film": film}
