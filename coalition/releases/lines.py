"""A release's items as a line each, with what one person may do to them from there."""

from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder

from coalition.pages.versions import address_to_compare
from coalition.releases.problems import problems_of_item


def lines_of(release, user):
    finder = AdminURLFinder(user)
    for item in release.items.with_rows():
        edit_address = finder.get_edit_url(item.row) if item.row else None
        yield {
            "item": item,
            "status": item.row.status_string if item.row else "",
            "problems": problems_of_item(item) if release.is_waiting else [],
            "preview_address": _preview_address(item),
            "edit_address": edit_address,
            "compare_address": _compare_address(item) if edit_address else None,
        }


def _preview_address(item):
    return reverse("releases:preview", args=[item.pk]) if item.is_there else None


def _compare_address(item):
    """What changes against what is live, or against what was live before."""
    if not item.is_there:
        return None
    before = item.former_id or ("live" if item.row.live and item.release.is_waiting else None)
    return address_to_compare(item.row, before, item.revision_id) if before else None
