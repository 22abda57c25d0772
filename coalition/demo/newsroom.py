"""The stories, each in the languages it was written in and in the state it is in."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from coalition.demo.bodies import body_of, first_quote
from coalition.demo.builders import build_news_index, build_story, home_page, withdraw
from coalition.demo.content import LANGUAGES, Story, in_languages, read, read_stories, rich_text
from coalition.demo.downloads import fact_sheet
from coalition.demo.films import plant_film
from coalition.demo.library import Library
from coalition.demo.staff import Staff
from coalition.demo.translations import in_each
from news.models import StoryPage

# How far ahead a scheduled story waits, so that a demo can show one waiting.
SCHEDULED_AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Newsroom:
    """All that a story can point at; pages and topics by key, then by language."""

    staff: Staff
    library: Library
    indexes: dict
    topics: dict
    partners: dict
    lines_of_effort: dict
    campaigns: dict
    films: dict = field(default_factory=dict)

    def plant(self, story: Story) -> dict:
        """The story's pages, by language."""

        def build(language, translation_of):
            return self._plant_in(story, language, translation_of)

        return in_each(story.texts, build)

    def _plant_in(self, story, language, translation_of):
        texts = story.texts[language]
        page = build_story(
            self.indexes[language],
            kind=story.kind,
            date=story.date,
            live=story.state != "draft",
            go_live_at=timezone.now() + SCHEDULED_AHEAD if story.state == "scheduled" else None,
            translation_of=translation_of,
            by=self.staff.editor if story.state == "draft" else self.staff.publisher,
            **self._words(texts),
            **self._picture(story, texts),
            **self._relations(story, language),
            **self._kind_fields(story, language),
        )
        if story.state == "withdrawn":
            return withdraw(page, note=rich_text(texts["withdrawn_note"]), by=self.staff.publisher)
        return page

    def _words(self, texts):
        return {
            "title": texts["title"],
            "slug": texts["slug"],
            "listing_title": texts.get("listing_title", ""),
            "teaser": rich_text(texts["teaser"]),
            "place": texts.get("place", ""),
            "body": body_of(texts["body"], self.library),
            **first_quote(texts["body"]),
        }

    def _picture(self, story, texts):
        if not story.picture:
            return {}
        return {
            "picture": self.library.picture(story.picture, texts["picture_alt"]),
            "picture_alt": texts["picture_alt"],
            "picture_caption": texts.get("picture_caption", ""),
        }

    def _kind_fields(self, story, language):
        texts = story.texts[language]
        is_fact_sheet = story.kind == StoryPage.Kind.FACT_SHEET
        named = [{"name": texts["issuer"]}] if "issuer" in texts else []
        return {
            "issuers": [*({"partner": self.partners[key]} for key in story.issuers), *named],
            "press_contact": texts.get("press_contact", ""),
            "press_email": story.press_email,
            "document": fact_sheet(texts, language) if is_fact_sheet else None,
            "video": self._film(story),
        }

    def _film(self, story):
        """One film for all languages, each with captions of its own."""
        if story.film and story.film not in self.films:
            poster = self.library.picture(story.picture, story.texts["en"]["picture_alt"])
            self.films[story.film] = plant_film(story.film, poster, story.date)
        return self.films.get(story.film)

    def _relations(self, story, language):
        return {
            "topics": [self.topics[key][language] for key in story.topics],
            "partners": [self.partners[key] for key in story.partners],
            "lines_of_effort": [
                self.lines_of_effort[key][language] for key in story.lines_of_effort
            ],
            "campaign": self.campaigns[story.campaign][language] if story.campaign else None,
        }


def plant_news_indexes(by) -> dict:
    texts = in_languages(read("pages")["news"])

    def build(language, translation_of):
        words = texts[language]
        return build_news_index(
            home_page(language),
            title=words["title"],
            slug=words["slug"],
            teaser=rich_text(words["teaser"]),
            translation_of=translation_of,
            by=by,
        )

    return in_each(LANGUAGES, build)


def plant_stories(newsroom: Newsroom) -> dict:
    """Each story's pages by language, by the story's key."""
    return {story.key: newsroom.plant(story) for story in read_stories()}
