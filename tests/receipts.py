"""Receipts of answers about cookies, and somebody who owns the database."""

import pytest
from django.db import connection
from django.db.models import QuerySet

from coalition.audit.written_once import unguard
from coalition.consent.models import Receipt, ShownText
from coalition.consent.receipts import Answer, write_receipt


def answer(accepted=True):
    return write_receipt(Answer({"embeds": accepted}, language="en", surface="bar"))


@pytest.fixture
def unguarded():
    """Somebody owns the database, and has taken its guards away."""
    for model in (Receipt, ShownText):
        unguard(model._meta.db_table, None, connection.schema_editor())


def alter(receipt, **fields):
    QuerySet(Receipt).filter(pk=receipt.pk).update(**fields)
