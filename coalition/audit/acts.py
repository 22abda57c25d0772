"""What the log knows by name: our own acts, and those that Wagtail logs."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry

OWN_ACTS = {
    "signed-in": _("Signed in"),
    "signed-out": _("Signed out"),
    "sign-in-failed": _("Sign-in failed"),
    "more-sign-ins-failed": _("More sign-ins failed within the hour"),
    "refused": _("Refused"),
    "exported": _("Exported"),
    "upload-refused": _("Upload refused"),
    "taken-down": _("Taken down"),
    "let-in-again": _("Let in again"),
    "changed-together": _("Changed together with others"),
    "shelf-closed": _("Collection closed"),
    "shelf-opened": _("Collection opened"),
    "page-purged": _("A page made anew"),
    "pages-purged": _("All pages made anew"),
    "account-changed": _("Account changed"),
    "roles-changed": _("Roles changed"),
    "rights-changed": _("Rights of a role changed"),
    "second-factor-added": _("Second factor added"),
    "second-factor-removed": _("Second factor removed"),
    "second-factor-renewed": _("Second factor renewed"),
    "second-factor-failed": _("Second factor failed"),
    "letter-withheld": _("Letter withheld: the address has changed"),
}


def all_acts():
    """Every act and its name, as a filter offers them."""
    return [*OWN_ACTS.items(), *registry.get_choices()]


def label_of(act):
    return dict(all_acts()).get(act, act)
