"""Where a publisher takes something down, and sees that it is gone."""

from django import forms
from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from django.views.generic.edit import FormView
from wagtail.admin.views.generic import InspectView

from coalition.audit.record import Thing, record
from coalition.fronts.models import Purge
from coalition.media.models import Picture
from coalition.staff.screens import ForAdministrators, OwnScreen
from coalition.takedowns.checking import check
from coalition.takedowns.doubles import doubles_of
from coalition.takedowns.models import Takedown
from coalition.takedowns.taking_down import KINDS, take_down
from coalition.takedowns.uses import name_of_use, names_of_uses


def address_of(takedown):
    return reverse("takedowns:inspect", args=[takedown.pk])


class ReasonForm(forms.ModelForm):
    class Meta:
        model = Takedown
        fields = ["reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}


class TakeDownView(OwnScreen, FormView):
    """Shows what would go and where it stands, and asks why."""

    template_name = "takedowns/take_down.html"
    page_title = _("Take down for safety")
    header_icon = "warning"
    form_class = ReasonForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        try:
            model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
        except LookupError:
            raise Http404 from None
        if model not in KINDS:
            raise Http404
        if not request.user.has_perm("takedowns.add_takedown"):
            raise PermissionDenied
        self.thing = get_object_or_404(model, pk=kwargs["pk"])

    def get_page_subtitle(self):
        return str(self.thing)

    def get_context_data(self, **kwargs):
        picture = self.thing if isinstance(self.thing, Picture) else None
        return super().get_context_data(
            thing=self.thing,
            picture=picture,
            places=names_of_uses(self.thing),
            doubles=[(name_of_use(double), double) for double in doubles_of(self.thing)],
            **kwargs,
        )

    def form_valid(self, form):
        takedown = take_down(self.thing, form.cleaned_data["reason"], self.request.user)
        if takedown:
            return redirect(address_of(takedown))
        messages.warning(self.request, _("It is gone already: somebody has just deleted it."))
        return redirect("takedowns:index")


class WrittenOnce:
    """A view of what nobody alters, deletes or makes by hand."""

    def get_edit_url(self, instance=None):
        return None

    def get_delete_url(self, instance=None):
        return None

    def get_usage_url(self, instance=None):
        return None


class TakedownView(WrittenOnce, InspectView):
    """The report: where it stood, and what each of its addresses answers."""

    template_name = "takedowns/takedown.html"
    page_title = _("Takedown")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            takedown=self.object,
            addresses=self.object.addresses.all(),
            purges=Purge.objects.for_occasion(self.object.occasion),
            **kwargs,
        )


class CheckView(View):
    """Asks for all of its addresses once more."""

    http_method_names = ["post"]

    def post(self, request, pk):
        if not request.user.has_perm("takedowns.view_takedown"):
            raise PermissionDenied
        takedown = get_object_or_404(Takedown, pk=pk)
        check(takedown)
        return redirect(address_of(takedown))


class LetInView(ForAdministrators, View):
    """The same file may be uploaded and imported again."""

    http_method_names = ["post"]

    def post(self, request, pk):
        takedown = get_object_or_404(Takedown, pk=pk)
        takedown.may_return = True
        # Of all the rest nothing is ever altered (see `delivery.site_role`).
        takedown.save(update_fields=["may_return"])
        record("let-in-again", user=request.user, about=Thing.of(takedown))
        return redirect(address_of(takedown))
