"""The register in the admin: its list, what narrows and sorts it, and where it stands."""

import django_filters
from django.forms import RadioSelect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, HistoryView, IndexView, SnippetViewSet

from partners.admin_usage import PartnerUsageView
from partners.exchange.columns import COLUMNS
from partners.exchange.download import download
from partners.models import Partner
from partners.vocabulary import Status


class FlagColumn(Column):
    cell_template_name = "partners/admin/flag_cell.html"


class PartnerFilterSet(WagtailFilterSet):
    status = django_filters.ChoiceFilter(
        label=_("Membership"), choices=Status.choices, empty_label=_("All"), widget=RadioSelect
    )

    class Meta:
        model = Partner
        fields = ["status", "kind", "region", "live"]


class PartnerIndexView(IndexView):
    """Sorts and searches by name, which is in no column of the database."""

    @cached_property
    def columns(self):
        checkbox, name, *others = super().columns
        name.label = _("Name")
        name.sort_key = "name"
        return [checkbox, FlagColumn("flag", label=_("Flag")), name, *others]

    @cached_property
    def header_more_buttons(self):
        may_import = all(map(self.user_has_permission, ("add", "change")))
        address = reverse("import_partners")
        button = Button(_("Import"), url=address, icon_name="upload", priority=70)
        return [*super().header_more_buttons, *([button] if may_import else [])]

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """The partners that are listed, in the file that the import reads."""
        return download(queryset.prefetch_related("status_changes"), spreadsheet_format)

    def order_queryset(self, queryset):
        if self.ordering == "name":
            return queryset.by_name()
        if self.ordering == "-name":
            return queryset.by_name().reverse()
        return super().order_queryset(queryset)

    def search_queryset(self, queryset):
        return queryset.called(self.search_query) if self.is_searching else queryset


class PartnerEditView(EditView):
    """Under its name in the editor's language; Wagtail's is that in which it was last saved."""

    def get_page_subtitle(self):
        return str(self.object)


class PartnerHistoryView(HistoryView):
    """Says why, beside who did what."""

    @cached_property
    def columns(self):
        what, *who_and_when = super().columns
        return [what, Column("why", label=_("Why"), accessor=change_note_of), *who_and_when]


def change_note_of(entry):
    return entry.revision.content.get("change_note", "") if entry.revision else ""


class PartnerViewSet(SnippetViewSet):
    model = Partner
    icon = "globe"
    add_to_admin_menu = True
    menu_order = 250
    menu_label = _("Partners")
    index_view_class = PartnerIndexView
    edit_view_class = PartnerEditView
    history_view_class = PartnerHistoryView
    usage_view_class = PartnerUsageView
    inspect_view_enabled = True
    list_per_page = 100
    ordering = "name"
    list_display = [
        "name",
        "kind",
        "region",
        Column("status_label", label=_("Membership"), sort_key="status"),
        Column("joined", label=_("Joined"), sort_key="joined_latest"),
        "ordinal",
        LiveStatusTagColumn(label=_("On the site")),
    ]
    list_export = COLUMNS
    filterset_class = PartnerFilterSet

    def get_queryset(self, request):
        return self.model.objects.for_admin_list()
