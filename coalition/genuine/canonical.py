"""What a story says, in plain text: title, standfirst and body, as readers see and copy them."""

import re
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import override

from coalition.facts.memory import fresh_memory
from coalition.facts.templatetags.facts import plain
from news.feeds.bodies import bodies

BLOCK = re.compile(r"<(?=/?(?:p|div|section|figure|figcaption|ul|ol|li|h\d|d[ltd]|t[rhd]|br)\b)")


def text_of(story):
    """A line a paragraph, whatever the language of whoever asks."""
    with override(story.locale.language_code), fresh_memory():
        texts = [story.title, plain(story.teaser, story), without_tags(bodies([story])[story.pk])]
    lines = (" ".join(line.split()) for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def without_tags(html):
    return unescape(strip_tags(BLOCK.sub("\n<", html)))
