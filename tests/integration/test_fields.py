"""The fields in which visitors write, on every page that has one."""

import pytest

from coalition.demo.builders import build_partner_index
from tests.reading import parsed

pytestmark = pytest.mark.django_db

WRITTEN_IN = "input:not([type]), [type=text], [type=search], [type=email], textarea"
# The first has the header's field alone, the second that of a page that is not there.
ADDRESSES = ["", "nowhere/", "search/", "contact/send/", "genuine/", "cookies/", "partners/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_has_the_direction_of_what_is_written(visitor, address):
    build_partner_index()

    fields = parsed(visitor.get(f"/en/{address}")).select(WRITTEN_IN)

    for_people = [field for field in fields if not field.find_parent(attrs={"aria-hidden": "true"})]
    assert for_people
    assert [field["name"] for field in for_people if not field.get("dir")] == []
