"""Plants the whole demo: the Coalition at the end of May 2020, in three languages."""

from collections.abc import Callable

from django.db import connection, transaction

from coalition.demo import (
    consent,
    explainer,
    front,
    newsroom,
    posts,
    register,
    staff,
    surroundings,
    topics,
)
from coalition.demo.indexing import indexed_once
from coalition.demo.library import Library


def plant(library: Library, password: str, say: Callable[[str], None]) -> None:
    """All of the demo or nothing."""
    with transaction.atomic():
        with indexed_once():
            _plant(library, password, say)
        say("indexes for search and for what uses what")
        analyse()


def analyse() -> None:
    """Tell the database what it holds now: until it looks by itself it plans for empty tables.

    PostgreSQL is asked to look at our own tables: what databases share stays locked until the
    transaction ends, and another one could not look at it.
    """
    with connection.cursor() as cursor:
        tables = map(connection.ops.quote_name, connection.introspection.table_names(cursor))
        cursor.execute(f"ANALYZE {', '.join(tables) if connection.vendor == 'postgresql' else ''}")


def _plant(library, password, say):
    surroundings.set_address()
    people = staff.hire_staff(password)
    publisher = people.publisher

    partners = register.plant_register(by=people.partner_manager)
    say(f"{len(partners)} partners in the register")

    pages = {"about": explainer.plant_about(library, by=publisher)}
    lines_of_effort = explainer.plant_lines_of_effort(pages["about"], library, by=publisher)
    pages["campaign"] = explainer.plant_campaign(library, by=publisher)
    pages |= explainer.plant_standard_pages(library, by=publisher)
    say("about, lines of effort, campaign and standard pages")
    pages["partners"] = register.plant_partner_pages(partners, lines_of_effort, by=publisher)
    say("a page for each partner, in every language")

    pages["news"] = newsroom.plant_news_indexes(by=publisher)
    stories = newsroom.plant_stories(
        newsroom.Newsroom(
            staff=people,
            library=library,
            indexes=pages["news"],
            topics=topics.plant_topics(),
            partners=partners,
            lines_of_effort=lines_of_effort,
            campaigns={"this-generation-learns": pages["campaign"]},
        )
    )
    say(f"{len(stories)} stories")

    posts.plant_posts(library, by=publisher)
    front.arrange_home_pages(stories, owner=publisher)
    surroundings.plant_surroundings(pages, by=publisher)
    consent.plant_consent(by=publisher)
    say("posts, home pages, menus, footer and consent texts")
