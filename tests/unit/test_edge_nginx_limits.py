"""nginx as `deploy/` sets it up: a flood does not reach the site, and keeps no neighbour out."""

from threading import Thread

import pytest
from django.core import signing

from coalition.staff.sign_in.known_devices import SALT
from tests.edge_nginx import HOST

KNOCK = "--request", "POST"


@pytest.fixture(scope="module")
def status_for(ask_nginx):
    """What somebody is answered, the last time of several."""

    def status_for(address, path, *options):
        once = "--retry", "0"
        return ask_nginx("https", HOST, path, *once, *options, **{"X-Asked-From": address})[1]

    return status_for


@pytest.mark.parametrize(
    ("door", "one", "at_home", "neighbour"),
    [
        ("/admin/login/", "192.0.2.1", "192.0.2.1", "192.0.2.2"),
        ("/admin/login/code/", "2001:db8:1:2::1", "2001:db8:1:2:3::2", "2001:db8:1:3::1"),
        ("/en/contact/send/", "2001:db8::1", "2001:db8::ffff:1", "2001:db8:0:1::1"),
    ],
)
def test_a_household_knocks_at_no_door_for_ever(status_for, door, one, at_home, neighbour):
    assert status_for(one, f"{door}?[1-21]", *KNOCK) == 200
    assert [status_for(each, door, *KNOCK) for each in (at_home, neighbour)] == [429, 200]


@pytest.mark.parametrize(
    ("neighbour", "stranger"),
    [("198.18.0.{}", "198.18.1.1"), ("2001:db8:2:{}::1", "2001:db8:3::1")],
)
def test_nor_do_four_households_for_the_whole_neighbourhood(status_for, neighbour, stranger):
    door = "/admin/password_reset/"
    for number in range(1, 5):
        assert status_for(neighbour.format(number), f"{door}?[1-20]", *KNOCK) == 200
    status_for(neighbour.format(5), door, *KNOCK)

    statuses = [status_for(each, door, *KNOCK) for each in (neighbour.format(6), stranger)]
    assert statuses == [429, 200]


def test_nobody_nearby_keeps_an_owner_out_of_a_browser_of_theirs(status_for):
    door, owner = "/admin/login/", "198.18.2.1"
    for number in range(1, 6):
        status_for(f"198.18.2.{number}", f"{door}?[1-21]", *KNOCK)
    seal = signing.dumps(["anna", "ab12"], salt=SALT)
    known = "--cookie", f"django_language=fr; __Host-known-device={seal}"

    assert status_for(owner, door, *KNOCK) == 429
    assert status_for(owner, f"{door}?[1-21]", *KNOCK, *known) == 200
    assert status_for(owner, door, *KNOCK, *known) == 429


def test_a_household_gets_as_many_pages_as_many_people_ask_for(ask_nginx, origin, status_for):
    one, neighbour = "198.51.100.1", "198.51.100.2"

    assert status_for(one, "/fr/search/?q=[1-301]") == 200
    assert status_for(one, "/fr/search/?q=[302-304]") == 429
    assert status_for(one, "/static/a.css") == 200
    assert status_for(neighbour, "/fr/search/") == 200
    assert origin.asked.count("/fr/busy/") == 1


def test_a_household_gets_as_many_files_as_many_people_ask_for(origin, status_for):
    one, neighbour = "198.51.101.1", "198.51.101.2"

    assert status_for(one, "/static/many.css?[1-1001]") == 200
    assert status_for(one, "/static/many.css") == 429
    assert status_for(neighbour, "/static/many.css") == 200
    assert [path for path in origin.asked if path.startswith("/static/many")] == [
        "/static/many.css?1"
    ]


def test_nobody_sends_anything_to_a_file(origin, status_for):
    assert status_for("198.51.101.3", "/static/sent.css", *KNOCK) == 403
    assert "/static/sent.css" not in origin.asked


def test_a_language_of_which_there_is_none_has_no_page_of_its_own_for_those_who_wait(
    origin, status_for
):
    one = "198.51.102.1"

    assert status_for(one, "/zz/search/?q=[1-302]") == 429
    assert "/zz/busy/" not in origin.asked


@pytest.mark.parametrize(
    ("waiting", "refused", "answered"),
    [
        (("233.252.0.1", "192.88.99.1"), "233.252.0.1", "233.252.0.2"),
        (("233.252.0.3", "233.252.0.4"), "233.252.0.5", "192.88.99.1"),
    ],
    ids=["a household", "a neighbourhood"],
)
def test_nobody_takes_every_place(origin, status_for, waiting, refused, answered):
    origin.may_answer.clear()
    slow = [Thread(target=status_for, args=(each, "/slow/")) for each in waiting]
    for thread in slow:
        thread.start()
    origin.two_and_the_test.wait(60)

    statuses = [status_for(each, "/en/search/") for each in (refused, answered)]

    origin.may_answer.set()
    for thread in slow:
        thread.join()
    assert statuses == [429, 200]
