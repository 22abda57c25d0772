"""The addresses for programs below `api/`, and those for people below `<language>/open-data/`."""

from django.urls import path

from partners.open_data import documentation, embed, feed, views

api = [
    path("partners.json", views.partners_json, name="partners_json"),
    path("partners.csv", views.partners_csv, name="partners_csv"),
    path("partners.geojson", views.partners_geojson, name="partners_geojson"),
    path("partners.schema.json", views.partners_schema, name="partners_schema"),
    path("openapi.json", views.openapi_document, name="openapi"),
    path("partners/counter.svg", embed.counter_svg, name="partners_counter_svg"),
    path("partners/map.svg", embed.map_svg, name="partners_map_svg"),
]

pages = [
    path("", documentation.documentation, name="open_data"),
    path("changes.atom", feed.changes_feed, name="membership_changes"),
    path("counter/", embed.counter_page, name="partners_counter"),
]
