"""A large archive needs no more memory than a small one.

A whole one of 300 MB is too much for every day: the import of 64,000 entries with 52 photographs of
up to 4,096 pixels took 288 MB at most, of which 130 are Django and Wagtail.
"""

import json
import os
import subprocess
import sys
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import call_command
from PIL import Image

from coalition.social.exchange.files import opened
from coalition.social.exchange.post import Options
from coalition.social.exchange.read import read_posts
from coalition.social.exchange.shrinking import shrunk
from tests.archives import ACCOUNT, photo, tweet, x_archive, x_script
from tests.telling_files import ORIENTATION, TURNED, png_of

MEGABYTE = 1024 * 1024
WORDS = "Neighbours first. 🤝 " * 90
# Where all that is allowed is less than the file has, nobody can have read it whole.
READ_ALL_IN_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from coalition.social.exchange.files import opened
from coalition.social.exchange.post import Options
from coalition.social.exchange.read import read_posts

used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[2]),) * 2)
path = Path(sys.argv[1])
with opened(path) as archive:
    print(sum(bool(found.post) for found in read_posts(archive, path, Options())))
"""


@pytest.fixture
def archive(tmp_path):
    """Twenty-four megabytes: the same twelve thousand posts of an account that says much."""
    count = 0
    with (tmp_path / "tweets.js").open("w") as file:
        file.write("window.YTD.tweets.part0 = [ ")
        while file.tell() < 24 * MEGABYTE:
            file.write("," * bool(count) + json.dumps(tweet(str(count), WORDS), ensure_ascii=False))
            count += 1
        file.write("]")
    (tmp_path / "account.js").write_text(x_script([ACCOUNT], "account"))
    return tmp_path, count


def test_an_archive_is_read_in_a_fraction_of_its_size(archive):
    folder, count = archive

    reading = subprocess.run(
        [sys.executable, "-c", READ_ALL_IN_LITTLE_MEMORY, folder, str(12 * MEGABYTE)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (reading.stdout.strip(), reading.stderr) == (str(count), "")


def archive_of(folder, posts, pictures):
    """In memory a post has some seven kilobytes, a picture almost a megabyte."""
    noise = BytesIO()
    Image.effect_noise((1000, 1000), 90).save(noise, "JPEG", quality=95)
    tweets = [tweet(str(number), WORDS) for number in range(posts)]
    tweets += [
        tweet(f"9{number}", "Look", entities={"media": [photo()]}) for number in range(pictures)
    ]
    media = {f"9{number}-Abc.jpg": noise.getvalue() for number in range(pictures)}
    return x_archive(folder, tweets, media=media)


def most_memory_of(archive):
    tracemalloc.start()
    try:
        with Path(os.devnull).open("w") as nobody:
            call_command("import_posts", archive, "--dry-run", stdout=nobody)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.django_db
def test_an_import_holds_few_posts_and_one_picture_at_a_time(tmp_path):
    small = archive_of(tmp_path / "small", posts=200, pictures=1)
    large = archive_of(tmp_path / "large", posts=1200, pictures=12)
    # Whatever is only made once.
    most_memory_of(small)

    assert most_memory_of(large) < most_memory_of(small) + 4 * MEGABYTE


def test_no_post_is_so_long_that_a_few_would_fill_our_memory(tmp_path):
    folder = x_archive(tmp_path, [tweet(text="a" * 50_000), tweet(text="a" * 50_001)])

    with opened(folder) as archive:
        longest, longer = read_posts(archive, folder, Options())

    assert longest.post
    assert "more than 50000 signs" in longer.problem


def photograph(*size, **options):
    jpeg = BytesIO()
    Image.new("RGB", size).save(jpeg, "JPEG", **options)
    return jpeg.getvalue()


def test_a_photograph_is_no_larger_in_memory_than_it_is_shown():
    turned = Image.Exif()
    turned[ORIENTATION] = TURNED

    told = Image.open(BytesIO(shrunk(photograph(4096, 2048, exif=turned))))

    assert (told.size, told.getexif()[ORIENTATION]) == ((1440, 720), TURNED)


@pytest.mark.parametrize(
    "picture", [photograph(1440, 900), png_of(3000, 3000), photograph(9000, 9000), b"none"]
)
def test_what_is_no_large_photograph_stays_as_it_is(picture):
    assert shrunk(picture) == picture
