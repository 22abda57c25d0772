"""When `seed` refuses, and with which password. What it plants is tested in test_demo.py."""

import pytest
from django.core.management import CommandError, call_command

from coalition.demo import staff
from coalition.demo.builders import build_admin, build_story
from news.models import StoryPage

PASSWORD = "a long password for nobody"  # noqa: S105 - of users who live for a test.


@pytest.mark.django_db
def test_refuses_a_database_with_stories():
    build_story()

    with pytest.raises(CommandError, match="This database has stories"):
        call_command("seed")

    assert StoryPage.objects.count() == 1


@pytest.mark.django_db
def test_leaves_a_database_with_stories_alone_if_asked_to():
    build_story()

    call_command("seed", "--if-empty")

    assert StoryPage.objects.count() == 1


@pytest.mark.django_db
def test_names_what_stands_in_its_way(monkeypatch, settings):
    settings.SEED_PASSWORD = PASSWORD
    monkeypatch.setattr("coalition.demo.management.commands.seed.draw_all", lambda *_, **__: {})
    build_admin(username="admin")

    with pytest.raises(CommandError, match=r"has what the demo would plant: .*username"):
        call_command("seed")

    assert not StoryPage.objects.exists()


def test_makes_a_password_once_and_keeps_it_to_its_owner(monkeypatch, settings, tmp_path):
    settings.SEED_PASSWORD = ""
    monkeypatch.setattr(staff, "PASSWORD_FILE", tmp_path / "var" / "demo-password")

    password = staff.demo_password()

    assert len(password) >= 15
    assert staff.demo_password() == password
    assert staff.PASSWORD_FILE.stat().st_mode & 0o077 == 0


def test_uses_the_password_of_the_environment(monkeypatch, settings, tmp_path):
    settings.SEED_PASSWORD = PASSWORD
    monkeypatch.setattr(staff, "PASSWORD_FILE", tmp_path / "demo-password")

    assert staff.demo_password() == PASSWORD
    assert not staff.PASSWORD_FILE.exists()
