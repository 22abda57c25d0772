"""The translators' queue, as a report of the back office."""

import django_filters
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page

from coalition.reports.report import Report
from coalition.translations.queue import WAITING, in_every_language, originals, waiting

CODES = [code for code, _name in settings.LANGUAGES]
STATES = [(state.value, state.label) for state in WAITING]


class TranslationFilterSet(WagtailFilterSet):
    """Language and state narrow together: what is behind in Arabic, not behind or Arabic."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)
    state = django_filters.ChoiceFilter(label=_("Status"), choices=STATES)

    class Meta:
        model = Page
        fields = []

    def filter_queryset(self, queryset):
        language = self.form.cleaned_data.get("language")
        state = self.form.cleaned_data.get("state")
        languages, states = [language] if language else CODES, [state] if state else WAITING
        return self.narrow(queryset, languages, states)

    def narrow(self, pages, languages, states):
        return waiting(pages, languages, states)


class LanguageColumn(Column):
    """What there is of a page in one language, and where it is made or mended."""

    cell_template_name = "translations/cell.html"

    def get_value(self, page):
        return page.in_languages[self.name]


class TranslationReport(Report):
    """Only what its reader may edit; refused to those who may edit no page at all."""

    model = Page
    slug = "translations"
    menu_order = 1200
    page_title = _("Translations")
    header_icon = "globe"
    index_url_name = "translations"
    index_results_url_name = "translations_results"
    filterset_class = TranslationFilterSet
    default_ordering = "-latest_revision_created_at"
    columns = [
        TitleColumn(
            "title",
            label=_("Title"),
            accessor="get_admin_display_title",
            url_name="wagtailadmin_pages:edit",
        ),
        *(LanguageColumn(code, label=name) for code, name in settings.LANGUAGES),
    ]

    def get_queryset(self):
        policy, rights = self.permission_policy, self.any_permission_required
        editable = policy.instances_user_has_any_permission_for(self.request.user, rights)
        self.queryset = originals(editable)
        return super().get_queryset()

    def decorate_paginated_queryset(self, object_list):
        found = in_every_language(object_list, CODES)
        for page in object_list:
            page.in_languages = {there.code: there for there in found[page.translation_key]}
        return object_list
