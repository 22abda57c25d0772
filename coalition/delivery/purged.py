"""Tells rooms above when pages count no longer: caches elsewhere may have copies of them."""

from typing import Final

from django.dispatch import Signal

# Sent with `tags`, and whether it `is_for_good`, once our own store has forgotten. Whoever hears it
# and fails stops nobody else.
pages_purged: Final = Signal()
