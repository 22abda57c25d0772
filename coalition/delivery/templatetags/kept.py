"""Parts that are made once, for all pages that share them and whenever one is asked for again.

The latter where no finished page is stored: for staff who have signed in, and without `PAGE_STORE`.
"""

from collections.abc import Iterable

from django import template
from django.conf import settings
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.translation import get_language

from coalition.delivery.kept import kept
from coalition.delivery.light.choice import pictures_wait

register = template.Library()


class Kept(template.Node):
    def __init__(self, nodelist: NodeList, words: Iterable[FilterExpression]) -> None:
        self.nodelist = nodelist
        self.words = words

    def render(self, context: template.Context) -> str:
        if is_work_in_progress(context):
            return self.nodelist.render(context)
        words = [get_language(), pictures_wait(), *(word.resolve(context) for word in self.words)]
        name = "part:" + ":".join(map(str, words))
        return kept(name, lambda: self.nodelist.render(context))


def is_work_in_progress(context: template.Context) -> bool:
    """Whether the page is a preview, or whoever works on templates wants to see what they do."""
    return settings.DEBUG or getattr(context.get("request"), "is_preview", False)


@register.tag("kept")
def keep(parser: Parser, token: Token) -> Kept:
    """`{% kept "side-notes" page.pk %}…{% endkept %}`: the same wherever these words are the same.

    Besides them it shows only what the language, the choice of pictures and the database tell.
    """
    _name, *words = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(nodelist, [parser.compile_filter(word) for word in words])
