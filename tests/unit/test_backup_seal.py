"""A backup says whose it is, and nobody learns the database's password by looking on."""

import subprocess
from pathlib import Path
from shutil import copytree
from types import SimpleNamespace
from urllib.parse import quote

import pytest

from tests.backups import new_key

DEPLOY = Path(__file__).parents[2] / "deploy"
PASSWORD = r"a/b:c@d é%41\x41"  # noqa: S105 - of nobody, and hard to hand on.
# Notes how it was called, writes what it is to write, and says that a database is empty.
PROGRAM = """#!/usr/bin/env bash
echo "$0 $*" >>arguments
echo "$PGPASSWORD" >>passwords
while [ $# -gt 0 ]; do
    [ "$1" != --file ] || echo "all rows" >"$2"
    shift
done
echo 0
"""


@pytest.fixture
def machine(tmp_path):
    """With stand-ins for PostgreSQL's programs, and a picture."""
    programs, media = tmp_path / "programs", tmp_path / "media"
    for folder in (programs, media):
        folder.mkdir()
    for name in ("pg_dump", "pg_restore", "psql"):
        (programs / name).write_text(PROGRAM)
        (programs / name).chmod(0o755)
    (media / "a.jpg").write_bytes(b"a picture")
    return SimpleNamespace(folder=tmp_path, path=f"{programs}:/usr/bin:/bin")


def run(machine, program, media, key="", folder="kept", **changed):
    around = {
        "PATH": machine.path,
        "DATABASE_URL": f"postgres://coalition:{quote(PASSWORD, safe='')}@database/coalition",
        "MEDIA_ROOT": str(machine.folder / media),
        "BACKUP_KEY": str(key),
    }
    return subprocess.run(
        [DEPLOY / program, machine.folder / folder],
        cwd=machine.folder,
        env=around | changed,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def key(tmp_path):
    return new_key(tmp_path / "key.pem")


@pytest.fixture
def kept(machine, key):
    """A sealed backup."""
    answer = run(machine, "backup", "media", key)
    assert (answer.returncode, answer.stderr) == (0, "")
    return machine.folder / "kept"


def noted(machine, what):
    """Beside the backup, and in it."""
    return [line for at in machine.folder.rglob(what) for line in at.read_text().splitlines()]


def test_no_argument_tells_the_password(machine, kept, key):
    run(machine, "restore", "new", key)

    called = noted(machine, "arguments")
    # The third only looks into the file.
    programs = ["pg_dump", "psql", "pg_restore", "pg_restore"]
    assert [Path(line.split()[0]).name for line in called] == programs
    told = [line for line in called if "--list" not in line]
    assert all("postgres://coalition@database/coalition" in line for line in told)
    assert {*noted(machine, "passwords")} == {PASSWORD}


def test_a_password_ends_where_it_does_to_django(machine):
    run(machine, "backup", "media", DATABASE_URL="postgres://coalition:a@b@database/coalition")

    assert noted(machine, "passwords") == ["a@b"]
    assert "postgres://coalition@database/coalition" in noted(machine, "arguments")[0].split()


def test_a_sealed_backup_comes_back(machine, kept, key):
    answer = run(machine, "restore", "new", key)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert (machine.folder / "new" / "a.jpg").read_bytes() == b"a picture"


def put_others_in_its_place(kept):
    """As somebody would who can write where backups lie."""
    (kept / "database.dump").write_text("other rows")
    command = ["sha256sum", "database.dump", "media.tar"]
    with (kept / "SHA256SUMS").open("w") as sums:
        subprocess.run(command, cwd=kept, stdout=sums, check=True)


def take_away_the_seal(kept):
    (kept / "SHA256SUMS.seal").unlink()


def seal_it_with_another_key(kept):
    command = ["openssl", "dgst", "-sha256", "-sign", new_key(kept / "other.pem")]
    subprocess.run([*command, "-out", "SHA256SUMS.seal", "SHA256SUMS"], cwd=kept, check=True)


@pytest.mark.parametrize(
    "forge", [put_others_in_its_place, take_away_the_seal, seal_it_with_another_key]
)
def test_what_is_not_sealed_by_us_is_refused_before_anything_is_written(machine, kept, key, forge):
    forge(kept)

    answer = run(machine, "restore", "new", key)

    assert answer.returncode == 1
    assert f"This backup does not have the seal of {key}.\n" in answer.stderr
    assert not (machine.folder / "new").exists()


def test_an_older_one_of_ours_does_not_come_back_in_its_place(machine, kept, key):
    run(machine, "backup", "media", key, folder="older")
    copytree(machine.folder / "older", kept, dirs_exist_ok=True)

    answer = run(machine, "restore", "new", key)

    assert answer.returncode == 1
    assert answer.stderr.startswith("This backup was not made as kept: ")
    assert not (machine.folder / "new").exists()


def test_both_say_where_there_is_no_seal(machine):
    said = [run(machine, "backup", "media").stderr, run(machine, "restore", "new").stderr]

    assert said == [
        "This backup has no seal: BACKUP_KEY names no key.\n",
        "Nobody knows whose backup this is: BACKUP_KEY names no key.\n",
    ]
