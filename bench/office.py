"""What those who work here wait for: their list of stories, and publishing one."""

from functools import partial
from itertools import count
from tempfile import TemporaryDirectory

from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest
from django.test import Client, override_settings
from django.urls import reverse

from bench.asking import Cost, ask, cost_of
from coalition.staff.models import User
from news.models import StoryPage

PUBLISHER = "publisher"


def office_costs(story: StoryPage) -> dict[str, Cost]:
    publisher = User.objects.get(username=PUBLISHER)
    client = signed_in(publisher)
    explorer = reverse("wagtailadmin_explore", args=[story.get_parent().pk])
    editions = count(1)

    def publish() -> bytes:
        page = StoryPage.objects.get(pk=story.pk)
        page.title = f"{story.title} {next(editions)}"
        page.save_revision(user=publisher).publish(user=publisher)
        return b""

    costs = {"admin explorer": cost_of(partial(ask, client, explorer))}
    # Where pages are stored, a publication tells what it changes; that none lies there yet spares
    # it only the purge.
    with TemporaryDirectory() as folder, override_settings(PAGE_STORE=folder):
        costs["publish"] = cost_of(publish)
    # As it was.
    story.save_revision(user=publisher).publish(user=publisher)
    return costs


def signed_in(user: User) -> Client:
    """With both factors shown."""
    client = Client()
    client.force_login(user)
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, user, "mfa")
    request.session.save()
    return client
