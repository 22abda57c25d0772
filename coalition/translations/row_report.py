"""The translators' queue for what is no page, as a report of the back office."""

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Locale

from coalition.reports.report import Report
from coalition.translations.queue import WAITING
from coalition.translations.report import CODES, STATES
from coalition.translations.row_queue import kinds_of, originals_of


class RowTranslationFilterSet(WagtailFilterSet):
    """Language and state narrow together, as they do for pages."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)
    state = django_filters.ChoiceFilter(label=_("Status"), choices=STATES)

    class Meta:
        # Of no use here: what is narrowed are rows of several models.
        model = Locale
        fields = []

    def filter_queryset(self, queryset):
        language = self.form.cleaned_data.get("language")
        state = self.form.cleaned_data.get("state")
        languages = [language] if language else CODES
        return [row for row in queryset if row.is_in([state] if state else WAITING, languages)]


class RowLanguageColumn(Column):
    """What there is of a row in one language, and where it is made or mended."""

    cell_template_name = "translations/row_cell.html"

    def get_value(self, original):
        return original.languages[self.name]


class RowTranslationReport(Report):
    """Every kind that its reader may change; refused to those who may change none."""

    slug = "translated-texts"
    menu_order = 1210
    page_title = _("Translations besides pages")
    header_icon = "globe"
    index_url_name = "row_translations"
    index_results_url_name = "row_translations_results"
    filterset_class = RowTranslationFilterSet
    permission_policy = None
    columns = [
        TitleColumn("row", label=_("Title"), get_url=lambda original: original.address),
        Column("kind", label=_("Kind"), accessor=lambda original: capfirst(original.kind)),
        *(RowLanguageColumn(code, label=name) for code, name in settings.LANGUAGES),
    ]

    @classmethod
    def is_offered_to(cls, user):
        return bool(kinds_of(user))

    def dispatch(self, request, *args, **kwargs):
        self.kinds = kinds_of(request.user)
        if not self.kinds:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return [original for kind in self.kinds for original in originals_of(kind, CODES)]
