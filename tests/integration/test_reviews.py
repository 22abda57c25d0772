"""What somebody wanted to look at again comes back when its day has come."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from coalition.demo.builders import build_admin, build_story
from tests.reading import main_text

pytestmark = pytest.mark.django_db


def test_editors_are_shown_stories_whose_day_of_review_has_come(client):
    today = timezone.localdate()
    build_story(title="Due today", review_by=today)
    build_story(title="Long due", review_by=today - timedelta(days=400))
    build_story(title="Not due", review_by=today + timedelta(days=1))
    build_story(title="No draft", review_by=today, live=False)
    build_story(title="Never")
    client.force_login(build_admin())

    text = main_text(client.get(reverse("stories_to_review")))

    assert text.index("Long due") < text.index("Due today")
    assert [title for title in ("Not due", "No draft", "Never") if title in text] == []
