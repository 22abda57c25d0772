"""Single items: previewed, put into a release, taken out of it."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from django.views.generic.edit import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import DraftStateMixin, PreviewableMixin, TranslatableMixin
from wagtail.permissions import policy_registry

from coalition.pages.foresight import foreseeing
from coalition.releases.contents import add, remove, waiting_with
from coalition.releases.fields import fields_of
from coalition.releases.forms import ChooseReleaseForm
from coalition.releases.models import ReleaseItem
from coalition.releases.refusal import Refused
from coalition.releases.views import address_of, tell_refusal, visible_release, way_from
from coalition.staff.screens import OwnScreen


def item_and_release(request, key):
    item = get_object_or_404(ReleaseItem.objects.with_rows(), pk=key)
    return item, visible_release(request, item.release_id)


class PreviewView(WagtailAdminTemplateMixin, View):
    """An item as readers will see it once all is public; its fields, if it has no page."""

    template_name = "releases/fields.html"

    def get(self, request, pk):
        self.item, self.release = item_and_release(request, pk)
        if not self.item.is_there:
            raise Http404
        draft = self.item.revision.as_object()
        if not isinstance(draft, PreviewableMixin):
            return self.render_to_response(self.get_context_data(fields=fields_of(draft)))
        with foreseeing(self.release.rows if self.release.is_waiting else []):
            return draft.make_preview_request(request, draft.default_preview_mode)

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), *way_from(self.release, self.item.title)]


class RemoveView(View):
    """Takes one item out of an open release; its draft stays."""

    http_method_names = ["post"]

    def post(self, request, pk):
        item, release = item_and_release(request, pk)
        if not release.may_be_prepared_by(request.user):
            raise PermissionDenied
        try:
            remove(item, request.user)
        except Refused as refusal:
            tell_refusal(request, refusal)
        return redirect(address_of(release))


class AddView(OwnScreen, FormView):
    """Puts the latest draft of anything that has drafts into a release."""

    template_name = "releases/add.html"
    form_class = ChooseReleaseForm
    page_title = _("Add to a release")

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        try:
            model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
        except LookupError:
            raise Http404 from None
        if not issubclass(model, DraftStateMixin):
            raise Http404
        self.row = get_object_or_404(model, pk=kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        policy = policy_registry.get(self.row)
        may_edit = policy.user_has_permission_for_instance(request.user, "change", self.row)
        if not (may_edit and request.user.has_perm("releases.add_release")):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return str(self.row)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        return {**kwargs, "user": self.request.user, "has_translations": bool(self.translations)}

    def form_valid(self, form):
        try:
            with transaction.atomic():
                release = form.chosen_release()
                for row in self._chosen_rows(form):
                    add(release, row, self.request.user)
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
            return self.form_invalid(form)
        return redirect(address_of(release))

    @cached_property
    def translations(self):
        """Its drafts in other languages that this person may edit and no release has yet."""
        if not isinstance(self.row, TranslatableMixin):
            return []
        policy = policy_registry.get(self.row)
        drafts = self.row.get_translations().filter(Q(live=False) | Q(has_unpublished_changes=True))
        return [
            row
            for row in drafts
            if policy.user_has_permission_for_instance(self.request.user, "change", row)
            and not waiting_with(row)
        ]

    def _chosen_rows(self, form):
        wants_all = form.cleaned_data.get("with_translations")
        return [self.row, *(self.translations if wants_all else [])]
