"""The addresses that visitors ask for. `/healthz` and `/readyz` are answered before it."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.urls import serve_pattern

from coalition.consent import urls as consent_urls
from coalition.consent.views import gpc
from coalition.contact import urls as contact_urls
from coalition.delivery.media_files import public_media
from coalition.delivery.outage import busy
from coalition.disclosure.views import show_security_txt
from coalition.gallery.views import gallery
from coalition.genuine.views import genuine
from coalition.media.views import download
from coalition.pages.routing import serve
from coalition.pages.sitemap import robots, sitemap, sitemap_index
from coalition.pages.views import choose_language
from coalition.search.views import search
from coalition.social import urls as social_urls
from coalition.violations.views import listen
from news.feeds.views import json_feed_below
from partners.open_data import urls as open_data_urls

handler400 = "coalition.delivery.outage.refused"
handler500 = "coalition.delivery.outage.failed"

urlpatterns = [
    path("", choose_language, name="choose_language"),
    path("documents/<str:folder>/<str:name>", download, name="wagtaildocs_serve"),
    path("media/<str:folder>/<str:name>", public_media, name="public_media"),
    path("api/", include(open_data_urls.api)),
    path("violations/", listen, name="violations"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/gpc.json", gpc, name="gpc"),
    path(".well-known/security.txt", show_security_txt, name="security_txt"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    re_path(
        r"^sitemap-(?P<language>.+)-(?P<number>0|[1-9][0-9]{0,8})\.xml$", sitemap, name="sitemap"
    ),
    *i18n_patterns(
        path("busy/", busy, name="busy"),
        path("search/", search, name="search"),
        path("cookies/", include(consent_urls)),
        path("contact/", include(contact_urls)),
        path("genuine/", genuine, name="genuine"),
        path("gallery/", gallery, name="gallery"),
        path("social/", include(social_urls)),
        path("open-data/", include(open_data_urls.pages)),
        re_path(r"^(?P<path>(?:[\w\-]+/)*)feed\.json$", json_feed_below, name="json_feed"),
        re_path(serve_pattern, serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
    ),
]
