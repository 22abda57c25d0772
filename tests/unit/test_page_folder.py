"""The folder of stored pages: what web servers find there, and what may befall a disk."""

import gzip
import os
from pathlib import Path
from shutil import rmtree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.delivery.store import files, folder_generations, folder_shelf
from coalition.delivery.store.address import Address, is_safe
from coalition.delivery.store.folder_shelf import place_in
from coalition.delivery.store.locks import alone, taken
from tests.shelves import in_a_folder


@in_a_folder
@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"status": "200 OK"}', b"\xff"])
def test_makes_anew_what_lies_there_damaged(site, damaged):
    site.get()
    (site.shelf.current / "coalition.example" / "en" / "entry.json").write_bytes(damaged)

    assert site.get()["body"] == b"first"
    assert len(site.asked) == 2


@in_a_folder
def test_what_no_disk_can_name_is_rendered(site):
    site.get()

    assert site.get(HTTP_HOST="a" * 300)["body"] == b"first"
    assert site.get("/" + f"{'😀' * 49}/" * 20)["body"] == b"first"


@in_a_folder
def test_an_emptied_folder_is_filled_again(site):
    site.get()
    rmtree(site.shelf.folder)

    assert site.get()["body"] == b"first"
    site.get()

    assert len(site.asked) == 2


@in_a_folder
def test_a_full_disk_keeps_nothing_half_written(site, monkeypatch):
    def full(*args):
        raise OSError

    monkeypatch.setattr(Path, "chmod", full)
    site.get()

    assert not list(site.shelf.folder.glob("**/new-*"))


@in_a_folder
def test_the_page_before_lies_there_until_the_next_one_does(site, monkeypatch):
    address, found = Address("coalition.example", "/en/"), []
    site.get()
    files.set_aside(place_in(site.shelf.current, address))
    write = files.write

    def looking(*args):
        write(*args)
        found.append(site.shelf.find(address) or site.shelf.find_stale(address))

    monkeypatch.setattr(files, "write", looking)
    site.body = b"second"
    site.get()

    assert [entry and entry.body("identity") for entry in found] == [b"first"] * 3 + [b"second"]


@in_a_folder
def test_a_process_that_does_not_let_go_of_the_index_costs_no_visitor_a_page(site, monkeypatch):
    monkeypatch.setattr(folder_shelf, "LITTLE_PATIENCE", 0.02)
    index = site.shelf.folder / site.shelf.moment().generation / "index.lock"

    with alone(index, 0):
        assert site.get()["body"] == b"first"
    site.get()

    assert len(site.asked) == 2


@in_a_folder
def test_old_generations_are_cleared_out(site):
    for _ in range(9):
        site.shelf.begin_generation()
        site.get()

    assert len(list(site.shelf.folder.glob("g-*"))) <= 6


@in_a_folder
def test_a_file_lies_where_a_web_server_finds_it(site):
    site.get("/ar/أخبار/")

    page = site.shelf.current / "coalition.example" / "ar" / "أخبار" / "index.html"
    assert page.read_bytes() == b"first"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == b"first"


@in_a_folder
def test_no_two_bodies_of_an_address_are_of_the_same_second(site):
    """By its second and its length alone nginx knows whether somebody has a page already."""
    site.headers["X-Page-Tags"], seconds = "ab12", []
    for _ in range(3):
        site.get()
        page = site.shelf.current / "coalition.example" / "en" / "index.html"
        seconds.append([int(each.stat().st_mtime) for each in sorted(page.parent.glob("index*"))])
        site.shelf.purge(["ab12"])

    assert [len(set(each)) for each in seconds] == [1, 1, 1]
    assert seconds[0] < seconds[1] < seconds[2]


@in_a_folder
def test_a_file_lies_beside_a_page_of_its_name(site):
    for path in ("/en/", "/en/feed.json", "/en/feed.json/"):
        site.body = path.encode()
        site.get(path)

    for path in ("/en/", "/en/feed.json", "/en/feed.json/"):
        assert site.get(path)["body"].decode() == path
    assert not (site.shelf.current / "coalition.example" / "en" / "feed.json").is_file()


@in_a_folder
def test_a_file_is_no_variant_of_the_page_above(site, monkeypatch):
    monkeypatch.setattr(folder_shelf, "MOST_VARIANTS", 1)
    site.headers["X-Page-Parameters"] = "q"
    asked = [("/en/a.json", ""), ("/en/", ""), ("/en/a.json", "q=1"), ("/en/", "q=1")]
    for path, query in asked:
        site.get(path, query)

    assert all(site.shelf.find(Address("coalition.example", *each)) for each in asked)


@given(st.text() | st.from_regex(r"[\w./~]+"))
def test_no_path_leads_out_of_the_folder(tmp_path_factory, path):
    folder = tmp_path_factory.getbasetemp()
    if is_safe(f"/{path}"):
        place = place_in(folder, Address("coalition.example", f"/{path}"))
        assert place.resolve().is_relative_to(folder.resolve())


@in_a_folder
def test_forgetting_all_leaves_what_was_made_since(site, monkeypatch):
    begin = site.shelf.generations.begin
    monkeypatch.setattr(site.shelf.generations, "begin", lambda: (begin(), site.get()))

    site.shelf.forget()

    assert site.shelf.find(Address("coalition.example", "/en/")) is not None


@in_a_folder
@pytest.mark.parametrize("forget", ["begin_generation", "forget"])
def test_a_clock_that_is_set_back_brings_nothing_back(site, monkeypatch, forget):
    site.get()
    monkeypatch.setattr(folder_generations, "time_ns", lambda: 1)

    for body in (b"second", b"third"):
        site.body = body
        site.shelf.begin_generation()
        assert site.get()["body"] == body
    getattr(site.shelf, forget)()

    stale = site.shelf.find_stale(Address("coalition.example", "/en/"))
    assert (stale and stale.body("identity")) == (None if forget == "forget" else b"third")


@in_a_folder
def test_what_is_forgotten_goes_whatever_its_generation_is_called(site):
    site.get()
    current = site.shelf.folder / site.shelf.generation()
    late = current.rename(current.with_name(f"g-{'9' * 19}-of-a-clock-ahead"))

    site.shelf.forget()

    assert not late.exists()


@in_a_folder
@pytest.mark.parametrize("name", ["index.html", "index.html.gz", "index.html.br", "entry.json"])
@pytest.mark.parametrize(
    "plant", [Path.symlink_to, lambda file, kept: os.mkfifo(file)], ids=["link", "pipe"]
)
def test_no_link_or_pipe_in_place_of_a_file_is_followed(site, new_shelf, tmp_path, name, plant):
    site.get()
    file = site.shelf.current / "coalition.example" / "en" / name
    kept = file.rename(tmp_path / "elsewhere")
    plant(file, kept)

    assert new_shelf().find(Address("coalition.example", "/en/")) is None


@in_a_folder
def test_whoever_takes_turns_empties_no_file_elsewhere(site, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("words")
    lock = tmp_path / "a.lock"
    lock.symlink_to(secret)

    with pytest.raises(OSError, match="symbolic"):
        taken(lock)

    assert secret.read_text() == "words"
