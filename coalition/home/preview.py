"""The home page as it will be at a later moment, for those who arrange it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from coalition.home.models import HomePage
from coalition.home.turns import turns_ahead
from coalition.pages.foresight import looking_ahead_to
from coalition.staff.screens import Screen


class MomentForm(forms.Form):
    moment = forms.DateTimeField(label=_("Day and time"), widget=AdminDateTimeInput)

    def clean_moment(self):
        moment = self.cleaned_data["moment"]
        if moment <= timezone.now():
            raise forms.ValidationError(_("Choose a moment that is yet to come."))
        return moment


class PreviewAtView(Screen):
    """Asks for the moment, and shows the page in a frame."""

    template_name = "home/preview_at.html"
    page_title = _("Preview at a later moment")
    header_icon = "date"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(HomePage, pk=kwargs["pk"])
        self.form = MomentForm(request.GET if "moment" in request.GET else None)

    def dispatch(self, request, *args, **kwargs):
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def way_here(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [{"url": edit, "label": self.page.title}]

    def here(self):
        return {**super().here(), "sublabel": str(self.page.locale)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            form=self.form,
            moment=self.form.is_valid() and self.form.cleaned_data["moment"],
            frame=f"{reverse('home_at', args=[self.page.pk])}?{self.request.GET.urlencode()}",
            turns=turns_ahead(self.page.get_latest_revision_as_object()),
            **kwargs,
        )


class PageAtView(PreviewAtView):
    """The page in that frame: its latest draft, among all that is due by then."""

    def get(self, request, *args, **kwargs):
        if not self.form.is_valid():
            return super().get(request, *args, **kwargs)
        page = self.page.get_latest_revision_as_object()
        with looking_ahead_to(self.form.cleaned_data["moment"]):
            return page.make_preview_request(request, page.default_preview_mode)
