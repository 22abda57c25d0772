"""What editors say to each other beside a page: who says it, who reads it, who settles it."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Comment, CommentReply

from coalition.audit.models import Entry
from coalition.demo.builders import build_standard_page, build_user
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from tests.commenting import build_comment, known_comment, new_comment, replies, save_comments

pytestmark = pytest.mark.django_db

CANARY = "Canary"


@pytest.fixture
def privacy():
    return build_standard_page(title="Privacy")


@pytest.fixture
def ann():
    return build_user(PUBLISHER, username="ann", email="ann@example.org")


@pytest.fixture
def comment(privacy, ann):
    return build_comment(privacy, ann, CANARY)


@pytest.fixture
def editor(client):
    client.force_login(build_user(EDITOR, username="ben", email="ben@example.org"))
    return client


@pytest.fixture
def manager(visitor):
    """Somebody who may write no page at all."""
    visitor.force_login(build_user(PARTNER_MANAGER, username="zoe"))
    return visitor


def texts(model=Comment):
    return sorted(model.objects.values_list("text", flat=True))


def test_who_may_write_a_page_says_something_beside_it(editor, privacy):
    save_comments(editor, privacy, new_comment("Is this so?"))

    assert texts() == ["Is this so?"]
    assert Comment.objects.get().user.username == "ben"


def test_who_may_write_a_page_answers_and_settles_what_others_said(editor, privacy, comment):
    answered = known_comment(comment, resolved="on", **replies("It is."))

    save_comments(editor, privacy, answered, known=1)

    assert texts(CommentReply) == ["It is."]
    assert Comment.objects.get().resolved_by.username == "ben"


def test_nobody_changes_the_words_of_others(editor, privacy, comment):
    save_comments(editor, privacy, known_comment(comment, text="Never mind."), known=1)

    assert texts() == [CANARY]


def test_nobody_takes_the_comment_of_another_page_along(editor, comment):
    other = build_standard_page(title="Terms")

    save_comments(editor, other, known_comment(comment, resolved="on"), known=1)

    comment.refresh_from_db()
    assert (comment.resolved_at, comment.page.title) == (None, "Privacy")


def test_who_may_not_write_a_page_neither_says_anything_beside_it_nor_settles_it(
    manager, privacy, comment
):
    for sent, known in (
        (new_comment("Mine"), 0),
        (known_comment(comment, resolved="on", **replies("Mine")), 1),
    ):
        assert save_comments(manager, privacy, sent, known=known).url == "/admin/"

    assert (texts(), texts(CommentReply)) == ([CANARY], [])
    assert Comment.objects.get().resolved_at is None


@pytest.mark.parametrize(
    "name", ["edit", "view_draft", "history", "usage", "revisions_revert", "copy"]
)
def test_who_may_not_write_a_page_reads_nothing_that_is_said_beside_it(
    manager, privacy, comment, name
):
    revision = privacy.get_latest_revision().pk
    arguments = [privacy.pk, revision] if name == "revisions_revert" else [privacy.pk]

    answer = manager.get(reverse(f"wagtailadmin_pages:{name}", args=arguments), follow=True)

    assert CANARY not in answer.content.decode()


def test_readers_read_none_of_it(visitor, privacy, comment):
    comment.page.specific.get_latest_revision().publish()

    assert CANARY not in visitor.get(privacy.url).content.decode()


def test_a_copy_of_a_page_takes_none_of_it_along(editor, privacy, comment):
    words = {"new_title": "Mine", "new_slug": "mine", "new_parent_page": privacy.get_parent().pk}

    editor.post(reverse("wagtailadmin_pages:copy", args=[privacy.pk]), words)

    copy = privacy.get_parent().get_children().get(slug="mine")
    assert not copy.wagtail_admin_comments.exists()
    assert CANARY not in str(copy.get_latest_revision().content)


def test_who_said_something_is_told_of_an_answer(editor, privacy, comment):
    save_comments(editor, privacy, known_comment(comment, **replies("It is.")), known=1)

    assert [letter.to for letter in mail.outbox] == [["ann@example.org"]]


# A comment goes with the block that it is about, whoever deletes that.
@pytest.mark.parametrize(
    ("changed", "act"), [({"resolved": "on"}, "resolve"), ({"DELETE": "on"}, "delete")]
)
def test_the_log_says_who_settled_something_and_not_what(editor, privacy, comment, changed, act):
    save_comments(editor, privacy, known_comment(comment, **changed), known=1)

    noted = Entry.objects.get(act=f"wagtail.comments.{act}")
    assert noted.username == "ben"
    assert CANARY not in f"{noted.title} {noted.details}"
