"""Every block of a body: in the editor's chooser, and as readers find it."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import Locale

from coalition.demo.builders import (
    build_admin,
    build_document,
    build_picture,
    build_standard_page,
    build_story,
    home_page,
)
from coalition.media.models import DocumentFile, Video, VideoCaptions
from coalition.pages.blocks import StoryBody
from tests.reading import main_text, parsed, texts, words
from tests.telling_files import mp4, vtt

pytestmark = pytest.mark.django_db

BLOCKS = StoryBody().child_blocks
MAY_PLAY = {"allow-scripts", "allow-same-origin", "allow-presentation"}
WORDS_OF_PREVIEWS = {
    "text": "Classrooms have reopened",
    "heading": "What changed on the ground",
    "figure": "Who, where, when",
    "quote": "Name of the speaker, Their role",
    "key_figures": "110,000 km²",
    "gallery": "Pictures of the day",
    "video": "Who, where, when",
    "embed": "Watch it on YouTube",
    "document": "Title of the document",
    "table": "Support by sector",
    "call_to_action": "Read more",
    "accordion": "What does it cost?",
}


def read(visitor, *body):
    return visitor.get(build_story(body=list(body)).url)


def build_video(title="The factory opens"):
    video = Video(title=title, poster=build_picture())
    video.file = ContentFile(mp4(), "film.mp4")
    for code in ("en", "ar"):
        locale = Locale.objects.get(language_code=code)
        captions = VideoCaptions(
            locale=locale,
            file=ContentFile(vtt(), "captions.vtt"),
            transcript="<p>The looms turn.</p>" if locale.language_code == "en" else "",
        )
        video.captions.add(captions)
    video.save()
    return video


def figure(**words):
    return {"image": build_picture(credit="Somebody"), "alt_text": "A gate"} | words


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_shows_a_preview_to_editors(client, name):
    client.force_login(build_admin())
    address = reverse("wagtailadmin_block_preview")

    response = client.get(address, {"id": BLOCKS[name].definition_prefix})

    assert BLOCKS[name].is_previewable
    assert WORDS_OF_PREVIEWS[name] in main_text(response)
    assert parsed(response).select_one('link[rel="stylesheet"]')


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_a_name_an_icon_and_a_sentence_for_editors(name):
    block = BLOCKS[name]

    assert str(block.label) and block.meta.icon and str(block.get_description()).endswith(".")


def test_a_picture_has_its_words_and_its_credit(visitor):
    response = read(visitor, ("figure", figure(caption="The gate.")))

    assert parsed(response).select_one(".body img")["alt"] == "A gate"
    assert texts(response, "figcaption") == ["The gate. Somebody"]


def test_a_picture_may_be_only_decoration():
    value = BLOCKS["figure"].to_python({"image": build_picture().pk, "is_decorative": True})

    assert BLOCKS["figure"].clean(value)["is_decorative"]


def test_a_picture_without_words_is_refused():
    value = BLOCKS["figure"].to_python({"image": build_picture().pk})

    with pytest.raises(ValidationError) as refusal:
        BLOCKS["figure"].clean(value)

    assert "Say what the picture shows" in str(refusal.value.block_errors["alt_text"])


def test_a_gallery_is_a_list_whose_pictures_open(visitor):
    body = {"title": "On the day", "figures": [figure(), figure()]}

    page = parsed(read(visitor, ("gallery", body)))

    assert len(page.select(".gallery li a[href] img")) == 2
    heading = page.find(id=page.select_one(".gallery")["aria-labelledby"])
    assert heading.text == "On the day"


def test_no_link_of_a_gallery_is_without_a_name(visitor):
    decoration = figure(alt_text="", is_decorative=True)

    page = parsed(read(visitor, ("gallery", {"figures": [figure(), decoration]})))

    assert [image["alt"] for image in page.select(".gallery a img")] == ["A gate"]
    assert len(page.select(".gallery img")) == 2


def test_a_quotation_names_its_speaker(visitor):
    words = {"text": "One.\n\nTwo.", "speaker": "Umm Ahmed", "role": "seamstress"}

    response = read(visitor, ("quote", words))

    assert texts(response, "blockquote p") == ["One.", "Two."]
    assert texts(response, "blockquote + figcaption") == ["Umm Ahmed, seamstress"]


def test_a_figure_says_where_it_comes_from(visitor):
    number = {"value": "5", "label": "lines", "source": "UNDP", "as_of": date(2020, 5, 28)}

    response = read(visitor, ("key_figures", {"figures": [number]}))

    assert texts(response, "dl dd") == ["5"]
    assert texts(response, "dl dt") == ["lines Source: UNDP As of 28 May 2020"]


def test_a_film_waits_for_play_and_has_captions_and_a_transcript(visitor):
    response = read(visitor, ("video", {"video": build_video(), "caption": "In May."}))

    player = parsed(response).select_one("video")
    assert player["preload"] == "none" and player["poster"]
    assert player.select_one("source")["type"] == "video/mp4"
    tracks = {track["srclang"]: track["label"] for track in player.select("track")}
    assert tracks == {"en": "English", "ar": "العربيّة"}
    # A browser would fetch it with the page.
    assert player.select("track[default]") == []
    assert texts(response, "details div") == ["The looms turn."]


def test_readers_find_what_is_said_in_their_language_first(visitor):
    film = build_video()
    film.captions.filter(locale__language_code="ar").update(transcript="<p>تدور الأنوال.</p>")
    story = build_story(home_page("ar"), title="الأنوال", body=[("video", {"video": film})])

    response = visitor.get(story.url)

    assert texts(response, ".video summary") == ["النص المكتوب", "النص المكتوب: English"]
    assert texts(response, ".video details div") == ["تدور الأنوال.", "The looms turn."]


@pytest.mark.parametrize(
    ("caption", "name"),
    [("Les métiers tournent.", "Les métiers tournent."), ("", "L’usine rouvre")],
)
def test_a_film_has_its_name_in_the_language_of_the_page(visitor, caption, name):
    body = [("video", {"video": build_video("The factory opens"), "caption": caption})]
    story = build_story(home_page("fr"), title="L’usine rouvre", body=body)

    assert parsed(visitor.get(story.url)).select_one("video")["aria-label"] == name


def test_a_film_on_top_of_a_story_has_the_storys_name(visitor):
    story = build_story(title="The looms turn again", kind="video", video=build_video())

    assert parsed(visitor.get(story.url)).select_one("video")["aria-label"] == story.title


def test_a_film_outside_a_story_is_called_one():
    assert 'aria-label="Film"' in render_to_string(
        "components/video.html", {"video": build_video()}
    )


def test_a_film_elsewhere_is_a_link_and_asks_nobody_anything(visitor):
    film = {"url": "https://youtu.be/aaaaaaaaaaa", "title": "The factory"}

    page = parsed(read(visitor, ("embed", film)))

    link = page.select_one(".embed a")
    assert link["href"] == "https://www.youtube.com/watch?v=aaaaaaaaaaa"
    assert page.select("iframe") == []


def test_a_film_elsewhere_has_its_transcript_below_it(visitor):
    film = {"url": "https://youtu.be/aaaaaaaaaaa", "title": "The factory"}

    response = read(visitor, ("embed", film | {"transcript": "<p>The looms turn.</p>"}))

    assert texts(response, ".embed details summary") == ["Transcript"]
    assert texts(response, ".embed details div") == ["The looms turn."]


def test_a_film_elsewhere_without_a_poster_has_our_strokes_in_its_place(visitor):
    film = {"url": "https://youtu.be/aaaaaaaaaaa", "title": "The factory"}

    page = parsed(read(visitor, ("embed", film)))

    assert page.select_one(".embed svg.strokes")


def test_the_frame_of_a_film_may_do_no_more_than_play(visitor):
    film = {"url": "https://youtu.be/aaaaaaaaaaa", "title": "The factory"}

    waiting = read(visitor, ("embed", film)).content.decode().partition("<template>")[2]

    frame = BeautifulSoup(waiting, "html.parser").iframe
    assert set(frame["sandbox"]) == MAY_PLAY
    assert frame["referrerpolicy"] == "strict-origin"
    assert frame["src"].startswith("https://www.youtube-nocookie.com/")


def test_a_document_says_what_one_gets(visitor):
    document = build_document("Communiqué", filename="report.pdf")
    DocumentFile.objects.update(file_size=240 * 1024)
    document.refresh_from_db()

    response = read(visitor, ("document", {"document": document, "title": ""}))

    assert texts(response, ".document") == ["Communiqué PDF, 240.0\xa0KB".replace("\xa0", " ")]
    assert parsed(response).select_one(".document a")["href"] == document.url


@pytest.mark.parametrize(("title", "lang"), [("", "ar"), ("The same in Arabic", None)])
def test_a_document_says_its_language(visitor, title, lang):
    document = build_document("بيان", language="ar")

    response = read(visitor, ("document", {"document": document, "title": title}))

    link = parsed(response).select_one(".document a")
    assert texts(response, ".document__facts")[0].endswith(", Arabic")
    assert (link["hreflang"], link.get("lang")) == ("ar", lang)


def test_a_document_keeps_its_size_together_in_arabic(visitor):
    document = build_document("Rapport", language="fr")
    story = build_story(home_page("ar"), body=[("document", {"document": document, "title": ""})])

    facts = parsed(visitor.get(story.url)).select_one(".document__facts")

    assert facts.bdi.text == "PDF"
    assert words(facts) == "PDF، 380 بايت، الفرنسية"


def table(caption="By region"):
    return {
        "caption": caption,
        "columns": [{"type": "text", "heading": word} for word in ("Region", "2014", "Note")],
        "rows": [{"values": ["Africa", "1,204", "few"]}, {"values": ["Europe", "", "many"]}],
    }


def test_a_table_names_its_rows_and_columns_and_can_be_scrolled_by_keyboard(visitor):
    page = parsed(read(visitor, ("table", table())))

    region = page.select_one('[role="region"][tabindex="0"]')
    assert page.find(id=region["aria-labelledby"]).text == "By region"
    assert [cell.text for cell in page.select('th[scope="col"]')] == ["Region", "2014", "Note"]
    assert [cell.text.strip() for cell in page.select('th[scope="row"]')] == ["Africa", "Europe"]
    assert [cell.text.strip() for cell in page.select(".table__number")] == ["2014", "1,204", ""]


def test_a_table_without_caption_is_refused():
    with pytest.raises(ValidationError) as refusal:
        BLOCKS["table"].clean(BLOCKS["table"].to_python(table(caption="")))

    assert "Give the table a caption" in str(refusal.value.non_block_errors)


def test_a_call_to_action_leads_to_a_page_only_while_readers_may_see_it(visitor):
    words = {"text": "Read on.", "label": "Here"}
    public, draft = build_standard_page(title="Public"), build_standard_page(live=False)

    response = read(
        visitor,
        ("call_to_action", words | {"page": public}),
        ("call_to_action", words | {"page": draft}),
    )

    addresses = [link["href"] for link in parsed(response).select(".call-to-action a")]
    assert addresses == [public.url]


def test_an_accordion_opens_without_script(visitor):
    items = [{"title": "Who pays?", "text": "<p>All do.</p>"}]

    response = read(visitor, ("accordion", {"items": items}))

    assert texts(response, "main details summary") == ["Who pays?"]
    assert texts(response, "details div") == ["All do."]


def test_what_was_deleted_since_leaves_its_words(visitor):
    image, film = build_picture(), build_video()
    story = build_story(
        body=[
            ("figure", {"image": image, "alt_text": "A gate", "caption": "The gate."}),
            ("video", {"video": film, "caption": "The film."}),
        ]
    )
    image.delete()
    film.delete()

    response = visitor.get(story.url)

    assert "The gate." in main_text(response)
    assert "The film." in main_text(response)
