"""Who is answered at which host."""

import pytest

from coalition.delivery.hosts import is_at_a_wrong_door

OFFICE = "office.coalition.example"
SITE = "coalition.example"


@pytest.fixture(autouse=True)
def two_hosts(settings):
    settings.ADMIN_HOST = OFFICE
    settings.ALLOWED_HOSTS = [OFFICE, SITE]


@pytest.mark.parametrize("path", ["/", "/en/", "/en/news/", "/api/partners.json", "/administer/"])
def test_visitors_pages_are_at_the_site_alone(rf, path):
    assert is_at_a_wrong_door(rf.get(path, headers={"Host": OFFICE}))
    assert not is_at_a_wrong_door(rf.get(path, headers={"Host": SITE}))


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/pages/1/edit/"])
def test_the_back_office_is_at_its_own_host_alone(rf, path):
    assert is_at_a_wrong_door(rf.get(path, headers={"Host": SITE}))
    assert not is_at_a_wrong_door(rf.get(path, headers={"Host": f"{OFFICE}:443"}))


@pytest.mark.parametrize("path", ["/static/css/site.css", "/media/images/a.webp", "/violations/"])
@pytest.mark.parametrize("host", [SITE, OFFICE])
def test_what_both_are_made_of_is_at_both(rf, path, host):
    assert not is_at_a_wrong_door(rf.get(path, headers={"Host": host}))


def test_told_hosts_open_no_door(rf):
    told = dict.fromkeys(["X-Forwarded-Host", "X-Host", "X-Original-Host", "Forwarded"], OFFICE)

    assert is_at_a_wrong_door(rf.get("/admin/", headers={"Host": SITE, **told}))
