"""An editor tidies shelves, and neither hides nor shows anything by that."""

import pytest
from wagtail.models import Collection

from coalition.demo.builders import build_closed_shelf, build_picture, build_user
from coalition.staff.roles import EDITOR, PUBLISHER
from tests.integration.test_closed_shelves import carry, edit
from tests.integration.test_live_files import a_document, a_picture, kept, show

pytestmark = pytest.mark.django_db

each_way_to_move = pytest.mark.parametrize("move", [carry, edit])


@pytest.fixture
def editor(client):
    user = build_user(EDITOR)
    client.force_login(user)
    return user


@each_way_to_move
@pytest.mark.parametrize("make", [a_picture, a_document])
@pytest.mark.parametrize("is_seen", [True, False])
def test_hides_nothing_that_readers_see(client, editor, make, move, is_seen):
    file, shelf = make(editor), build_closed_shelf()
    show(file, live=is_seen)

    told = move(file, client, shelf).text

    assert (kept(file).collection == shelf) != is_seen
    assert ("closed to them" in told) == is_seen


@each_way_to_move
@pytest.mark.usefixtures("editor")
def test_shows_nothing_that_readers_did_not_see(client, move):
    shelf = build_closed_shelf()
    picture = build_picture(cut_to=(), collection=shelf)
    show(picture)

    move(picture, client, Collection.get_first_root_node())

    assert kept(picture).collection == shelf


@each_way_to_move
@pytest.mark.usefixtures("editor")
def test_tidies_what_is_open(client, move):
    picture, shelf = a_picture(), Collection.get_first_root_node().add_child(name="Gates")
    show(picture)

    move(picture, client, shelf)

    assert kept(picture).collection == shelf


@each_way_to_move
def test_a_publisher_hides_what_has_to_be_hidden(client, move):
    picture, shelf = a_picture(), build_closed_shelf()
    show(picture)
    client.force_login(build_user(PUBLISHER))

    move(picture, client, shelf)

    assert kept(picture).collection == shelf
