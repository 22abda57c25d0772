"""Tells what is left of saves that were acknowledged before the database crashed under them."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Semaphore
from time import monotonic

from django.conf import settings
from django.core.management import call_command
from django.db import Error, OperationalError, connection

from tests.killed_workers import Newsroom
from tests.own_cluster import Cluster

WRITERS = 4
# Seconds, far more than a save or a recovery takes: whoever waits longer has found a fault.
PATIENCE = 60


class Writer:
    """Saves a page again and again without a pause; its title counts."""

    def __init__(self, name):
        self.newsroom = Newsroom(name)
        self.number = 0

    def save_until_it_fails(self, saved):
        """How many saves were acknowledged."""
        for acknowledged in count():
            try:
                self.newsroom.save(self.number + acknowledged + 1)
            except Error:
                return acknowledged
            finally:
                connection.close()
            saved.release()

    def look(self, acknowledged):
        """What is there; the next save goes on from it."""
        before, (self.number, wrong) = self.number, self.newsroom.state()
        return {"acknowledged": acknowledged, "found": self.number - before, "wrong": wrong}


def main(address, folder_of_pages, crashes, saves):
    """All writers together have at least so many saves acknowledged before each crash."""
    cluster = Cluster(address)
    connection.settings_dict.update(cluster.settings)
    settings.PAGE_STORE = folder_of_pages
    cluster.crash()
    start(cluster)
    call_command("migrate", verbosity=0)
    writers = [Writer(f"writer-{number}") for number in range(WRITERS)]
    return [found for _ in range(int(crashes)) for found in crash(cluster, writers, int(saves))]


def crash(cluster, writers, saves):
    saved = Semaphore(0)
    with ThreadPoolExecutor(WRITERS) as threads:
        ends = [threads.submit(writer.save_until_it_fails, saved) for writer in writers]
        for _ in range(saves):
            saved.acquire(timeout=PATIENCE)
        # What else they may have failed of is told by their results.
        cluster.crash()
    start(cluster)
    return [writer.look(end.result()) for writer, end in zip(writers, ends, strict=True)]


def start(cluster):
    """Until the pool of this process has found it again."""
    cluster.start()
    give_up_at = monotonic() + PATIENCE
    while True:
        connection.close()
        try:
            connection.ensure_connection()
        except OperationalError:
            if monotonic() > give_up_at:
                raise
        else:
            return
