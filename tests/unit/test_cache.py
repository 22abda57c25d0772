"""With a cache that is gone or silent every answer comes, and hardly later."""

import socket
from contextlib import contextmanager, suppress
from threading import Thread

import pytest

from coalition.delivery import breaker
from coalition.delivery.cache import SparingCache

# Of a machine that is busy with other tests.
PATIENT = {"socket_connect_timeout": 60, "socket_timeout": 60}


def cache_at(port, **options):
    return SparingCache(f"redis://127.0.0.1:{port}/0", {"OPTIONS": options})


@contextmanager
def listening(answer):
    """A server that does with each connection what `answer` does."""
    server, lines = socket.create_server(("127.0.0.1", 0)), []
    host = Thread(target=serve, args=(server, answer, lines))
    host.start()
    try:
        yield server.getsockname()[1]
    finally:
        hang_up(server)
        host.join()
        for line in lines:
            hang_up(line)


def serve(server, answer, lines):
    with suppress(OSError):
        while True:
            line, _ = server.accept()
            lines.append(line)
            Thread(target=answer, args=(line,), daemon=True).start()


def say_nothing(line):
    pass


def hang_up(line):
    """Whoever waits for it notices."""
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
    line.close()


def talk_nonsense(line):
    line.recv(1024)
    line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def keep_one_thing(line):
    """As much of Redis as it takes."""
    kept = None
    with line.makefile("rb") as words:
        while count := words.readline():
            command = [
                words.read(int(words.readline()[1:]) + 2)[:-2] for _ in range(int(count[1:]))
            ]
            if command[0] == b"SET":
                kept = command[2]
            found = command[0] == b"GET" and kept is not None
            line.sendall(b"$%d\r\n%s\r\n" % (len(kept), kept) if found else b"+OK\r\n")


def ask_everything(cache):
    return [
        cache.get("a"),
        cache.get("a", "none"),
        cache.get_many(["a", "b"]),
        cache.add("a", 1),
        cache.set("a", 1),
        cache.set_many({"a": 1}),
        cache.get_or_set("a", lambda: "made"),
        cache.has_key("a"),
        cache.touch("a"),
        cache.delete("a"),
        cache.delete_many(["a"]),
        cache.clear(),
    ]


AS_IF_EMPTY = [None, "none", {}, True, None, [], "made", False, False, False, None, False]


@pytest.mark.parametrize("answer", [say_nothing, hang_up, talk_nonsense])
def test_a_cache_in_trouble_is_an_empty_one_and_is_waited_for_once(answer):
    asked = []

    def note_and_answer(line):
        asked.append(line)
        answer(line)

    with listening(note_and_answer) as port:
        answers = ask_everything(cache_at(port))

    assert answers == AS_IF_EMPTY
    # A busy machine may not even have heard it.
    assert len(asked) <= 1


def test_nobody_waits_for_a_tenth_of_a_second():
    assert breaker.SECONDS_OF_PATIENCE < 0.1


def test_a_cache_that_is_gone_is_an_empty_one():
    with listening(say_nothing) as port:
        pass

    assert ask_everything(cache_at(port)) == AS_IF_EMPTY


def test_a_cache_that_is_well_keeps_things():
    with listening(keep_one_thing) as port:
        cache = cache_at(port, **PATIENT)
        cache.set("a", {"some": "thing"})

        assert cache.get("a") == {"some": "thing"}


def test_counting_says_that_nothing_was_kept():
    with listening(hang_up) as port, pytest.raises(ValueError, match="not kept"):
        cache_at(port).incr("a")


def test_it_is_left_in_peace_and_asked_again_later(monkeypatch):
    asked = []

    def note_and_hang_up(line):
        asked.append(line)
        hang_up(line)

    with listening(note_and_hang_up) as port:
        cache = cache_at(port, **PATIENT)
        cache.get("a")
        cache.get("a")
        times_at_once = len(asked)
        monkeypatch.setattr(breaker, "monotonic", lambda: 1e12)
        cache.get("a")

    assert times_at_once == 1
    assert len(asked) == 2
