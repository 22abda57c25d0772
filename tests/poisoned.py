"""A site in which every text that somebody could have written is an attack.

What holds words is found in the models and blocks themselves, so that what is new is attacked too.
"""

import json
from functools import cache

from django.apps import apps
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.test import TestCase
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import DraftStateMixin, Page, RevisionMixin
from wagtail.rich_text import features

from coalition.audit.append_only import AppendOnly
from tests.attacks import address_from, mailbox_from, words_from

ROOMS = ("coalition.", "news.", "partners.")
# Of others' models, those whose words our staff write or read.
OTHERS = {
    *("auth.Group", "cookie_consent.Cookie", "cookie_consent.CookieGroup", "taggit.Tag"),
    *("wagtailcore.Collection", "wagtailcore.Comment", "wagtailcore.CommentReply"),
    *("wagtailcore.ModelLogEntry", "wagtailcore.Page", "wagtailcore.PageLogEntry"),
    *("wagtailcore.Site", "wagtailcore.Task", "wagtailcore.TaskState", "wagtailcore.Workflow"),
    "wagtailredirects.Redirect",
}
# Made of words that stand elsewhere and are attacked there, or of none.
MADE = {
    *("consent.Seal", "desk.FoundLink", "facts.FactUse", "genuine.Version", "media.Rendition"),
    *("news.HubPing", "pages.SocialCard", "search.Entry", "search.Word", "staff.Failures"),
    *("staff.Letter", "staff.StaffSession"),
}
CODES = {
    *("fronts.Purge.occasion", "releases.ReleaseItem.object_id", "staff.User.password"),
    *("takedowns.GoneAddress.thing", "takedowns.Takedown.kind"),
    *("wagtailcore.Collection.path", "wagtailcore.Page.path"),
    *("wagtailcore.Comment.contentpath", "wagtailcore.Comment.position"),
    *("wagtailcore.ModelLogEntry.action", "wagtailcore.ModelLogEntry.data"),
    *("wagtailcore.ModelLogEntry.object_id", "wagtailcore.PageLogEntry.action"),
    *("wagtailcore.PageLogEntry.data", "wagtailcore.Site.hostname"),
    "wagtailredirects.Redirect.redirect_page_route_path",
}
# Nothing shorter holds an attack.
SHORTEST = 30


def fields():
    """Every field of every row in which somebody's words can be."""
    for model in apps.get_models():
        label = model._meta.label
        is_ours = model.__module__.startswith(ROOMS) and not issubclass(model, AppendOnly)
        if label in OTHERS or (is_ours and label not in MADE):
            yield from filter(holds_words, model._meta.local_concrete_fields)


def holds_words(field):
    """Names and codes with a pattern of their own hold none, nor does what only we write."""
    has_pattern = any(
        isinstance(validator, RegexValidator) and not isinstance(validator, URLValidator)
        for validator in field.validators
    )
    is_word = isinstance(
        field, models.CharField | models.TextField | models.JSONField | StreamField
    )
    is_long = (field.max_length or SHORTEST) >= SHORTEST
    return (
        is_word
        and is_long
        and field.editable
        and not (field.primary_key or field.choices or has_pattern or str(field) in CODES)
    )


def poison():
    """Past every form: whoever brings it into the database, an import or an editor."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        poison_rows()


def poison_rows():
    for field in fields():
        rows = field.model._base_manager
        for number, key in enumerate(rows.order_by("pk").values_list("pk", flat=True)):
            rows.filter(pk=key).update(**{field.name: attack_in(field, number)})
    for model in apps.get_models():
        if issubclass(model, RevisionMixin) and not issubclass(model, Page):
            keep_anew(model.objects.all())
    keep_anew(Page.objects.filter(alias_of=None, depth__gt=1).specific())


def keep_anew(rows):
    """As if somebody had saved them as they are: all that is made from their words is made."""
    for row in rows:
        revision = row.save_revision(clean=False)
        if isinstance(row, DraftStateMixin) and row.live:
            revision.publish(skip_permission_checks=True)


def attack_in(field, number=0):
    place = str(field)
    match field:
        case StreamField():
            return field.to_python(json.dumps(attack_in_block(field.stream_block, place)))
        case RichTextField():
            return as_typed(words_from(place))
        case models.URLField():
            return address_from(place, number)
        case models.EmailField():
            return mailbox_from(place, number)
        case models.JSONField():
            words = words_from(place)
            return [words] if field.get_default() == [] else {words: words}
    return words_from(place, field.max_length, number)


def attack_in_block(block, place):
    """What is stored of a block that is full of attacks; of a stream, with a block of each kind."""
    match block:
        case blocks.StreamBlock():
            inner = inside(block, place)
            return [{"type": name, "value": value, "id": name} for name, value in inner.items()]
        case blocks.StructBlock():
            return inside(block, place)
        case blocks.ListBlock():
            value = attack_in_block(block.child_block, place)
            return [{"type": "item", "value": value, "id": number} for number in ("one", "two")]
        case TypedTableBlock():
            cells = inside(block, place)
            columns = [{"type": name, "heading": words_from(f"{place}.heading")} for name in cells]
            caption = words_from(f"{place}.caption")
            return {"columns": columns, "rows": [{"values": [*cells.values()]}], "caption": caption}
    return attack_in_leaf(block, place)


def attack_in_leaf(block, place):
    match block:
        case blocks.RichTextBlock():
            return as_typed(words_from(place))
        case blocks.URLBlock():
            return address_from(place)
        case blocks.CharBlock() | blocks.TextBlock():
            return words_from(place)
        case blocks.ChooserBlock():
            return block.model_class._default_manager.values_list("pk", flat=True).last()
        case blocks.DateBlock():
            return "2020-05-31"
        case blocks.BooleanBlock() | blocks.StaticBlock():
            return None
    raise NotImplementedError(f"What could somebody write into {place}, a {type(block)}?")


def inside(block, place):
    children = block.child_blocks.items()
    return {name: attack_in_block(child, f"{place}.{name}") for name, child in children}


@cache
def as_typed(words):
    """Rich text as the editor's form makes it of these words, and of a link to them."""
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": words}}
    return prose_of(words, link)


def prose_of(words, entity=None, *, style="BOLD", kind="unstyled", key="a"):
    """What the editor's form keeps of a paragraph that somebody sends it."""
    everywhere = {"offset": 0, "length": len(words)}
    block = {
        "key": key,
        "text": words,
        "type": kind,
        "depth": 0,
        "inlineStyleRanges": [everywhere | {"style": style}],
        "entityRanges": [everywhere | {"key": 0}] if entity else [],
    }
    content = {"blocks": [block], "entityMap": {"0": entity} if entity else {}}
    converter = ContentstateConverter(features.get_default_features())
    return converter.to_database_format(json.dumps(content))
