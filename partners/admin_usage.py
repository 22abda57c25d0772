"""Where a partner is spoken of, for those who keep the register; and why it then has to stay."""

from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.admin import messages
from wagtail.snippets.views.snippets import UsageView

from partners.mentions import countings, mentions
from partners.models import Partner

MOST_SHOWN = 10


class PartnerUsageView(UsageView):
    """Wagtail's own names no page to those who may not edit it."""

    def get_template_names(self):
        return ["partners/admin/usage.html"]

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(
            *args,
            mentions=mentions(self.object, self.request.user),
            countings=countings(self.object),
            **kwargs,
        )


def keep_partners_that_pages_speak_of(request, rows):
    """In answer to a wish to delete: nothing goes if a single page speaks of any of them."""
    partners = [row for row in rows if isinstance(row, Partner)]
    found = [(partner, mentions(partner, request.user)) for partner in partners]
    if not any(pages for _partner, pages in found):
        return None
    spoken_of = [
        (partner, pages[:MOST_SHOWN], len(pages[MOST_SHOWN:])) for partner, pages in found if pages
    ]
    messages.error(request, render_to_string("partners/admin/kept.html", {"spoken_of": spoken_of}))
    return redirect(reverse(Partner.snippet_viewset.get_url_name("list")))
