"""The address map: what visitors ask for is in `urls_public`, staff and their addresses here."""

from django.conf import settings
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls

from coalition import urls_public
from coalition.staff import urls as staff_urls

handler400 = urls_public.handler400
handler500 = urls_public.handler500

urlpatterns = [
    path(settings.ADMIN_PATH, include(staff_urls)),
    path(settings.ADMIN_PATH, include(wagtailadmin_urls)),
    *urls_public.urlpatterns,
]
