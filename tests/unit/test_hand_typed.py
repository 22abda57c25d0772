"""Numbers somebody typed beside what they count are found, and placed in the HTML."""

import pytest

from coalition.facts.hand_typed.finder import typed_counts
from coalition.facts.hand_typed.markup import read_html
from partners.membership_facts import PARTNERS

PLAUSIBLE = range(50, 121)


def found_in(text, language):
    found = typed_counts(text, language, PARTNERS[language], PLAUSIBLE)
    return [(count.words, text[count.start : count.end], count.value) for count in found]


@pytest.mark.parametrize(
    ("language", "text", "words", "number"),
    [
        ("en", "The Coalition has 82 members.", "82 members", "82"),
        ("en", "its 82 Coalition partners", "82 Coalition partners", "82"),
        ("en", "82 member states agreed", "82 member states", "82"),
        ("en", "an 82-nation coalition", "82-nation", "82"),
        ("en", "Eighty-two members met", "Eighty-two members", "Eighty-two"),
        ("en", "eighty two countries", "eighty two countries", "eighty two"),
        ("en", "the 82nd partner", "82nd partner", "82nd"),
        ("en", "its eighty-second member", "eighty-second member", "eighty-second"),
        ("en", "Partner no. 82", "Partner no. 82", "82"),
        ("en", "82\u00a0partners", "82\u00a0partners", "82"),
        ("fr", "La Coalition compte 82 membres.", "82 membres", "82"),
        ("fr", "quatre-vingt-deux pays", "quatre-vingt-deux pays", "quatre-vingt-deux"),
        ("fr", "ses 82 États membres", "82 États membres", "82"),
        ("fr", "le 82e partenaire", "82e partenaire", "82e"),
        ("fr", "la quatre-vingt-deuxième partenaire", None, "quatre-vingt-deuxième"),
        ("fr", "Partenaire n°\u202f82", "Partenaire n°\u202f82", "82"),
        ("fr", "nonante et un partenaires", "nonante et un partenaires", "nonante et un"),
        ("ar", "يضم التحالف 82 عضوًا", "82 عضوًا", "82"),
        ("ar", "و٨٢ شريكًا", "٨٢ شريكًا", "٨٢"),
        ("ar", "من 82 دولةً", "82 دولةً", "82"),
        ("ar", "اثنان وثمانون شريكًا", "اثنان وثمانون شريكًا", "اثنان وثمانون"),
        ("ar", "من اثنتين وثمانين دولة", "اثنتين وثمانين دولة", "اثنتين وثمانين"),
        ("ar", "واثنين وثمانين عضوا", "اثنين وثمانين عضوا", "اثنين وثمانين"),
        ("ar", "الشريك رقم 82", "الشريك رقم 82", "82"),
        ("ar", "العضو الـ82", "العضو الـ82", "82"),
        ("ar", "الشركاء الـ ٨٢", "الشركاء الـ ٨٢", "٨٢"),
        ("ar", "للعضو الثاني والثمانين", "للعضو الثاني والثمانين", "الثاني والثمانين"),
        ("ar", "الدولة الثانية والثمانون", "الدولة الثانية والثمانون", "الثانية والثمانون"),
    ],
)
def test_finds_a_typed_count(language, text, words, number):
    (found,) = found_in(text, language)

    assert found == (words or found[0], number, found[2])
    assert found[2] in {82, 91}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "five members of the Small Group"),
        ("en", "82 % of partners"),
        ("en", "82.5 partners and 1,082 members"),
        ("en", "in 1982 members met"),
        ("en", "the 82 schools and partners"),
        ("en", "82. Partners met"),
        ("en", "82 partnerships"),
        ("en", "82 \ufffc partners"),
        ("fr", "82 écoles, des partenaires"),
        ("fr", "cinq pays"),
        ("ar", "82 مدرسة"),
        ("ar", "خمسة شركاء"),
    ],
)
def test_leaves_other_numbers_alone(language, text):
    assert found_in(text, language) == []


def test_tells_counts_from_those_that_name_one():
    text = "82 partners, the 82nd partner, partner number 82"

    found = typed_counts(text, "en", PARTNERS["en"], PLAUSIBLE)

    assert [count.names_one for count in found] == [False, True, True]
    assert [count.is_ordinal for count in found] == [False, True, False]


def test_tells_an_arabic_count_from_one_that_names_a_partner():
    text = "الشركاء الـ82، والشريك الـ82"

    found = typed_counts(text, "ar", PARTNERS["ar"], PLAUSIBLE)

    assert [count.names_one for count in found] == [False, True]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>It has <b>82</b> partners.</p>", "It has 82 partners."),
        ("<p>82&nbsp;partners &amp; friends</p>", "82\u00a0partners & friends"),
        ("<p>It has 82</p><p>partners</p>", "It has 82 partners"),
        ('<p>The <embed embedtype="fact" name="partners"/> partners</p>', "The \ufffc partners"),
    ],
)
def test_reads_what_a_reader_sees(html, text):
    assert " ".join(read_html(html).text.split("\n")).strip().replace("  ", " ") == text


@pytest.mark.parametrize(
    ("html", "words", "placed"),
    [
        ("<p>It has <b>82</b> partners.</p>", "82", "82"),
        ("<p>le 82<sup>e</sup> partenaire</p>", "82e", "82<sup>e</sup>"),
        ("<p>82&nbsp;partners</p>", "82\u00a0partners", "82&nbsp;partners"),
        ("<p><b>82</b> partners</p>", "82 partners", None),
        ('<p><a href="/">82 partners</a></p>', "82", None),
        ('<p><a href="/">Partners</a>: 82 partners</p>', "82", "82"),
    ],
)
def test_places_words_in_the_html_with_whole_elements(html, words, placed):
    markup = read_html(html)
    start = markup.text.index(words)

    place = markup.place_of(start, start + len(words))

    assert (place and html[slice(*place)]) == placed
