"""Who may do what: the table decides, and the database agrees with it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Task

from coalition.demo.builders import build_user, home_page
from coalition.staff import groups
from coalition.staff.groups import UnknownPermission, sync_roles
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER, ROLES, Role

pytestmark = pytest.mark.django_db


def everything_granted():
    """What each group may do, read from the database's three kinds of permission."""
    return {
        group.name: sorted(
            [
                *group.permissions.values_list("content_type__app_label", "codename"),
                *group.page_permissions.values_list("page__path", "permission__codename"),
                *group.collection_permissions.values_list(
                    "collection__path", "permission__codename"
                ),
            ]
        )
        for group in Group.objects.all()
    }


def permission(name):
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def test_the_groups_are_those_of_the_table():
    sync_roles()

    assert set(everything_granted()) == {role.name for role in ROLES}


def test_syncing_again_changes_nothing():
    sync_roles()
    before = everything_granted()

    sync_roles()

    assert everything_granted() == before


def test_takes_away_what_the_table_does_not_name():
    sync_roles()
    before = everything_granted()
    editors = Group.objects.get(name=EDITOR.name)
    editors.permissions.add(permission("staff.change_user"))
    GroupPagePermission.objects.create(
        group=editors, page=home_page(), permission=permission("wagtailcore.publish_page")
    )
    GroupCollectionPermission.objects.create(
        group=editors,
        collection=Collection.get_first_root_node(),
        permission=permission("wagtailimages.delete_image"),
    )

    sync_roles()

    assert everything_granted() == before


def test_gives_back_what_somebody_took():
    sync_roles()
    before = everything_granted()
    publishers = Group.objects.get(name=PUBLISHER.name)
    publishers.permissions.clear()
    publishers.page_permissions.all().delete()

    sync_roles()

    assert everything_granted() == before


def test_a_slip_in_the_table_is_named_and_changes_nothing(monkeypatch):
    sync_roles()
    before = everything_granted()
    slip = Role(name="Editors", models={"news.sotry": ("add",)})
    monkeypatch.setattr(groups, "ROLES", (slip,))

    with pytest.raises(UnknownPermission, match=r"news\.add_sotry"):
        sync_roles()

    assert everything_granted() == before


def test_the_command_names_the_roles(capsys):
    call_command("sync_roles")

    assert "Editors, Publishers, Partner managers" in capsys.readouterr().out


def test_an_editor_writes_and_cannot_publish():
    allowed = home_page().permissions_for_user(build_user(EDITOR))

    assert allowed.can_add_subpage()
    assert allowed.can_edit()
    assert not allowed.can_publish()


def test_a_publisher_publishes():
    assert home_page().permissions_for_user(build_user(PUBLISHER)).can_publish()


def test_what_an_editor_submits_waits_for_the_publishers():
    sync_roles()

    waiting = {group.name for task in Task.objects.all() for group in task.specific.groups.all()}

    assert waiting == {PUBLISHER.name}


def test_a_partner_manager_keeps_the_register_and_writes_no_page():
    manager = build_user(PARTNER_MANAGER)

    assert manager.has_perms(["partners.change_partner", "partners.publish_partner"])
    assert not home_page().permissions_for_user(manager).can_edit()
    rooms = {name.partition(".")[0] for name in manager.get_all_permissions()}
    assert rooms.isdisjoint({"consent", "media", "news", "sitewide", "social", "wagtailimages"})


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_no_role_manages_the_staff(role):
    user = build_user(role)

    assert not [name for name in user.get_all_permissions() if name.startswith(("auth.", "staff."))]


@pytest.mark.parametrize("role", [EDITOR, PARTNER_MANAGER], ids=lambda role: role.name)
def test_only_who_publishes_puts_a_page_first_in_search(role):
    """It is there at once: promotions know no drafts."""
    user = build_user(role)

    assert not [name for name in user.get_all_permissions() if "promotion" in name]
