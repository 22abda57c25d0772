"""Where a release is looked at, reviewed, published and undone."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import (
    CreateView,
    IndexView,
    InspectView,
    WagtailAdminTemplateMixin,
)
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.views.generic.usage import UsageView
from wagtail.admin.widgets.button import Button

from coalition.releases.lines import lines_of
from coalition.releases.models import Release
from coalition.releases.problems import problems_of
from coalition.releases.publishing import PublishAll, Undo
from coalition.releases.refusal import Refused
from coalition.releases.review import Approve, Reopen, Submit

STEPS = {step.name: step for step in (Submit(), Approve(), PublishAll(), Reopen(), Undo())}


def address_of(release):
    return reverse("releases:inspect", args=[release.pk])


def visible_release(request, key):
    return get_object_or_404(Release.objects.visible_to(request.user), pk=key)


def way_from(release, here):
    """Breadcrumbs: from the list over the release to what one looks at."""
    yield {"url": reverse("releases:index"), "label": _("Releases")}
    yield {"url": address_of(release), "label": release.title}
    yield {"url": "", "label": here}


class ReleaseIndexView(IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().visible_to(self.request.user).select_related("creator")


class ReleaseHistoryView(HistoryView):
    def get_base_object_queryset(self):
        return super().get_base_object_queryset().visible_to(self.request.user)


class ReleaseUsageView(UsageView):
    def get_base_object_queryset(self):
        return super().get_base_object_queryset().visible_to(self.request.user)


class NewReleaseView(CreateView):
    def get_initial_form_instance(self):
        return Release(creator=self.request.user)

    def get_success_url(self):
        return address_of(self.object)


class ReleaseView(InspectView):
    """A release: what is in it, what stands in its way, what may be done next."""

    template_name = "releases/release.html"
    page_title = _("Release")

    def get_object(self, queryset=None):
        return visible_release(self.request, self.pk)

    @cached_property
    def header_more_buttons(self):
        history = reverse("releases:history", args=[self.object.pk])
        return [
            *super().header_more_buttons,
            Button(_("History"), url=history, icon_name="history"),
        ]

    def get_context_data(self, **kwargs):
        release, user = self.object, self.request.user
        steps = [step for step in STEPS.values() if release.state in step.leads_from]
        return super().get_context_data(
            release=release,
            lines=list(lines_of(release, user)),
            problems=problems_of(release) if release.is_waiting else [],
            steps=[(step, step.objections(release, user)) for step in steps],
            may_remove_items=release.is_open and release.may_be_prepared_by(user),
            **kwargs,
        )


class StepView(WagtailAdminTemplateMixin, View):
    """Asks once more, then takes the step, or says why not."""

    template_name = "releases/step.html"
    header_icon = "collapse-down"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        if kwargs["step"] not in STEPS:
            raise Http404
        self.step = STEPS[kwargs["step"]]
        self.release = visible_release(request, kwargs["pk"])

    def get(self, request, **kwargs):
        return self.render_to_response(self.get_context_data())

    def post(self, request, **kwargs):
        try:
            self.step.take(self.release, request.user)
        except Refused as refusal:
            tell_refusal(request, refusal)
        else:
            messages.success(request, self.step.done)
        return redirect(address_of(self.release))

    def get_page_title(self):
        return self.step.label

    def get_page_subtitle(self):
        return self.release.title

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), *way_from(self.release, self.step.label)]

    def get_context_data(self, **kwargs):
        objections = self.step.objections(self.release, self.request.user)
        return super().get_context_data(
            release=self.release, step=self.step, objections=objections, **kwargs
        )


def tell_refusal(request, refusal):
    for reason in refusal.reasons:
        messages.error(request, reason)
