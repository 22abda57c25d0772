"""Pages and where they stand."""

from coalition.home.models import HomePage
from coalition.pages.models import Withdrawal
from coalition.pages.translation import follow


def home_page(language="en"):
    """The root of a language's tree; migrations plant one for each language."""
    return HomePage.objects.get(locale__language_code=language)


def build_page(model, parent, *, live=True, translation_of=None, by=None, **fields):
    """A page made as the admin makes it: added as a draft, kept as a revision, then published.

    With `go_live_at` in the future it is scheduled instead.
    """
    page = model(live=False, locale_id=parent.locale_id, owner=by, **fields)
    if translation_of:
        page.translation_key = translation_of.translation_key
    parent.refresh_from_db(fields=["numchild", "path", "url_path"])
    parent.add_child(instance=page)
    if translation_of:
        follow(page, translation_of)
    if live:
        return publish_page(page, by=by)
    page.save_revision(user=by)
    return page


def publish_page(page, by=None):
    """Keep a page as it is in memory and publish it; the published page."""
    page.save_revision(user=by).publish(user=by, skip_permission_checks=True)
    return type(page).objects.get(pk=page.pk)


def withdraw(page, note="<p>We withdrew this page.</p>", by=None, **fields):
    page.withdrawals = [Withdrawal(note=note, **fields)]
    return publish_page(page, by=by)


def child_of(home, model, build):
    """The home's only child of a kind, built if there is none."""
    return model.objects.child_of(home).first() or build(home)
