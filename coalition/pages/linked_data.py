"""What a page says of itself as JSON-LD, in the words of schema.org.

`site` is what surrounds the page (see the room `sitewide`); addresses are full ones.
"""

import json

from django.conf import settings
from django.urls import reverse

from coalition.facts.templatetags.facts import plain
from coalition.pages.addresses import absolute

CONTEXT = "https://schema.org"
# As Django's json_script: nothing in the data can end the element it stands in.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def publisher(site):
    """Who speaks on every page, in a few words; the home page says more of the same thing."""
    return {
        "@type": "Organization",
        "@id": absolute("/#organization"),
        "name": site.texts.site_name,
        "url": settings.SITE_URL,
    }


def written(nodes):
    """The nodes as a document that can stand in a `<script>`."""
    document = {"@context": CONTEXT, "@graph": nodes}
    return json.dumps(document, ensure_ascii=False).translate(ESCAPES)


def organization(site, logo):
    return _filled(
        publisher(site)
        | {
            "alternateName": site.texts.short_name,
            "description": site.texts.tagline,
            "logo": logo,
        }
    )


def website(site):
    """The site in one language, and where it is searched."""
    home = absolute(site.home_address)
    return {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "url": home,
        "name": site.texts.site_name,
        "inLanguage": site.language_code,
        "publisher": publisher(site),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute(reverse("search")) + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumbs(steps):
    """The way from the home page down to this one, as pairs of a title and an address."""
    places = [
        {"@type": "ListItem", "position": position, "name": title, "item": address}
        for position, (title, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": places}


def news_article(site, page, address, description, image):
    """A story: who says it, of which day it is, and what was put right in it since."""
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": f"{address}#story",
            "mainEntityOfPage": address,
            "headline": page.title,
            "description": description,
            "inLanguage": page.locale.language_code,
            "datePublished": page.facts_day.isoformat(),
            "dateModified": page.last_published_at and page.last_published_at.isoformat(),
            "image": [image] if image else [],
            "author": publisher(site),
            "publisher": publisher(site),
            "correction": [_correction(page, correction) for correction in page.corrections_shown],
        }
    )


def _correction(page, correction):
    return {
        "@type": "CorrectionComment",
        "datePublished": correction.date.isoformat(),
        "text": plain(correction.text, page),
    }


def _filled(node):
    return {name: value for name, value in node.items() if value}
