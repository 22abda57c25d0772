"""Laws of finding typed numbers."""

from hypothesis import given
from hypothesis import strategies as st

from coalition.facts.hand_typed.finder import typed_counts
from coalition.facts.hand_typed.letters import plain, words_of
from coalition.facts.hand_typed.markup import read_html
from coalition.facts.hand_typed.number_words import READERS, SPELT_OUT, spellings
from partners.membership_facts import PARTNERS

PLAUSIBLE = range(50, 121)
LANGUAGES = st.sampled_from(sorted(PARTNERS))
NUMERALS = st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"])


@st.composite
def spelt_numbers(draw):
    """A language, and a number from the plausible ones as somebody may spell it out in it."""
    language = draw(LANGUAGES)
    known = [item for item in spellings(language).items() if item[1].value in PLAUSIBLE]
    spelling, reading = draw(st.sampled_from(known))
    return language, " ".join(spelling), reading.value


@given(LANGUAGES, st.sampled_from(PLAUSIBLE), NUMERALS, st.data())
def test_finds_every_plausible_number_in_digits(language, value, numerals, data):
    digits = "".join(numerals[int(digit)] for digit in str(value))
    noun = data.draw(st.sampled_from(PARTNERS[language].plural))

    (found,) = typed_counts(f"({digits} {noun})", language, PARTNERS[language], PLAUSIBLE)

    assert (found.value, found.words) == (value, f"{digits} {noun}")


@given(spelt_numbers(), st.data())
def test_finds_every_plausible_number_in_words(spelt, data):
    language, words, value = spelt
    nouns = PARTNERS[language]
    noun = data.draw(st.sampled_from(nouns.singular + nouns.plural))

    (found,) = typed_counts(f"“{words} {noun}”", language, nouns, PLAUSIBLE)

    assert found.value == value


@given(LANGUAGES, st.sampled_from(SPELT_OUT))
def test_no_spelling_says_two_numbers(language, value):
    for spelling, _ in READERS[language](value):
        assert spellings(language)[tuple(plain(word) for word in spelling)].value == value


@given(LANGUAGES, st.sampled_from(PLAUSIBLE))
def test_every_number_can_be_spelt_out(language, value):
    assert value in {reading.value for reading in spellings(language).values()}


@given(st.text(), LANGUAGES)
def test_never_stumbles_and_points_into_the_text(text, language):
    for found in typed_counts(text, language, PARTNERS[language], range(1000)):
        assert found.words == text[found.words_start :][: len(found.words)]
        assert plain(text[found.start : found.end])


@given(st.text())
def test_words_stand_where_they_say(text):
    for word in words_of(text).words:
        assert 0 <= word.start < word.end <= len(text)
        assert word.letters in plain(text[word.start : word.end])


@given(st.text(alphabet="ab82<>/&;é \n"), st.sampled_from(["p", "b", "a", "sup"]))
def test_reads_any_html_and_places_every_sign_of_it(text, element):
    html = f"<{element}>{text}</{element}>"
    markup = read_html(html)

    assert len(markup.text) == len(markup.spans)
    assert all(0 <= start < end <= len(html) for start, end in markup.spans)
