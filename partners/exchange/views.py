"""The register brought in by hand: upload a file, look at what would change, confirm."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from coalition.staff.screens import OwnScreen
from partners.exchange import kept
from partners.exchange.apply import NotApplied, carry_out
from partners.exchange.check import checked
from partners.exchange.plan import plan
from partners.exchange.read import read_table
from partners.exchange.refusal import FileRefused
from partners.exchange.register import registered
from partners.models import Partner


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV in UTF-8, or Excel (.xlsx). You see what it would change before it does."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self):
        try:
            return read_table(self.cleaned_data["file"])
        except FileRefused as error:
            raise ValidationError(str(error)) from error


class RegisterView(PermissionCheckedMixin, OwnScreen):
    """For those who may both add and change partners."""

    model = Partner
    header_icon = "globe"

    def dispatch(self, request, *args, **kwargs):
        if not all(map(self.user_has_permission, ("add", "change"))):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def way_here(self):
        return [{"url": list_address(), "label": _("Partners")}]


class UploadView(RegisterView, FormView):
    page_title = _("Import partners")
    template_name = "partners/exchange/upload.html"
    form_class = UploadForm
    extra_context = {
        "submit_button_label": _("Show what would change"),
        "submit_button_active_label": _("Reading…"),
    }

    def get_context_data(self, **kwargs):
        return super().get_context_data(list_address=list_address(), **kwargs)

    def form_valid(self, form):
        token = kept.keep(form.cleaned_data["file"], self.request.user.pk)
        return redirect("import_partners_preview", token)


class PreviewView(RegisterView, TemplateView):
    page_title = _("What would change")
    template_name = "partners/exchange/preview.html"

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except kept.Forgotten:
            messages.error(request, _("The file is no longer at hand. Please choose it again."))
            return redirect("import_partners")

    def post(self, request, token):
        lines, problems = self.checked
        if problems:
            return self.get(request)
        expected = request.POST.get("plan", "")
        try:
            done = carry_out(
                lines, user=request.user, may_publish=self.may_publish, expected=expected
            )
        except NotApplied as error:
            return self._show_again(error.problems)
        kept.forget(token, request.user.pk)
        counts = {"new": len(done.additions), "changed": len(done.changes)}
        words = _("Imported. New partners: %(new)s. Changed: %(changed)s.")
        messages.success(request, words % counts)
        return redirect(list_address())

    def get_context_data(self, **kwargs):
        unforeseen = kwargs.pop("unforeseen", [])
        problems = {*self.checked[1], *self.plan.problems, *unforeseen}
        return super().get_context_data(
            plan=self.plan,
            problems=sorted(problems, key=lambda problem: (problem.line, problem.column)),
            may_publish=self.may_publish,
            **kwargs,
        )

    @cached_property
    def table(self):
        return kept.recall(self.kwargs["token"], self.request.user.pk)

    @cached_property
    def checked(self):
        return checked(self.table)

    @cached_property
    def plan(self):
        return plan(self.checked[0], registered(), may_publish=self.may_publish)

    @cached_property
    def may_publish(self):
        return self.user_has_permission("publish")

    def _show_again(self, unforeseen):
        words = _(
            "Nothing was changed, for the register is no longer as it was. Please look again."
        )
        messages.warning(self.request, words)
        return self.render_to_response(self.get_context_data(unforeseen=unforeseen))


def list_address():
    return reverse(Partner.snippet_viewset.get_url_name("list"))
