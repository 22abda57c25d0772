"""Whether the bench weighs what really travels."""

import gzip

import pytest

from bench.asking import travelling
from coalition.demo.builders import build_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("connection_stays_open")]


@pytest.mark.parametrize("address", ["/en/", "/en/search/?q=nothing", "/api/partners.json"])
def test_an_answer_is_weighed_as_the_site_hands_it_out(address):
    build_story()

    assert len(gzip.decompress(travelling(address))) > len(travelling(address))
