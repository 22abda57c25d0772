"""What axe has to say of a page as it stands."""

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def complaints(page, rules=RULES, part=None):
    """Each with the rule and the markup it is about: anywhere, or in what a selector finds."""
    # What somebody waited for may stand there before the rest of its page does.
    page.wait_for_load_state()
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
