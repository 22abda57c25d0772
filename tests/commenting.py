"""Comments beside a page, written as the editor writes them."""

from django.urls import reverse
from wagtail.models import Comment
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield


def build_comment(page, by, text, **fields):
    """Beside the title, as it was last saved."""
    comment = Comment.objects.create(
        page=page.page_ptr, user=by, text=text, contentpath="title", **fields
    )
    page.save_revision()
    return comment


def new_comment(text):
    return {"id": "", "contentpath": "title", "position": "", "text": text} | replies()


def known_comment(comment, **changed):
    """As the editor sends back what was there, but for what somebody has changed of it."""
    fields = {"id": comment.pk, "contentpath": "title", "position": "", "text": comment.text}
    return fields | replies() | changed


def replies(*texts):
    return {"replies": inline_formset([{"id": "", "text": text} for text in texts])}


def save_comments(client, page, *comments, known=0):
    """Save a standard page that nobody has changed; `known` of the comments were there before."""
    fields = {
        "title": page.title,
        "slug": page.slug,
        "teaser": rich_text(""),
        "body": streamfield([]),
        "corrections": inline_formset([]),
        "withdrawals": inline_formset([]),
        "comments": inline_formset(list(comments), initial=known),
    }
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(fields))
