"""Fills the site with what a JSON file holds."""

import json
from pathlib import Path

from django.core.files.images import ImageFile
from django.core.management.base import BaseCommand
from home.models import HomePage, SectionPage, StoryPage
from wagtail.images.models import Image


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        content = json.loads(file.read_text())
        home = HomePage.objects.get()
        home.title = content["title"]
        home.introduction = content["introduction"]
        home.save_revision().publish()
        for menu in content["menus"]:
            section = add(home, SectionPage(title=menu["heading"], show_in_menus=True))
            for label in menu["labels"]:
                add(section, SectionPage(title=label, show_in_menus=True))
        news = add(home, SectionPage(title="All stories"))
        for story in content["stories"]:
            picture = keep_picture(story.pop("picture"), story["title"])
            add(news, StoryPage(**story, picture=picture))


def keep_picture(path, title):
    with Path(path).open("rb") as file:
        return Image.objects.create(title=title, file=ImageFile(file, Path(path).name))


def add(parent, page):
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
