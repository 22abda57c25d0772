"""Every address of the back office, asked as everybody: what the matrix says, and no word more."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, get_resolver, reverse
from wagtail.admin.models import EditingSession

from coalition.demo.builders import build_admin, build_user
from coalition.staff.roles import DOCUMENTS, EDITOR, IMAGES, ROLES
from news.models import StoryPage
from tests.back_office import CANARY, one_of_everything
from tests.role_matrix import MATRIX
from tests.role_matrix.rights import UNASKED, nobody, strangers

VISITOR, ADMINISTRATOR = "visitor", "administrator"
ACTORS = [VISITOR, *ROLES, ADMINISTRATOR]


@pytest.fixture(scope="module")
def things(for_the_file):
    return one_of_everything()


@pytest.fixture
def quick(monkeypatch):
    """Whoever is let in sees a page: what is on it is not asked here, so it is not drawn."""

    def render(response):
        response.content = b""
        return response

    monkeypatch.setattr(SimpleTemplateResponse, "render", render)


def sign_in(actor):
    client = Client(raise_request_exception=False)
    if actor == ADMINISTRATOR:
        client.force_login(build_admin())
    elif actor != VISITOR:
        client.force_login(build_user(actor))
    return client


def is_expected(line, actor):
    if actor == ADMINISTRATOR:
        return line.who not in (nobody, strangers)
    return line.who(None if actor == VISITOR else actor)


def ask(client, line, things):
    """The answer, after which everything is as it was."""
    address = reverse(line.view, args=[things.get(thing, thing) for thing in line.things])
    form = {name: things.get(value, value) for name, value in line.form.items()}
    with transaction.atomic():
        answer = getattr(client, line.method)(address, form)
        transaction.set_rollback(True)
    return answer


def is_refusal(answer):
    sent_away = (reverse("wagtailadmin_home"), reverse("wagtailadmin_login"))
    if answer.status_code == 302:
        return answer["Location"].partition("?")[0] in sent_away
    return answer.status_code in (403, 404)


def words_of(answer):
    return "" if answer.streaming else answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: getattr(actor, "name", actor))
def test_everybody_may_do_what_the_matrix_says(things, quick, actor):
    client = sign_in(actor)
    wrong = []
    for line in MATRIX:
        if line.method == UNASKED:
            continue
        answer = ask(client, line, things)
        if is_refusal(answer) == is_expected(line, actor) or answer.status_code >= 500:
            wrong.append(f"{line}: {answer.status_code} {answer.get('Location', '')}")
        if is_refusal(answer) and CANARY in words_of(answer):
            wrong.append(f"{line}: its refusal tells of it")

    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("action", ["delete", "publish", "unpublish", "move"])
def test_an_editor_changes_nothing_public_by_the_dozen(things, action):
    client = sign_in(EDITOR)
    public = StoryPage.objects.live().order_by("pk").values_list("pk", "path")
    before = list(public)

    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    client.post(f"{address}?id={things['live']}", {"chooser": things["other index"]})

    assert list(public) == before


ON_MANY = [
    ("picture", "media.picture", "delete", {}),
    ("picture", "media.picture", "add_to_collection", {"collection": "collection"}),
    ("picture", "media.picture", "add_tags", {"tags": CANARY}),
    ("document", "media.documentfile", "delete", {}),
    ("document", "media.documentfile", "add_to_collection", {"collection": "collection"}),
    ("document", "media.documentfile", "add_tags", {"tags": CANARY}),
    ("staff.user", "staff.user", "delete", {}),
    ("staff.user", "staff.user", "assign_role", {"role": "auth.group"}),
    ("staff.user", "staff.user", "set_active_state", {"mark_as_active": "False"}),
    ("news.topic", "news.topic", "delete", {}),
    ("partners.partner", "partners.partner", "delete", {}),
    ("social.socialpost", "social.socialpost", "delete", {}),
    ("consent.purposeentry", "consent.purposeentry", "delete", {}),
]
# Wagtail's pictures and documents are asked for by the names of its own.
ASKED_FOR_AS = {"media.picture": IMAGES, "media.documentfile": DOCUMENTS}


def may_do_to_many(role, model, action):
    right = "delete" if action == "delete" else "change"
    if model in ASKED_FOR_AS:
        return right in role.library.get(ASKED_FOR_AS[model], ())
    return right in role.models.get(model, ())


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_nobody_does_by_the_dozen_what_they_may_not_do_to_one(things, quick, role):
    client = sign_in(role)
    wrong = []
    for thing, model, action, form in ON_MANY:
        with transaction.atomic(), CaptureQueriesContext(connection) as asked:
            address = reverse("wagtail_bulk_action", args=[*model.split("."), action])
            values = {name: things.get(value, value) for name, value in form.items()}
            client.post(f"{address}?id={things[thing]}", values)
            transaction.set_rollback(True)
        if writes_to(model, asked) != may_do_to_many(role, model, action):
            wrong.append(f"{action} {model}")

    assert not wrong


def writes_to(model, asked):
    """Whether anything was written to its table, or to one that hangs on it."""
    table = apps.get_model(model)._meta.db_table
    writing = re.compile(rf'(UPDATE|DELETE FROM|INSERT INTO) "({table}|taggit_\w+)')
    return any(writing.match(query["sql"]) for query in asked)


@pytest.mark.django_db
def test_nobody_ends_what_another_edits(things):
    sign_in(EDITOR).post(
        reverse("wagtailadmin_editing_sessions:release", args=[things["editing session"]])
    )

    assert EditingSession.objects.filter(pk=things["editing session"]).exists()


def names(patterns, namespace="") -> Iterator[str]:
    """Every address by its name; those that have none by what they look like."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield namespace + (pattern.name or f"[{pattern.pattern}]")
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names(pattern.url_patterns, inner)


def test_every_address_is_in_the_matrix():
    below = (
        each for each in get_resolver().url_patterns if str(each.pattern) == settings.ADMIN_PATH
    )

    missing = {name for each in below for name in names(getattr(each, "url_patterns", []))}

    assert sorted(missing - {line.view for line in MATRIX}) == []
