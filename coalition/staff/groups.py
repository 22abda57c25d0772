"""Makes the groups of the database agree with the roles table."""

from collections.abc import Mapping

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from coalition.staff.roles import ROLES, Role


class UnknownPermission(Exception):
    """The roles table names a permission that no installed room has."""


@transaction.atomic
def sync_roles() -> list[str]:
    """Give every role's group exactly what the table says; returns the groups' names."""
    names = [_sync(role) for role in ROLES]
    _sync_approval()
    return names


def _sync(role: Role) -> str:
    group, _ = Group.objects.get_or_create(name=role.name)
    group.permissions.set([_permission("wagtailadmin.admin", "access"), *_model_permissions(role)])
    _sync_pages(group, role)
    _sync_library(group, role)
    return role.name


def _model_permissions(role: Role) -> list[Permission]:
    return [
        _permission(model, action) for model, actions in role.models.items() for action in actions
    ]


def _permission(model: str, action: str) -> Permission:
    app_label, model_name = model.split(".")
    codename = f"{action}_{model_name}"
    try:
        return Permission.objects.get(content_type__app_label=app_label, codename=codename)
    except Permission.DoesNotExist:
        raise UnknownPermission(f"There is no permission {app_label}.{codename}") from None


def _sync_pages(group: Group, role: Role) -> None:
    GroupPagePermission.objects.filter(group=group).delete()
    root = Page.get_first_root_node()
    for action in role.pages:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{action}_page"
        )
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)


def _sync_library(group: Group, role: Role) -> None:
    GroupCollectionPermission.objects.filter(group=group).delete()
    _grant(group, Collection.get_first_root_node(), role.library)
    for name, shelf in role.shelves.items():
        _grant(group, _collection(name), shelf)


def _grant(group: Group, collection: Collection, library: Mapping[str, tuple[str, ...]]) -> None:
    for model, actions in library.items():
        for action in actions:
            GroupCollectionPermission.objects.create(
                group=group, collection=collection, permission=_permission(model, action)
            )


def _collection(name: str) -> Collection:
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=name).first() or root.add_child(name=name)


def _sync_approval() -> None:
    """What editors submit waits for the approvers, whichever workflow it goes through."""
    approvers = Group.objects.filter(name__in=[role.name for role in ROLES if role.is_approver])
    for task in GroupApprovalTask.objects.all():
        task.groups.set(approvers)
