"""Tells an operator's machines whether this process is alive, and whether it can work."""

from collections.abc import Callable
from logging import getLogger

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = getLogger(__name__)


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    return HttpResponse("alive\n", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Answers 503 while the database, its migrations or the cache would fail a reader.

    Which of them is for the log: anybody may ask here.
    """
    failing = [name for name, check in CHECKS.items() if not _passes(check)]
    if failing:
        logger.error("Not ready: %s", ", ".join(failing))
        return HttpResponse("not ready\n", content_type="text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")


def _database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _migrations_are_applied() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


class OnceTrue:
    """A check that is dear, and of what no process loses again."""

    def __init__(self, check: Callable[[], bool]) -> None:
        self.check = check
        self.has_passed = False

    def __call__(self) -> bool:
        self.has_passed = self.has_passed or self.check()
        return self.has_passed


def _cache_answers() -> bool:
    cache.set("readyz", "ready", 5)
    return bool(cache.get("readyz") == "ready")


CHECKS: dict[str, Callable[[], bool]] = {
    "database": _database_answers,
    "migrations": OnceTrue(_migrations_are_applied),
    "cache": _cache_answers,
}


def _passes(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, OSError):
        return False


PROBES: dict[str, Callable[[HttpRequest], HttpResponse]] = {"/healthz": alive, "/readyz": ready}


class AnswerProbes:
    """Answers before hosts, redirects and cookies are looked at: a probe knows nothing of them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return PROBES.get(request.path_info, self.get_response)(request)
