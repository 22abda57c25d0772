"""Hears of acts where they happen, which is in Django's code and in Wagtail's."""

from django.contrib.auth import get_user_model, signals
from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from wagtail.models import (
    CollectionViewRestriction,
    DraftStateMixin,
    ModelLogEntry,
    PageLogEntry,
)

from coalition.audit.record import Thing, record

# What is noted when an account is saved; never the values.
WATCHED = ("username", "email", "first_name", "last_name", "password", "is_active", "is_superuser")
VERBS = {"post_add": "added", "post_remove": "removed"}


def listen():
    user = get_user_model()
    signals.user_logged_in.connect(note_sign_in)
    signals.user_logged_out.connect(note_sign_out)
    for model in (ModelLogEntry, PageLogEntry):
        post_save.connect(note_logged_act, sender=model)
    post_save.connect(note_closed_shelf, sender=CollectionViewRestriction)
    post_delete.connect(note_opened_shelf, sender=CollectionViewRestriction)
    pre_save.connect(remember_account, sender=user)
    post_save.connect(note_account, sender=user)
    m2m_changed.connect(note_roles, sender=user.groups.through)
    m2m_changed.connect(note_rights, sender=user.user_permissions.through)
    m2m_changed.connect(note_rights, sender=Group.permissions.through)


def note_sign_in(sender, user, **kwargs):
    record("signed-in", user=user)


def note_sign_out(sender, user, **kwargs):
    if user:
        record("signed-out", user=user)


def note_logged_act(sender, instance, created, **kwargs):
    """What Wagtail logs, but for drafts: saving one changes nothing that readers see."""
    kind = instance.content_type
    model = kind and kind.model_class()
    is_draft = instance.action == "wagtail.edit" and model and issubclass(model, DraftStateMixin)
    if created and not is_draft:
        name = f"{kind.app_label}.{kind.model}" if kind else ""
        thing = Thing(name, str(instance.object_id), instance.label)
        record(instance.action, user=instance.user, about=thing)


def note_closed_shelf(sender, instance, **kwargs):
    record("shelf-closed", about=Thing.of(instance.collection), to=instance.restriction_type)


def note_opened_shelf(sender, instance, **kwargs):
    record("shelf-opened", about=Thing.of(instance.collection))


def remember_account(sender, instance, update_fields=None, **kwargs):
    """Which of the watched fields differ from what is kept."""
    saved = [name for name in WATCHED if update_fields is None or name in update_fields]
    kept = sender._default_manager.filter(pk=instance.pk).values(*saved).first() if saved else None
    instance.watched_changes = [
        name for name in saved if kept and kept[name] != vars(instance)[name]
    ]


def note_account(sender, instance, created, **kwargs):
    changed = ["created"] if created else instance.watched_changes
    if changed:
        record("account-changed", about=Thing.of(instance), changed=", ".join(changed))


def note_roles(sender, instance, action, model, pk_set, **kwargs):
    names = map(str, model._default_manager.filter(pk__in=pk_set or []))
    note_many("roles-changed", instance, action, names)


def note_rights(sender, instance, action, model, pk_set, **kwargs):
    rights = model._default_manager.filter(pk__in=pk_set or [])
    names = map(".".join, rights.values_list("content_type__app_label", "codename"))
    note_many("rights-changed", instance, action, names)


def note_many(act, instance, action, names):
    """What was added or taken away, by name; what was there already is no change."""
    if action == "post_clear":
        record(act, about=Thing.of(instance), removed="all")
    elif action in VERBS and (changed := ", ".join(sorted(names))):
        record(act, about=Thing.of(instance), **{VERBS[action]: changed})
