"""What axe has to say of a page as it stands."""

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def complaints(page, rules=RULES, part=None):
    """Each with the rule and the markup it is about: anywhere, or in what a selector finds."""
    violations = Axe().run(page, part, rules).response["violations"]
    return [
        (page.url, violation["id"], node["html"])
        for violation in violations
        for node in violation["nodes"]
    ]


def complaints_in_both_schemes(page):
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += complaints(page)
    return found
