"""The library's purposes and cookies, with what our editors expect of a text: its versions."""

from cookie_consent.models import Cookie, CookieGroup
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import PreviewableMixin, RevisionMixin

from coalition.delivery.direction_marks import PlainlyNamed

WORDS = _("Shown only where the consent texts of a language have no words of their own.")


class EntryForm(WagtailAdminModelForm):
    """The library's words are in no language of ours: each field turns as its text does."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["dir"] = "auto"


class Entry(PlainlyNamed, PreviewableMixin, RevisionMixin):
    """What is saved holds at once, as the library knows no drafts; what it said before is kept."""

    base_form_class = EntryForm

    class Meta:
        abstract = True

    @property
    def preview_modes(self):
        """As its words are: one for each language."""
        return settings.LANGUAGES

    def get_preview_template(self, request, mode_name):
        return "consent/preview_entry.html"

    def serve_preview(self, request, mode_name):
        with override(mode_name):
            return super().serve_preview(request, mode_name).render()


class PurposeEntry(Entry, CookieGroup):
    """A row of the library's own table of purposes, and where its versions begin."""

    panels = [
        FieldRowPanel(
            [
                FieldPanel("varname", heading=_("Name in the consent cookie")),
                FieldPanel("ordering", heading=_("Position")),
            ]
        ),
        FieldPanel("name", heading=_("Name"), help_text=WORDS),
        FieldPanel("description", heading=_("Description"), help_text=WORDS),
        FieldPanel(
            "is_required",
            heading=_("Necessary"),
            help_text=_("Nobody is asked: the site does not work without it."),
        ),
        FieldPanel(
            "is_deletable",
            heading=_("Cleared after a refusal"),
            help_text=_("Its cookies are deleted with the answer, if they can be."),
        ),
    ]

    class Meta:
        verbose_name = _("purpose")
        verbose_name_plural = _("purposes")


class CookieEntry(Entry, Cookie):
    """A row of the library's own table of cookies, and where its versions begin."""

    panels = [
        FieldPanel("cookiegroup", heading=_("Purpose")),
        FieldRowPanel(
            [
                FieldPanel("name", heading=_("Name")),
                FieldPanel("domain", heading=_("Domain")),
                FieldPanel("path", heading=_("Path")),
            ]
        ),
        FieldPanel("description", heading=_("Description"), help_text=WORDS),
    ]

    class Meta:
        verbose_name = _("cookie")
        verbose_name_plural = _("cookies")
