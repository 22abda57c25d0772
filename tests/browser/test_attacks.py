"""Words of attackers stay words in a browser: no dialog, nothing that the policy had to stop."""

from contextlib import closing
from threading import Lock
from urllib.parse import quote

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections, transaction
from django.test import Client
from django.test.testcases import LiveServerThread
from django.urls import reverse
from playwright.sync_api import Error

from coalition.staff.models import User
from tests.all_kinds import one_of_every_kind, pages_of_every_type
from tests.attacks import ALL_AT_ONCE
from tests.browser.conftest import patient, watched
from tests.poisoned import poison

pytestmark = pytest.mark.django_db

TELL = (
    "addEventListener('securitypolicyviolation', event => console.error(event.violatedDirective))"
)
SECONDS_OF_SILENCE = 60
BESIDE_PAGES = [
    f"/en/search/?q={quote(ALL_AT_ONCE)}",
    f"/en/partners/?q={quote(ALL_AT_ONCE)}",
    f"/en/cookies/?receipt={quote(ALL_AT_ONCE)}",
    "/en/open-data/",
    "/en/search/?q=alert",
    "/en/social/",
]
DESK = ["/admin/", "/admin/reports/log/", "/admin/reports/site-history/", "/admin/images/"]
SNIPPETS = [
    *("partners.partner", "social.socialpost", "sitewide.menu", "sitewide.alertbanner"),
    *("consent.consenttexts", "media.video", "news.topic"),
]


class Server(ThreadedWSGIServer):
    """Ends when all its threads have: each of them closes the connection that they share."""

    daemon_threads = False

    def get_request(self):
        request, address = super().get_request()
        # Whoever keeps a line open for more keeps none waiting for ever.
        request.settimeout(SECONDS_OF_SILENCE)
        return request, address


class Site(LiveServerThread):
    server_class = Server


@pytest.fixture(scope="session", autouse=True)
def beside_a_loop():
    """Playwright keeps one in the thread that asks the database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture(scope="module")
def served(django_db_setup, django_db_blocker, media_folder):
    """The address of a site whose every text is an attack, and what stands on it by name."""
    with django_db_blocker.unblock(), transaction.atomic():
        things = one_of_every_kind()
        poison()
        connection = connections["default"]
        server = Site("127.0.0.1", in_turn, {"default": connection})
        connection.inc_thread_sharing()
        server.start()
        server.is_ready.wait()
        yield f"http://127.0.0.1:{server.port}", things
        server.terminate()
        connection.dec_thread_sharing()
        transaction.set_rollback(True)


def in_turn(application):
    """One request after another: they share a connection, and a transaction."""
    turn = Lock()

    def answer(environ, start_response):
        with turn, closing(application(environ, start_response)) as response:
            return list(response)

    return answer


@pytest.fixture
def reader(served, browser, trouble, settings):
    address, _things = served
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    context = watched(patient(browser.new_context(base_url=address)), address, trouble)
    context.add_init_script(TELL)
    page = context.new_page()
    page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
    yield page
    context.close()


@pytest.fixture
def colleague(reader, served):
    """Somebody at work, who has signed in."""
    staff = Client()
    staff.force_login(User.objects.filter(is_superuser=True).first())
    cookies = [
        {"name": name, "value": cookie.value, "url": served[0]}
        for name, cookie in staff.cookies.items()
    ]
    reader.context.add_cookies(cookies)
    return reader


def visit(page, addresses):
    for address in addresses:
        assert page.goto(address).status == 200, address


def test_no_word_runs_on_a_page_that_readers_see(reader):
    visit(reader, [*(page.get_url() for page in pages_of_every_type()), *BESIDE_PAGES])


def test_no_word_runs_at_the_desk_of_an_editor(colleague, served):
    pages = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in pages_of_every_type()]
    live = served[1]["live"]
    beside = ["history", "view_draft", "usage", "delete"]

    visit(colleague, DESK)
    visit(colleague, pages)
    visit(colleague, [reverse(f"wagtailadmin_pages:{name}", args=[live]) for name in beside])


def test_no_word_runs_among_what_is_no_page(colleague, served):
    for name in SNIPPETS:
        address = f"wagtailsnippets_{name.replace('.', '_')}"
        visit(colleague, [reverse(f"{address}:list")])
        visit(colleague, [reverse(f"{address}:edit", args=[served[1][name]])])


def test_no_script_makes_html_of_words(reader, trouble):
    reader.goto("/en/")

    told = reader.expect_console_message(lambda said: said.text == "require-trusted-types-for")
    with told, pytest.raises(Error, match="TrustedHTML"):
        reader.evaluate("document.body.innerHTML = '<b>words</b>'")

    # The browser complained, as it should.
    trouble.clear()
