"""What a page costs."""

from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def values_are_kept(monkeypatch):
    """As for a visitor: a test's own transaction is not one in which something may yet fail."""
    monkeypatch.setattr("coalition.delivery.kept.in_transaction", lambda: False)


def parts_made_anew():
    """For whoever counts what they cost: templates keep nothing."""
    return patch("coalition.delivery.templatetags.kept.kept", lambda name, make: make())


def queries(visitor, address, status=200):
    """How many a page costs that is rendered, when what surrounds it is known already.

    Its parts that templates keep are made anew: they may grow as little as all else.
    """
    cache.clear()
    visitor.get(address)
    with parts_made_anew():
        statements = asked(visitor, address, status)
    assert len(set(statements)) == len(statements), "the same statement twice"
    return len(statements)


def queries_of_first_answer(visitor, address):
    """The same when nothing is known: so each process begins after whatever is saved."""
    visitor.get(address)
    cache.clear()
    return len(asked(visitor, address))


def asked(visitor, address, status=200):
    with CaptureQueriesContext(connection) as captured:
        response = visitor.get(address)
    assert response.status_code == status
    return [query["sql"] for query in captured]
