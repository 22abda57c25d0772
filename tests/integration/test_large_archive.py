"""A large archive needs no more memory than a small one."""

import json
import subprocess
import sys

import pytest

from tests.archives import ACCOUNT, tweet, x_script

MEGABYTE = 1024 * 1024
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
    """Sixty megabytes: the same thirty thousand posts of an account that says much."""
    words = "Neighbours first. 🤝 " * 90
    count = 0
    with (tmp_path / "tweets.js").open("w") as file:
        file.write("window.YTD.tweets.part0 = [ ")
        while file.tell() < 60 * MEGABYTE:
            file.write("," * bool(count) + json.dumps(tweet(str(count), words), ensure_ascii=False))
            count += 1
        file.write("]")
    (tmp_path / "account.js").write_text(x_script([ACCOUNT], "account"))
    return tmp_path, count


def test_an_archive_is_read_in_a_fraction_of_its_size(archive):
    folder, count = archive

    reading = subprocess.run(
        [sys.executable, "-c", READ_ALL_IN_LITTLE_MEMORY, folder, str(30 * MEGABYTE)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (reading.stdout.strip(), reading.stderr) == (str(count), "")
