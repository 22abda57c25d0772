"""The address map: what visitors ask for is in `urls_public`, staff and their addresses here."""

from django.conf import settings
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from coalition import urls_public
from coalition.media.shelves import CLOSED_PICTURES
from coalition.media.views import closed_picture
from coalition.staff import urls as staff_urls

handler400 = urls_public.handler400
handler500 = urls_public.handler500

urlpatterns = [
    path(settings.ADMIN_PATH, include(staff_urls)),
    path(settings.ADMIN_PATH, include(wagtailadmin_urls)),
    path(f"media/{CLOSED_PICTURES}/<str:name>", closed_picture, name="closed_picture"),
    *urls_public.urlpatterns,
]
