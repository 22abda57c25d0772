"""Rough names for browsers."""

import pytest

from coalition.staff.sessions.devices import device_of

CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 {}Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox, Linux",
        ),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME.format('')}", "Chrome, Windows"),
        (f"Mozilla/5.0 (Linux; Android 15) {CHROME.format('Mobile ')}", "Chrome, Android"),
        (f"Mozilla/5.0 (Windows NT 10.0) {CHROME} Edg/140.0".format(""), "Edge, Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_names_a_browser_and_a_system(user_agent, device):
    assert device_of(user_agent) == device
