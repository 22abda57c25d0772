"""The demo's films, which have no sound: captions say in each language what is to be seen."""

from datetime import date

from django.core.files.base import ContentFile
from django.utils.translation import override
from wagtail.models import Locale

from coalition.demo.content import FILMS, LANGUAGES, read
from coalition.facts.registry import all_facts
from coalition.media.models import Picture, Video, VideoCaptions


def plant_film(name: str, poster: Picture, day: date) -> Video:
    """A film of the folder `films`, told by films.toml; its numbers are those of this day."""
    content = read("films")[name]
    video = Video(title=content["title"], poster=poster)
    video.file.save(f"{name}.mp4", ContentFile((FILMS / f"{name}.mp4").read_bytes()), save=False)
    video.captions = [captions(content, language, day) for language in LANGUAGES]
    video.save()
    return video


def captions(content, language: str, day: date) -> VideoCaptions:
    lines = [line.format_map(counts(language, day)) for line in content[language]]
    words = VideoCaptions(
        locale=Locale.objects.get(language_code=language),
        transcript="".join(f"<p>{line}</p>" for line in lines),
    )
    cues = web_vtt(lines, content["seconds_a_line"])
    words.file.save(f"{language}.vtt", ContentFile(cues.encode()), save=False)
    return words


def counts(language: str, day: date) -> dict[str, str]:
    """What each fact counts, in words."""
    with override(language):
        return {fact.name: fact.counted(fact.value_on(day)) for fact in all_facts()}


def web_vtt(lines: list[str], seconds: int) -> str:
    """Captions that each stand for as long as the others."""
    cues = (
        f"{time(number * seconds)} --> {time((number + 1) * seconds)}\n{line}\n"
        for number, line in enumerate(lines)
    )
    return "\n".join(["WEBVTT\n", *cues])


def time(seconds: int) -> str:
    return f"{seconds // 60:02}:{seconds % 60:02}.000"
