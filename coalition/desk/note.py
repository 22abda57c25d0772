"""What the release of a new partner tells its reviewers, and whoever posts about it."""

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.rich_text import expand_db_html
from wagtail.utils.text import text_from_html

from coalition.desk.models import prose_with_name
from coalition.desk.ordinals import remarks_on
from coalition.facts.day import as_of
from coalition.pages.foresight import foreseeing


def note_on(partner, here):
    """Remarks on its number, and texts to post elsewhere by hand, in each language.

    They are no social posts of ours: those are kept with their address once they stand there.
    """
    texts = [text for place in here if (text := social_text(partner, place))]
    heading = [_("To be posted elsewhere by hand once everything is public:")] if texts else []
    return "\n\n".join([*remarks_on(partner), *heading, *texts])


def social_text(partner, place):
    if not place.template:
        return ""
    with override(place.language), as_of(partner.joined_latest), foreseeing([partner]):
        html = prose_with_name(place.template.social_text, partner.name)
        return text_from_html(expand_db_html(html))
