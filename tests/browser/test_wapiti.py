"""What wapiti finds, which attacks the public site as a stranger would.

`tests/set_up_machine` brings it.
"""

import json
import subprocess

import pytest

from tests.browser.served_site import PROJECT

WAPITI = PROJECT / ".tools" / "bin" / "wapiti"
# Without what asks a server of its makers, guesses names of files, or is about TLS.
MODULES = "cookieflags,crlf,csp,csrf,exec,file,http_headers,permanentxss,redirect,sql,xss"
STARTS = [
    "/en/contact/send/",
    "/en/genuine/",
    "/en/open-data/counter/",
    "/en/partners/",
    "/en/search/",
    "/api/partners.json?as_of=2020-05-31",
    "/api/partners/map.svg?lang=fr",
]
LEFT_ALONE = [
    # How often one may answer or sign in is limited, and the browsers of other tests do both.
    "/admin/*",
    "/en/cookies/*",
    # More of the same.
    "/ar/*",
    "/fr/*",
    "/en/news/*/",
    "/en/partners/*/",
    "/en/this*",
    "/en/what*",
    "/*pictures=later*",
    # Files.
    "/documents/*",
    "/media/*",
    "/static/*",
]
# In forms that are sent: chosen from a list, or read as another field of the same form.
SPARED = ["email", "homepage", "name", "subject"]
# It ends by itself, and much earlier; whoever is stopped has not looked everywhere.
PATIENCE = ["--max-scan-time=1800", "--max-attack-time=1800", "--timeout=120"]
STOPPED = "time was reached"
LOW = 1
# By address, what is worse than low, and why it is no weakness.
EXPLAINED = {
    # A token needs a cookie, and nobody gets one unasked. `delivery/origin.py` refuses what pages
    # of other sites send, as `test_contact.py` and `test_genuine.py` show.
    "/en/contact/send/": "Cross Site Request Forgery",
    "/en/genuine/": "Cross Site Request Forgery",
}


@pytest.fixture
def found(base_url, tmp_path):
    """What it reports: each finding with its category."""
    report = tmp_path / "report.json"
    starts = [f"--start={base_url}{address}" for address in STARTS]
    left_alone = [f"--exclude={base_url}{pattern}" for pattern in LEFT_ALONE]
    spared = [f"--skip={name}" for name in SPARED]
    # As a browser would say on a page of ours, or no form would take anything.
    origin = ["--header", f"Origin: {base_url}"]
    storage = [f"--store-session={tmp_path}/session", f"--store-config={tmp_path}/config"]
    command = [
        *(WAPITI, "--url", f"{base_url}/en/", "--scope=domain", "--depth=1"),
        *("--module", MODULES, *starts, *left_alone, *spared, *origin, *PATIENCE, *storage),
        *("--no-bugreport", "--verbose=1", "--format=json", "--output", report),
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert STOPPED not in said
    told = json.loads(report.read_text())
    kinds = told["vulnerabilities"] | told["anomalies"]
    return [(category, finding) for category, findings in kinds.items() for finding in findings]


def test_a_stranger_finds_nothing_but_what_is_explained(found):
    worse = {finding["path"]: category for category, finding in found if finding["level"] > LOW}

    assert worse == EXPLAINED
