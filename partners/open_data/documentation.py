"""The page that explains the open data to people."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from coalition.delivery.storable import storable
from partners.open_data import licence


@require_safe
@storable()
def documentation(request):
    return render(request, "partners/open_data/documentation.html", {"licence": licence})
