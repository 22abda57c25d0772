"""A site as `wagtail start` makes it, with what the demo's front page shows."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from bench.comparison.served import Front, database_server, started
from coalition.home.models import HomePage
from coalition.pages.plain_text import plain_text
from coalition.sitewide.models import Menu
from news.models import StoryPage
from tests.browser.served_site import PROJECT, free_port

OVERLAY = PROJECT / "bench/stock_site"
UV = PROJECT / ".tools/bin/uv"
PROGRAMS = Path(sys.executable).parent
LANGUAGE = "en"
DATABASE = "stock"
PLAIN = "stock.settings.production"
KEEPING = "stock.settings.keeping"
# As `make serve` starts it.
GRANIAN = ["--interface", "wsgi", "--no-ws", "--workers", "2", "--blocking-threads", "4"]


class StockSite:
    """Made once, served as often as somebody wants with one or another of its settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        self.packages = folder / "packages"

    def environment(self, settings: str) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{self.folder}:{self.packages}",
            "DJANGO_SETTINGS_MODULE": settings,
            "STOCK_DATABASE": json.dumps(database()),
        }

    def make(self) -> None:
        self.folder.mkdir(parents=True)
        self._run(str(PROGRAMS / "wagtail"), "start", "stock", ".")
        shutil.copytree(OVERLAY, self.folder, dirs_exist_ok=True)
        content = self.folder / "content.json"
        content.write_text(json.dumps(what_the_demo_shows()))
        for command in (
            ("makemigrations", "home", "--verbosity=0"),
            ("migrate", "--verbosity=0"),
            ("collectstatic", "--noinput", "--verbosity=0"),
            ("fill", str(content)),
        ):
            self._run(sys.executable, "manage.py", *command)

    def add_wagtail_cache(self) -> bool:
        """Whether it could be had."""
        added = subprocess.run(
            [UV, "pip", "install", "--no-deps", "--target", self.packages, "wagtail-cache"],
            check=False,
        )
        return added.returncode == 0

    def _run(self, *command: str) -> None:
        environment = self.environment(PLAIN)
        subprocess.run(command, cwd=self.folder, env=environment, check=True)


@contextmanager
def stock_site(site: StockSite, settings: str) -> Iterator[Front]:
    """With the server that ours has."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [str(PROGRAMS / "granian"), *GRANIAN, "--host", "127.0.0.1", "--port", str(port)]
    with started(
        [*command, "stock.wsgi:application"],
        f"{address}/",
        site.folder / f"{settings}.log",
        cwd=site.folder,
        env=site.environment(settings),
    ) as server:
        yield Front(address, [server.pid], [database_server()], "127.0.0.1", "/")


@contextmanager
def own_database() -> Iterator[None]:
    """Beside the demo's, on the same server."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {DATABASE}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def database() -> dict[str, Any]:
    """Its connections stay open, as ours do: what is compared is not how often one is made."""
    told = connection.settings_dict
    where = {name: told[name] for name in ("HOST", "PORT", "USER", "PASSWORD")}
    return where | {"ENGINE": told["ENGINE"], "NAME": DATABASE, "CONN_MAX_AGE": 600}


def what_the_demo_shows() -> dict[str, Any]:
    home = HomePage.objects.get(locale__language_code=LANGUAGE)
    stories = StoryPage.objects.readable().in_language_of(home).filter(picture__isnull=False)
    menus = Menu.objects.filter(locale__language_code=LANGUAGE, live=True)
    return {
        "title": home.title,
        "introduction": plain_text(home.introduction),
        "stories": [as_told(story) for story in stories.select_related("picture")],
        "menus": [
            {"heading": menu.heading, "labels": [item.words for item in menu.items.all()]}
            for menu in menus
        ],
    }


def as_told(story: StoryPage) -> dict[str, str]:
    return {
        "title": story.title,
        "date": story.date.isoformat(),
        "teaser": f"<p>{plain_text(story.teaser)}</p>",
        "picture": story.picture.file.path,
    }
