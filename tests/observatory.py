"""What Mozilla's HTTP Observatory gives an answer, by the rules that an answer alone decides.

From https://github.com/mdn/mdn-http-observatory, as of November 2026: `src/grader/charts.js` has
the numbers, `src/analyzer/tests/` the conditions. Left out is what gives an honest site nothing:
redirects, certificates, CORS; and the five points of browsers' preload lists.
"""

from urllib.parse import urlsplit

from tests.reading import parsed

BEST_WITHOUT_BONUS = 100
# Who has lost more than this gets no bonus.
LEAST_FOR_BONUS = 90
SIX_MONTHS = 15_552_000
BROAD = {"*", "http:", "https:", "ftp:", "http://*", "https://*"}
UNSAFE = BROAD | {"'unsafe-inline'", "data:"}
PRIVATE_REFERRERS = {
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
}


def score(answer):
    given = [rule(answer) for rule in RULES]
    without_bonus = BEST_WITHOUT_BONUS + sum(points for points in given if points < 0)
    bonus = sum(points for points in given if points > 0)
    return without_bonus + bonus if without_bonus >= LEAST_FOR_BONUS else without_bonus


def policy(answer):
    """Each directive of the Content-Security-Policy and its sources."""
    header = answer.headers.get("Content-Security-Policy", "")
    directives = [part.split() for part in header.split(";") if part.strip()]
    return {name: set(sources) for name, *sources in directives}


def content_security_policy(answer):
    directives = policy(answer)
    if not directives:
        return -25
    default = directives.get("default-src", {"*"})
    scripts = directives.get("script-src", default)
    styles = directives.get("style-src", default)
    if scripts & UNSAFE or directives.get("object-src", default) & BROAD:
        return -20
    if "'unsafe-eval'" in scripts | styles:
        return -10
    if styles & UNSAFE:
        return 0
    return 10 if default == {"'none'"} else 5


def cookies(answer):
    points = 5 if answer.cookies else 0
    for name, cookie in answer.cookies.items():
        if not cookie["secure"]:
            points = min(points, -40 if "sess" in name else -20)
        if "sess" in name and not cookie["httponly"]:
            points = min(points, -30)
        if cookie["samesite"] not in {"Strict", "Lax"}:
            points = min(points, -20 if "csrf" in name else 0)
    return points


def transport_security(answer):
    header = answer.headers.get("Strict-Transport-Security", "")
    ages = [part.strip() for part in header.split(";") if part.strip().startswith("max-age=")]
    if not ages:
        return -20
    return 0 if int(ages[0].removeprefix("max-age=")) >= SIX_MONTHS else -10


def referrer_policy(answer):
    header = answer.headers.get("Referrer-Policy")
    if header is None:
        return 0
    return 5 if header in PRIVATE_REFERRERS else -5


def content_type_options(answer):
    return 0 if answer.headers.get("X-Content-Type-Options") == "nosniff" else -5


def framing(answer):
    if "frame-ancestors" in policy(answer):
        return 5
    return 5 if answer.headers.get("X-Frame-Options") in {"DENY", "SAMEORIGIN"} else -20


def opener_policy(answer):
    return 10 if answer.headers.get("Cross-Origin-Opener-Policy") == "same-origin" else 0


def resource_policy(answer):
    header = answer.headers.get("Cross-Origin-Resource-Policy")
    return 10 if header in {"same-origin", "same-site"} else 0


def scripts_of_others(answer):
    sources = [script["src"] for script in parsed(answer).find_all("script", src=True)]
    return -50 if any(urlsplit(source).netloc for source in sources) else 0


RULES = (
    content_security_policy,
    cookies,
    transport_security,
    referrer_policy,
    content_type_options,
    framing,
    opener_policy,
    resource_policy,
    scripts_of_others,
)
