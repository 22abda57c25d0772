"""When a page of a list of stories would show something else, it waits for a tag that says so."""

from datetime import date
from types import SimpleNamespace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from news.standing import Passing, places_in_lists

STORIES_A_PAGE = 2
# Few, so that stories share them; some lie before all that is told by years.
DAYS = [date(2012, 5, 1), date(2014, 5, 1), date(2019, 1, 9), date(2019, 2, 9), date(2020, 3, 1)]

FACTS = {
    "day": st.sampled_from(DAYS),
    "kind": st.sampled_from(["news", "statement"]),
    "topics": st.sets(st.integers(1, 2)),
    "partners": st.sets(st.integers(1, 2)),
}
archives = st.lists(st.fixed_dictionaries(FACTS), min_size=3, max_size=8)
# One thing, as an edit does; or the story goes.
edits = st.none() | st.one_of(*(st.fixed_dictionaries({name: FACTS[name]}) for name in FACTS))
# The oldest of them, of which a page tells only that there is one, is of another month.
A_REST = [
    {"day": day, "kind": "news", "topics": set(), "partners": set()}
    for day in (DAYS[2], DAYS[3], DAYS[3])
]
chosen_filters = st.fixed_dictionaries(
    {},
    optional={
        "kind": FACTS["kind"],
        "topic": st.integers(1, 2),
        "partner": st.integers(1, 2),
        "year": st.sampled_from([2012, 2014, 2019]),
    },
)


def passes(facts, filters):
    passed = {
        "kind": [facts["kind"]],
        "topic": facts["topics"],
        "partner": facts["partners"],
        "year": [facts["day"].year],
    }
    return all(value in passed[name] for name, value in filters.items())


def found(archive, filters, before):
    """The day and key of each story that a page shows, and of the next: there is one, it says."""
    passing = [(facts["day"], key) for key, facts in archive.items() if passes(facts, filters)]
    following = sorted((one for one in passing if not before or one < before), reverse=True)
    return following[: STORIES_A_PAGE + 1]


def shown(stories):
    return stories[:STORIES_A_PAGE], len(stories) > STORIES_A_PAGE


def waited_for(stories, filters, before):
    """As a listing has it."""
    passing = Passing(1, **filters)
    if not before:
        return set(passing.tags)
    is_last = len(stories) <= STORIES_A_PAGE
    return set(passing.of_part(before[0], None if is_last else stories[-1][0]))


def places(key, facts):
    keys = {"topics": facts["topics"], "partners": facts["partners"], "lines_of_effort": []}
    notes = SimpleNamespace(keys=keys)
    story = {"pk": key, "date": facts["day"], "kind": facts["kind"], "side_notes": notes}
    return places_in_lists(SimpleNamespace(**story, locale_id=1, campaign_id=None))


@settings(max_examples=300)
@given(
    stories=archives,
    edit=edits,
    which=st.integers(0, 2),
    filters=chosen_filters,
    before=st.none() | st.tuples(FACTS["day"], st.integers(0, 8)),
)
@example(stories=A_REST, edit=None, which=0, filters={}, before=(DAYS[3], 8))
def test_no_page_of_a_list_stays_old(stories, edit, which, filters, before):
    archive = dict(enumerate(stories))
    edited = {} if edit is None else {which: archive[which] | edit}
    now = {key: facts for key, facts in archive.items() if key != which} | edited

    was_found, is_found = (found(each, filters, before) for each in (archive, now))

    stood = places(which, archive[which])
    stands = places(which, edited[which]) if edited else {}
    announced = {tag for tag, _place in stood.items() ^ stands.items()}
    if shown(was_found) != shown(is_found):
        assert announced & waited_for(was_found, filters, before)
