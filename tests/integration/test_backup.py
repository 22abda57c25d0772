"""What was kept comes back as it was, into nothing else, and not if it is damaged."""

import subprocess
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg.sql import SQL, Identifier

from coalition.staff.sessions.models import StaffSession
from tests.backups import new_key

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="Is copied as a file."),
    pytest.mark.django_db,
]

DEPLOY = Path(settings.BASE_DIR, "deploy")
EMPTY = "empty_for_a_backup"
SESSIONS = StaffSession._meta.db_table
CONTENT = SQL("SELECT count(*), md5(string_agg(r::text, '' ORDER BY r::text)) FROM {} r")


def address_of(database):
    return f"postgresql:///{database}?{'&'.join(f'{k}={v}' for k, v in server().items())}"


def server():
    told = connection.settings_dict
    named = {"host": told["HOST"], "port": told["PORT"], "user": told["USER"]}
    return {name: value for name, value in named.items() if value}


@pytest.fixture(scope="module")
def database(django_db_setup):
    """The one of these tests, with all that migrations have planted in it."""
    return connection.settings_dict["NAME"]


@pytest.fixture
def empty():
    with psycopg.connect(address_of("postgres"), autocommit=True) as maintenance:
        maintenance.execute(f"CREATE DATABASE {EMPTY}")
        yield EMPTY
        maintenance.execute(f"DROP DATABASE {EMPTY} WITH (FORCE)")


def run(program, folder, database, media):
    find = subprocess.run([Path("tests/find_initdb")], check=True, capture_output=True, text=True)
    path = f"{Path(find.stdout.strip()).parent}:/usr/bin:/bin"
    surroundings = {
        "PATH": path,
        "DATABASE_URL": address_of(database),
        "MEDIA_ROOT": str(media),
        "BACKUP_KEY": str(folder.with_name("key.pem")),
    }
    return subprocess.run(
        [DEPLOY / program, folder], env=surroundings, capture_output=True, text=True, check=False
    )


@pytest.fixture
def signed_in(database):
    """The same, with a session in it."""
    with psycopg.connect(address_of(database), autocommit=True) as asked:
        table = Identifier(SESSIONS)
        row = "(session_key, session_data, expire_date, browser) VALUES ('key', '', now(), '')"
        asked.execute(SQL("INSERT INTO {} " + row).format(table))
        yield database
        asked.execute(SQL("DELETE FROM {}").format(table))


@pytest.fixture
def kept(tmp_path, database):
    media = tmp_path / "media" / "images"
    media.mkdir(parents=True)
    (media / "a.jpg").write_bytes(b"a picture")
    new_key(tmp_path / "key.pem")
    answer = run("backup", tmp_path / "kept", database, media.parent)
    assert answer.returncode == 0, answer.stderr
    return tmp_path / "kept"


def sums(database):
    """Of each table: how many rows there are, and what is in them."""
    found = {}
    with psycopg.connect(address_of(database)) as asked:
        names = asked.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (name,) in names.fetchall():
            found[name] = asked.execute(CONTENT.format(Identifier(name))).fetchone()
    return found


def test_everything_comes_back_as_it_was(kept, database, empty, tmp_path):
    answer = run("restore", kept, empty, tmp_path / "new")

    assert answer.returncode == 0, answer.stderr
    assert sums(empty) == sums(database)
    assert (tmp_path / "new" / "images" / "a.jpg").read_bytes() == b"a picture"


def test_needs_no_role_that_saw_only_some_rows(database, empty, tmp_path, request):
    with psycopg.connect(address_of(database), autocommit=True) as owner:
        owner.execute("CREATE ROLE of_before")
        owner.execute("ALTER TABLE social_socialpost ENABLE ROW LEVEL SECURITY")
        owner.execute("CREATE POLICY live_rows ON social_socialpost TO of_before USING (live)")
        kept = request.getfixturevalue("kept")
        owner.execute("DROP POLICY live_rows ON social_socialpost")
        owner.execute("ALTER TABLE social_socialpost DISABLE ROW LEVEL SECURITY")
        owner.execute("DROP ROLE of_before")

    answer = run("restore", kept, empty, tmp_path / "new")

    assert answer.returncode == 0, answer.stderr
    assert sums(empty) == sums(database)


def test_nobody_is_signed_in_by_it(signed_in, kept, empty, tmp_path):
    run("restore", kept, empty, tmp_path / "new")

    assert sums(signed_in)[SESSIONS][0] == 1
    assert sums(empty)[SESSIONS][0] == 0


@pytest.mark.parametrize("file", ["database.dump", "media.tar"])
def test_a_damaged_backup_is_refused_before_anything_is_written(kept, empty, tmp_path, file):
    damaged = bytearray((kept / file).read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (kept / file).write_bytes(damaged)

    answer = run("restore", kept, empty, tmp_path / "new")

    assert answer.returncode != 0
    assert (sums(empty), (tmp_path / "new").exists()) == ({}, False)


def test_nothing_is_written_over(kept, database, tmp_path):
    before = sums(database)

    answer = run("restore", kept, database, tmp_path / "new")

    assert (answer.returncode, answer.stderr.strip()) == (1, "This database is not empty.")
    assert sums(database) == before
