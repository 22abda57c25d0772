"""Nothing is deleted that something else cannot do without.

Wagtail asks its own index before it deletes, but not for what was only just uploaded, and an index
may have missed something: then the database itself refuses.
"""

from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages


class KeepWhatIsUsed:
    """Says so in place of an error page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, ProtectedError):
            return None
        messages.error(request, _("Nothing was deleted: something else still needs it."))
        return redirect("wagtailadmin_home")
