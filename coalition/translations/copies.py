"""What Wagtail's simple translation leaves out: which page a copy was made from."""

from wagtail.models import Page

from coalition.pages.translation import follow


def remember_source(sender, source_obj, target_obj, **kwargs):
    """An alias repeats its source by itself, and a snippet has no place in the queue."""
    if isinstance(target_obj, Page) and not target_obj.alias_of_id:
        follow(target_obj, source_obj)
