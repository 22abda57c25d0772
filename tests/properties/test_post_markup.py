"""Whatever somebody posts, our HTML is ours and their words are theirs."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from coalition.social.markup import post_html

OUR_TAGS = {"a", "bdi", "br", "p"}
OUR_ATTRIBUTES = {"aria-label", "dir", "href", "rel", "role"}

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
FAMILY = "👨‍👩‍👧‍👦"
MARKS = ["#", "@", "https://", "http://a.b", "javascript:", "<b>", "</p>", "&amp;", '"', "'"]
SIGNS = [
    "🇮",
    "🇶",
    SCOTLAND,
    "\U0001f3f4",
    "\U000e0067",
    "\U000e007f",
    FAMILY,
    "\u200d",
    "\ufe0f",
    "\u202e",
    "1️⃣",
    "،",
    ".",
    "(",
    ")",
    "\n",
    "\n\n",
    " ",
]
PIECES = st.sampled_from([*MARKS, *SIGNS, "داعش", "COVID-19", "é"])
POSTS = st.one_of(
    st.text(max_size=80), st.lists(st.one_of(PIECES, st.text(max_size=4))).map("".join)
)
# Without a colon there is no address, and addresses are the only thing shown shortened.
POSTS_WITHOUT_ADDRESSES = POSTS.map(lambda text: text.replace(":", ""))
LANGUAGES = st.sampled_from(["en", "fr", "ar"])


class Reading(HTMLParser):
    """What a browser makes of some HTML."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.addresses, self.text = set(), set(), [], ""
        self.pieces = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value for name, value in attrs if name == "href"]
        self.text += {"p": "\n\n", "br": "\n"}.get(tag, "")

    def handle_data(self, data):
        self.text += data
        self.pieces.append(data)


def words(text):
    return "".join(text.split())


@given(POSTS, LANGUAGES)
def test_holds_no_tag_and_no_attribute_but_ours(text, language):
    reading = Reading(post_html(text, language))

    assert reading.tags <= OUR_TAGS
    assert reading.attributes <= OUR_ATTRIBUTES


@given(POSTS, LANGUAGES)
def test_links_only_to_addresses_that_stand_in_the_post(text, language):
    for address in Reading(post_html(text, language)).addresses:
        assert address.lower().startswith(("http://", "https://"))
        assert address in text


@given(POSTS_WITHOUT_ADDRESSES, LANGUAGES)
def test_keeps_every_word(text, language):
    assert words(Reading(post_html(text, language)).text) == words(text)


@given(POSTS_WITHOUT_ADDRESSES, LANGUAGES)
def test_says_the_same_of_its_own_words(text, language):
    html = post_html(text, language)

    assert words(post_html(Reading(html).text, language)) == words(html)


@given(POSTS, POSTS, LANGUAGES)
def test_never_takes_an_emoji_apart(before, after, language):
    shown = Reading(post_html(f"{before} {FAMILY}{SCOTLAND} {after}", language)).pieces

    assert any(FAMILY in piece for piece in shown)
    assert SCOTLAND in shown
