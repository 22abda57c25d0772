"""A release takes the place of another, and back, and no visitor notices."""

import json
import os
import subprocess
from collections import Counter
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from tests.browser.served_site import PROJECT, free_port
from tests.releases import RULES, VARIABLES, release, switch
from tests.web_servers import curl, nginx


@pytest.fixture(scope="module", autouse=True)
def nobody_else_may_change_what_is_made_here():
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """nginx in front of nothing yet, and what `switch` finds around it."""
    site = tmp_path_factory.mktemp("site")
    front, first, second = (str(free_port()) for _ in range(3))
    (site / "upstream.conf").write_text(f"server 127.0.0.1:{first};\n")
    (site / "coalition.env").write_text(VARIABLES)
    around = {
        "PATH": f"{PROJECT}/tests/switching:/usr/sbin:/usr/bin:/bin",
        "SITE_FOLDER": str(site),
        "PORTS": f"{first} {second}",
        "NGINX_PID": str(site / "nginx.pid"),
        "VARIABLES": str(site / "coalition.env"),
        "UNITS": str(PROJECT / "deploy"),
    }
    with nginx(site, RULES.format(site=site, port=front)):
        yield SimpleNamespace(site=site, around=around, address=f"http://127.0.0.1:{front}/")
    for port in (first, second):
        subprocess.run(["systemctl", "stop", f"coalition@{port}"], env=around, check=True)


@contextmanager
def asked_all_the_time(machine):
    """One request after the other; what was answered, each time."""
    answers = Counter()
    command = ["curl", "--silent", "--no-buffer", "--write-out", " %{http_code}\n"]
    every = f"{machine.address}[1-100000]"
    asking = subprocess.Popen([*command, every], stdout=subprocess.PIPE, text=True)
    try:
        yield answers
    finally:
        asking.terminate()
        lines = asking.communicate()[0].splitlines()
        # The last one was cut off.
        answers.update(lines[:-1])


@pytest.fixture(scope="module")
def releases(machine):
    """Two, of which the second has been served, and then the first again."""
    one, two = release(machine.site, "one"), release(machine.site, "two")
    assert switch(machine, one).returncode == 0
    with asked_all_the_time(machine) as answers:
        for folder in (two, one):
            answer = switch(machine, folder)
            assert answer.returncode == 0, answer.stderr
    return SimpleNamespace(one=one, two=two, answers=answers)


def test_no_request_is_lost_on_the_way_there_and_back(releases):
    assert set(releases.answers) == {"one 200", "two 200"}
    assert releases.answers.total() >= 50


def test_files_of_the_release_before_stay_and_no_other_is_replaced(releases):
    static = releases.two / "var/static"

    assert {"one.css", "one.css.gz"} <= {file.name for file in static.iterdir()}
    assert json.loads((static / "staticfiles.json").read_text())["paths"] == {"two": "two.css"}


def test_files_of_older_releases_do_not(releases):
    assert not (releases.two / "var/static/left-to-one.css").exists()


def test_migrates_before_it_starts_and_forgets_pages_after_it_took_over(releases):
    acts = ["migrate", "sync_roles", "grant_rights", "purge_pages"]
    assert (releases.two / "acts").read_text().split() == acts


def test_a_release_that_is_not_ready_is_stopped_and_the_one_before_is_served(machine, releases):
    tired = release(machine.site, "tired", is_ready=False)

    answer = switch(machine, tired, tries=2)

    assert (answer.returncode, answer.stderr) == (1, "It is not ready. The one before is served.\n")
    assert curl(machine.address) == (0, 200, "one")
    assert len([*machine.site.glob("*.pid")]) == 2  # Of nginx, and of one release.


def test_where_nginx_does_not_run_the_new_one_is_stopped(machine, releases):
    answer = switch(machine, release(machine.site, "unseen"), NGINX_PID="/nowhere")

    assert answer.returncode == 1
    assert answer.stderr.endswith("nginx does not run. The one before is served.\n")
    assert len([*machine.site.glob("*.pid")]) == 2


@pytest.mark.parametrize("place", ["var/static", "manage.py"])
def test_refuses_a_release_in_which_others_could_lay_links(machine, releases, tmp_path, place):
    open_to_all = release(tmp_path, "open")
    (open_to_all / place).chmod(0o777)

    answer = switch(machine, open_to_all)

    assert answer.returncode == 1
    assert answer.stderr.startswith(f"Others may change {open_to_all / place}: ")
    assert len([*machine.site.glob("*.pid")]) == 2


@pytest.mark.parametrize("open_to_all", ["elsewhere", "elsewhere/python"])
def test_refuses_a_release_that_is_run_by_what_others_could_change(
    machine, releases, tmp_path, open_to_all
):
    program = tmp_path / "elsewhere/python"
    program.parent.mkdir()
    program.touch()
    (tmp_path / open_to_all).chmod(0o777)
    led_astray = release(tmp_path, "led-astray")
    (led_astray / ".venv/bin/python").unlink()
    (led_astray / ".venv/bin/python").symlink_to(program)

    answer = switch(machine, led_astray)

    assert answer.returncode == 1
    assert answer.stderr.startswith("Others may change ")
    assert len([*machine.site.glob("*.pid")]) == 2


@pytest.mark.parametrize("name", ["DATABASE_URL", "MEDIA_ROOT", "PAGE_STORE"])
def test_refuses_where_releases_would_not_share_what_was_uploaded(machine, tmp_path, name):
    variables = tmp_path / "coalition.env"
    variables.write_text(VARIABLES.replace(name, f"# {name}"))

    answer = switch(machine, tmp_path, VARIABLES=str(variables))

    assert answer.stderr == f"{variables} does not say {name}.\n"
