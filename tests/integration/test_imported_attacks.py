"""What attackers have written into a file or a form that staff take in is shown as words."""

import csv
import json
from html import escape
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from coalition.audit.models import Entry
from coalition.demo.builders import build_admin, build_partner_index, build_story
from coalition.demo.builders.media import plain_jpeg
from coalition.social.models import SocialPost
from tests.archives import create, outbox, tweet, x_archive
from tests.attacks import ATTACKS, dangers, mark, words_from
from tests.poisoned import prose_of

pytestmark = pytest.mark.django_db

NASTY = words_from("a file", 120)
MARK = mark("a file")
PARTNERS = "/admin/partners/import/"
REDIRECTS = "/admin/redirects/import/"
SOUND = {
    "iso2": "FR",
    "region": "Europe",
    "joined_earliest": "2014-09-10",
    "joined_latest": "2014-09-10",
    "live": "yes",
}


@pytest.fixture
def staff():
    client = Client()
    client.force_login(build_admin())
    return client


def table(*rows):
    text = StringIO()
    writer = csv.DictWriter(text, {name: "" for row in rows for name in row})
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def upload(staff, address, name, text):
    return staff.post(address, {name: SimpleUploadedFile("file.csv", text.encode())}, follow=True)


def test_partners_that_are_refused_are_shown_in_words(staff):
    wrong = dict.fromkeys([*SOUND, "name_en", "kind", "status", "website"], NASTY)

    answer = upload(staff, PARTNERS, "file", table(wrong))

    assert (MARK in answer.text, dangers(answer)) == (True, [])


def test_partners_that_are_taken_in_are_shown_in_words(staff, visitor):
    build_partner_index()
    names = {"name_en": NASTY, "name_fr": NASTY, "source": NASTY}

    preview = upload(staff, PARTNERS, "file", table(SOUND | names))
    fingerprint = {"plan": preview.context["plan"].fingerprint}
    kept = staff.post(preview.request["PATH_INFO"], fingerprint, follow=True)

    for answer in (preview, kept, visitor.get("/en/partners/")):
        assert (MARK in answer.text, dangers(answer)) == (True, [])


def test_redirects_are_shown_in_words(staff):
    answer = upload(staff, REDIRECTS, "import_file", table({NASTY: NASTY, "to": NASTY}))

    assert (MARK in answer.text, dangers(answer)) == (True, [])


def archive_of_x(folder):
    account = {"account": {"username": "coalition", "accountDisplayName": NASTY}}
    link = {"url": "https://t.co/a", "expanded_url": f"https://evil.example/{NASTY}"}
    entities = {"urls": [link], "user_mentions": [], "hashtags": []}
    return x_archive(
        folder, [tweet(text=f"{NASTY} https://t.co/a #{NASTY}", entities=entities)], account=account
    )


def archive_of_mastodon(folder):
    link = (
        f'<a href="javascript:alert(1)">x</a><a href="https://evil.example/{escape(NASTY)}">x</a>'
    )
    return outbox(folder, create(f"<p>{NASTY}</p><p>{escape(NASTY)}</p>{link}"), name=NASTY)


def a_table(folder):
    row = {"address": "https://x.com/a/status/1", "posted_at": "2020-05-14", "text": NASTY}
    names = dict.fromkeys(["account", "author_handle", "author_name"], NASTY)
    file = folder / "posts.json"
    file.write_text(json.dumps([row | names]))
    return file


@pytest.mark.parametrize("archive", [archive_of_x, archive_of_mastodon, a_table])
def test_posts_are_shown_in_words(staff, visitor, tmp_path, archive):
    call_command("import_posts", str(archive(tmp_path)), stdout=StringIO(), stderr=StringIO())
    post = SocialPost.objects.get()

    for client, address in (
        (visitor, "/en/social/"),
        (visitor, "/en/social/feed/"),
        (staff, "/admin/snippets/social/socialpost/"),
        (staff, f"/admin/snippets/social/socialpost/edit/{post.pk}/"),
    ):
        answer = client.get(address)
        assert (MARK in answer.text, dangers(answer)) == (True, []), address


@pytest.mark.parametrize(
    ("kind", "content"), [("images", plain_jpeg((64, 40))), ("documents", b"Words")]
)
def test_the_name_of_a_file_is_shown_in_words(staff, kind, content):
    file = SimpleUploadedFile(
        f"{NASTY.replace('/', '')[:60]}.{'jpg' if kind == 'images' else 'txt'}", content
    )

    answer = staff.post(f"/admin/{kind}/multiple/add/", {"files[]": file})

    assert (MARK in answer.text, dangers(answer)) == (True, [])
    assert dangers(staff.get(f"/admin/{kind}/")) == []


def test_the_name_of_a_file_that_is_refused_is_shown_in_words(staff):
    file = SimpleUploadedFile(f"{NASTY.replace('/', '')[:60]}.jpg", b"no picture")

    staff.post("/admin/images/multiple/add/", {"files[]": file})
    answer = staff.get("/admin/reports/log/")

    assert Entry.objects.filter(title__contains=MARK).exists()
    assert dangers(answer) == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_prose_takes_no_attack_from_the_editor(visitor, attack):
    entities = [
        {"type": kind, "mutability": "MUTABLE", "data": dict.fromkeys(names, attack)}
        for kind, names in {
            "LINK": ("url",),
            "EMBED": ("url", "html", "title"),
            "FACT": ("name", "form", "words", "label"),
            attack: ("url", attack),
        }.items()
    ]
    prose = [prose_of(attack, entity) for entity in entities]
    prose += [prose_of(attack, **{name: attack}) for name in ("style", "kind", "key")]

    story = build_story(teaser=prose[0], body=[("text", html) for html in prose])

    assert dangers(visitor.get(story.url)) == []
