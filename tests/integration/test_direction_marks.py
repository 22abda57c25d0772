"""Names are without invisible marks of direction; texts keep theirs."""

import pytest

from coalition.pages.direction_marks import MARKS
from coalition.pages.models import StandardPage
from coalition.social.models import SocialPost
from partners.models import PartnerName

pytestmark = pytest.mark.django_db

PRETENDER = "evil\u202egpj.exe\u2066\u200f"
ALL_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_every_mark_is_known():
    assert MARKS.sub("", ALL_MARKS) == ""


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (StandardPage, "title"),
        (StandardPage, "listing_title"),
        (PartnerName, "name"),
        (SocialPost, "author_name"),
    ],
)
def test_a_name_loses_them(model, name):
    row = model(**{name: PRETENDER})

    row.clean()

    assert getattr(row, name) == "evilgpj.exe"


def test_a_text_keeps_them():
    post = SocialPost(text="\u2067She spoke.\u2069")

    post.clean()

    assert post.text == "\u2067She spoke.\u2069"
