"""Who may take a file from readers, or put another in its place: nothing brings the first back."""

from django.apps import apps
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from coalition.media.shelves import read_closed_shelves
from coalition.media.shown import is_shown

# Which of Wagtail's own models their permissions are those of.
GRANTED_ON = {"media.Picture": "wagtailimages.Image", "media.DocumentFile": "wagtaildocs.Document"}


def guard_the_library():
    for name, granted_on in GRANTED_ON.items():
        model = apps.get_model(name)
        policy = LibraryPolicy(model, granted_on, "uploaded_by_user")
        # Wagtail registers its own after us, for whatever inherits: that of the very class wins.
        register_permission_policy(model, policy, exact_class=True)


class LibraryPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail lets whoever may change a file delete it; here that is a right of its own.

    One's own upload one may delete while no reader sees it. Lists leave it at what may be changed:
    of each file in them it is asked again.
    """

    def user_has_permission(self, user, action):
        if action == "delete":
            return self._check_perm(user, ["add", "delete"])
        return super().user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        others = {*actions} - {"delete"}
        return super().user_has_any_permission_for_instance(user, others, instance) or (
            "delete" in actions and self._may_delete(user, instance)
        )

    def _may_delete(self, user, instance):
        if self._check_perm(user, ["delete"], instance.collection):
            return True
        is_own = getattr(instance, self.owner_field_name) == user
        may_add = is_own and self._check_perm(user, ["add"], instance.collection)
        return may_add and not is_shown(instance)


def may_alter(user, thing):
    """What readers see is altered by those who may delete it. Programs are no user."""
    policy = policy_registry.get(thing)
    return (
        user is None
        or policy.user_has_permission_for_instance(user, "delete", thing)
        or not is_shown(thing)
    )


def may_move(user, thing, shelf):
    """From an open shelf to a closed one it is gone for readers, and the other way it is there."""
    closed = read_closed_shelves()
    stays = (thing.collection_id in closed) == (shelf.pk in closed)
    return stays or may_alter(user, thing)
