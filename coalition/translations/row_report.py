"""The translators' queue for what is no page, as a report of the back office."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from coalition.reports.report import Report
from coalition.translations.report import CODES, TranslationFilterSet
from coalition.translations.row_queue import kinds_of, originals_of


class RowTranslationFilterSet(TranslationFilterSet):
    """What is narrowed is a list of rows of several models."""

    def narrow(self, originals, languages, states):
        return [original for original in originals if original.is_in(languages, states)]


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
