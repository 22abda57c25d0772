"""Months that our catalogues name in place of Django's.

Readers in Iraq and Syria know them by other names than Django's Arabic catalogue gives, and the
newsroom writes both, as the United Nations does. They stand here so that they are extracted.
"""

from django.utils.translation import gettext_noop

MONTHS = [
    gettext_noop("January"),
    gettext_noop("February"),
    gettext_noop("March"),
    gettext_noop("April"),
    gettext_noop("May"),
    gettext_noop("June"),
    gettext_noop("July"),
    gettext_noop("August"),
    gettext_noop("September"),
    gettext_noop("October"),
    gettext_noop("November"),
    gettext_noop("December"),
]
