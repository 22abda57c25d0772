"""Those who work here."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from coalition.staff.groups import sync_roles

PASSWORD = "a long password for tests"  # noqa: S105 - tests sign in with it; `seed` makes its own.


def build_user(role, *, username="somebody", password=PASSWORD, **fields):
    """Somebody in a role of the roles table."""
    if not Group.objects.filter(name=role.name).exists():
        sync_roles()
    user = get_user_model().objects.create_user(username, password=password, **fields)
    user.groups.add(Group.objects.get(name=role.name))
    return user


def build_admin(*, username="admin", password=PASSWORD, **fields):
    """Somebody who may do everything."""
    return get_user_model().objects.create_superuser(username, password=password, **fields)
