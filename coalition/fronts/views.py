"""Where administrators purge by hand: one address or everything, here and in front of us."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coalition.audit.record import Thing, record
from coalition.delivery.kept import forget
from coalition.delivery.store.site import forget_pages, purge
from coalition.delivery.tags import of_address
from coalition.fronts.forms import AddressForm
from coalition.staff.screens import Screen


class PurgeView(Screen):
    """Asks what, then whether it is meant, and does it."""

    template_name = "fronts/purge.html"
    page_title = _("Purge pages")
    header_icon = "bin"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("fronts.add_purge"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        given = self.request.POST or self.request.GET
        form = AddressForm(given if "address" in given else None)
        return super().get_context_data(
            form=form,
            path=form.cleaned_data["address"] if form.is_valid() else "",
            is_everything="everything" in given,
            **kwargs,
        )

    def post(self, request):
        context = self.get_context_data()
        if context["is_everything"]:
            forget()
            forget_pages()
            record("pages-purged", user=request.user)
        elif path := context["path"]:
            forget()
            purge([of_address(path)], is_for_good=False)
            record("page-purged", user=request.user, about=Thing(title=path))
        else:
            return self.render_to_response(context)
        messages.success(request, gettext("Purged. The list shows what the caches in front say."))
        return redirect("front_caches")
