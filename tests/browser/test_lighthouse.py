"""What Lighthouse says of pages that does not depend on how busy the machine is.

How fast they are it tells in `make bench`, on a machine that does nothing else.
"""

import pytest

from bench import lighthouse
from tests.browser.budgets import MOST_TEXT, SCORES
from tests.browser.weighing import LANGUAGES, address_of

PERFORMANCE, *STEADY = SCORES
ONLY = ",".join(lighthouse.CATEGORIES[name] for name in STEADY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", MOST_TEXT)
def test_lighthouse_finds_nothing_to_mend(phone, language, place):
    address = address_of(phone, place, language)

    told = next(lighthouse.reports(address, f"--only-categories={ONLY}"))

    assert lighthouse.scores(told) == dict.fromkeys(STEADY, 100)
