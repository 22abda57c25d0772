"""The address map. Only `/healthz` and `/readyz` are answered before it, in `delivery`."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from coalition.consent import urls as consent_urls
from coalition.consent.views import gpc
from coalition.contact import urls as contact_urls
from coalition.delivery.media_files import public_media
from coalition.gallery.views import gallery
from coalition.pages.routing import serve
from coalition.pages.sitemap import language_sitemap, robots, sitemap_index
from coalition.pages.views import choose_language
from coalition.search.views import search
from coalition.sitewide.manifest import manifest
from coalition.social import urls as social_urls
from news.feeds.views import json_feed_below
from partners.open_data import urls as open_data_urls

handler400 = "coalition.delivery.outage.refused"
handler500 = "coalition.delivery.outage.failed"

urlpatterns = [
    path("", choose_language, name="choose_language"),
    path(settings.ADMIN_PATH, include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<str:folder>/<str:name>", public_media, name="public_media"),
    path("api/", include(open_data_urls.api)),
    path("robots.txt", robots, name="robots"),
    path(".well-known/gpc.json", gpc, name="gpc"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-<str:language>.xml", language_sitemap, name="language_sitemap"),
    *i18n_patterns(
        path("manifest.webmanifest", manifest, name="manifest"),
        path("search/", search, name="search"),
        path("cookies/", include(consent_urls)),
        path("contact/", include(contact_urls)),
        path("gallery/", gallery, name="gallery"),
        path("social/", include(social_urls)),
        path("open-data/", include(open_data_urls.pages)),
        re_path(r"^(?P<path>(?:[\w\-]+/)*)feed\.json$", json_feed_below, name="json_feed"),
        re_path(serve_pattern, serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
    ),
]
