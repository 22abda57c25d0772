"""Where a new partner is announced."""

from babel import Locale
from django.conf import settings
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic.edit import FormView
from wagtail.admin import messages

from coalition.desk.drafts import announce
from coalition.desk.forms import PartnerJoinsForm
from coalition.staff.screens import OwnScreen
from partners.names import territory_name


class PartnerJoinsView(PermissionRequiredMixin, OwnScreen, FormView):
    """One form; from it the drafts of everything that says so, and the release they are in."""

    permission_required = "desk.use_announcementtemplate"
    raise_exception = True
    template_name = "desk/partner_joins.html"
    form_class = PartnerJoinsForm
    page_title = _("A partner joins")
    header_icon = "globe"

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        """Checked and kept in one transaction, so that nobody joins twice."""
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        release = announce(form.joining, self.request.user)
        messages.success(self.request, _("Everything is drafted. Look through it and submit it."))
        return redirect(reverse("releases:inspect", args=[release.pk]))

    def form_invalid(self, form):
        messages.error(self.request, _("Nothing was made yet: see the fields below."))
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(territory_names=territory_names(), **kwargs)


def territory_names():
    """CLDR's names by ISO code and language, for the form to show while one types the code."""
    codes = [code for code in Locale("en").territories if code.isalpha()]
    languages = dict(settings.LANGUAGES)
    return {
        code: {language: territory_name(code, language) for language in languages} for code in codes
    }
