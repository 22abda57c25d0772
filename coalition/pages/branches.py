"""What becomes of the pages below one that is moved, renamed or closed to readers.

Their addresses change with its own, and what is closed is closed with all that lies below.
"""

from django.conf import settings
from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import pre_page_move

from coalition.delivery import changes

# Of more than these nobody asks one by one in which lists they stand: every page is made anew.
MOST_PAGES = 100


def listen():
    pre_page_move.connect(before_a_move, dispatch_uid="pages-branches")
    pre_save.connect(before_a_save, dispatch_uid="pages-branches")
    for before in (pre_save, pre_delete):
        before.connect(before_it_is_closed, sender=PageViewRestriction, dispatch_uid="pages-closed")


def before_a_move(instance, **kwargs):
    """It may lead into a section that is closed."""
    note_branch(instance, is_for_good=True)


def before_a_save(sender, instance, **kwargs):
    if issubclass(sender, Page) and instance.numchild and has_another_address(instance):
        note_branch(instance)


def before_it_is_closed(instance, **kwargs):
    """Or opened again."""
    note_branch(instance.page, is_for_good=True)


def has_another_address(page):
    return Page.objects.filter(pk=page.pk).exclude(url_path=page.url_path).exists()


def note_branch(page, *, is_for_good=False):
    """Where its pages stand before; where they stand after, is seen once it has come true."""
    if not settings.PAGE_STORE:
        return
    pages = branch_of(page)
    if len(pages) > MOST_PAGES:
        changes.note_everything(is_for_good=is_for_good)
        return
    for each in pages:
        changes.note_before(each)
        changes.note_change(each, is_for_good=is_for_good)


def branch_of(page):
    """It and all below it, and the branches of what repeats one of them: they are as closed."""
    keys, branches = set(), [page]
    for branch in branches:
        below = Page.objects.descendant_of(branch, inclusive=True)
        keys.update(below.values_list("pk", flat=True)[: MOST_PAGES + 1])
        if len(keys) > MOST_PAGES:
            break
        branches += Page.objects.filter(alias_of__in=keys).exclude(pk__in=keys)
    return Page.objects.filter(pk__in=keys).specific(defer=True)[: MOST_PAGES + 1]
