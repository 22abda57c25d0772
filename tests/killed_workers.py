"""Tells what is left by workers that are killed while they save a page, or hand it out."""

import os
import signal
import sys
from http import HTTPStatus

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import PageLogEntry, ReferenceIndex
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.site import shelf
from coalition.delivery.store.who_asks import is_known
from coalition.demo.builders import build_standard_page, build_user
from coalition.pages.models import StandardPage
from coalition.search.models import Entry
from coalition.staff.roles import PUBLISHER

KILLED = 6
ALTERS_FILES = {"os.mkdir", "os.remove", "os.rename", "os.symlink", "os.utime", "sqlite3.connect"}


class Moments:
    """Statements and what is done to files, counted; one of them is the last that comes."""

    def __init__(self, last=None):
        self.last = last
        self.count = 0

    def __enter__(self):
        connection.execute_wrappers.append(self.statement)
        sys.addaudithook(self.act)
        return self

    def __exit__(self, *failure):
        connection.execute_wrappers.remove(self.statement)

    def statement(self, execute, *query):
        self.pass_by()
        return execute(*query)

    def act(self, name, told):
        if name in ALTERS_FILES or (name == "open" and "w" in (told[1] or "")):
            self.pass_by()

    def pass_by(self):
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


class Newsroom:
    """A page that is saved again and again: its title counts, and it leads to one of two others."""

    def __init__(self, name="somebody"):
        self.page = build_standard_page(title="Save 0")
        self.others = [build_standard_page(title=title) for title in ("Even", "Odd")]
        self.opened = self.page.latest_revision.created_at.isoformat()
        self.logged = logged(self.page)
        self.client = signed_in(build_user(PUBLISHER, username=name))
        self.door = StoredPages(WSGIHandler(), shelf(settings.PAGE_STORE), is_known)

    def save(self, number):
        link = f'<p><a linktype="page" id="{self.others[number % 2].pk}">There</a></p>'
        form = {
            "title": f"Save {number}",
            "slug": self.page.slug,
            "teaser": rich_text(""),
            "body": streamfield([("text", rich_text(link, features=["link"]))]),
            **{name: inline_formset([]) for name in ("corrections", "withdrawals", "comments")},
            "loaded_revision_created_at": self.opened,
            "action-publish": "1",
        }
        editor = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        answer = self.client.post(editor, nested_form_data(form))
        assert answer.status_code == HTTPStatus.FOUND, answer.text

    def read(self):
        """As a visitor gets it: what is stored, or is made for them and then stored."""
        address = RequestFactory().get(self.page.url, headers={"Host": "testserver"})
        return b"".join(self.door(address.environ, lambda *told: None)).decode().rstrip()

    def state(self):
        """How often the page was saved, and what does not go together with that."""
        page = StandardPage.objects.get(pk=self.page.pk)
        number = int(page.title.removeprefix("Save "))
        live, read = page.live_revision.as_object(), self.read()
        fits = {
            "its version is live": (live.title, live.body) == (page.title, page.body),
            "none is later": page.latest_revision_id == page.live_revision_id,
            "none is left over": page.revisions.count() == number + 1,
            "each is in the log once": logged(page) - self.logged == number,
            "it leads there": led_to(page) == [str(self.others[number % 2].pk)],
            "search knows it": found_as(page) == [page.title],
            # Perhaps the one of before: what that waits for is made up for by the clock.
            "readers get it whole": read.endswith("</html>")
            and any(f"Save {each}" in read for each in (number - 1, number)),
        }
        return number, [words for words, is_so in fits.items() if not is_so]


def logged(page):
    return PageLogEntry.objects.filter(page=page, action="wagtail.publish").count()


def led_to(page):
    found = ReferenceIndex.get_references_for_object(page).filter(model_path__startswith="body")
    return list(found.values_list("to_object_id", flat=True))


def found_as(page):
    return list(Entry.objects.filter(page=page).values_list("title", flat=True))


def signed_in(user):
    client = Client()
    client.force_login(user)
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, user, "mfa")
    request.session.save()
    return client


def let_work(newsroom, number, last=None):
    """Saves twice in a process of its own, which ends at a moment of the second; what it told."""
    connection.close()
    told, tell = os.pipe()
    worker = os.fork()
    if not worker:
        try:
            newsroom.save(number)
            os.write(tell, b"saved ")
            with Moments(last) as moments:
                newsroom.save(number + 1)
                newsroom.read()
            os.write(tell, str(moments.count).encode())
        finally:
            os._exit(0)
    os.close(tell)
    with os.fdopen(told) as words:
        answer = words.read().split()
    os.waitpid(worker, 0)
    return answer


def main(folder_of_pages):
    settings.PAGE_STORE = folder_of_pages
    # Its threads would not come along into another process.
    connection.settings_dict["OPTIONS"].pop("pool")
    newsroom = Newsroom()
    _saved, moments = let_work(newsroom, 1)
    number, workers = 2, []
    for turn in range(KILLED):
        last = int(moments) * (2 * turn + 1) // (2 * KILLED)
        told = let_work(newsroom, number + 1, last)
        before, (number, wrong) = number, newsroom.state()
        workers.append({"told": told, "saves": number - before, "wrong": wrong})
    newsroom.save(number + 1)
    afterwards = {"wrong": newsroom.state()[1], "is_read": f"Save {number + 1}" in newsroom.read()}
    return {"workers": workers, "afterwards": afterwards}
