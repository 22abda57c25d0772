"""The address map."""

from cookie_consent import urls as cookie_consent_urls
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from coalition.consent import urls as consent_urls
from coalition.delivery.health import alive, ready
from coalition.delivery.media_files import public_media
from coalition.pages.sitemap import language_sitemap, robots, sitemap_index
from coalition.pages.views import choose_language
from coalition.search.views import search

urlpatterns = [
    path("", choose_language, name="choose_language"),
    path(settings.ADMIN_PATH, include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", public_media, name="public_media"),
    path("consent/", include(cookie_consent_urls)),
    path("healthz", alive, name="alive"),
    path("readyz", ready, name="ready"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-<str:language>.xml", language_sitemap, name="language_sitemap"),
    *i18n_patterns(
        path("search/", search, name="search"),
        path("cookies/", include(consent_urls)),
        path("", include(wagtail_urls)),
    ),
]
