"""What the back office is asked by key, it is asked by numbers."""

import pytest

from coalition.demo.builders import build_admin

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/admin/api/main/pages/find/",
    "/admin/api/main/images/find/",
    "/admin/choose-page/chosen-multiple/",
    "/admin/images/chooser/chosen-multiple/",
    "/admin/bulk/media/picture/delete/",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("key", ["*", "x", "1 OR 1", "9" * 30, "\u0663"])
def test_a_key_that_is_no_number_is_refused(client, address, key):
    client.force_login(build_admin())

    assert client.get(address, {"id": key}).status_code == 400
