"""What saving a draft does to the row of what is live."""

from collections.abc import Iterable
from typing import Final

# All that a page's row is told when somebody saves a draft of it.
TOLD_OF_DRAFTS: Final = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
}


def is_of_a_draft(update_fields: Iterable[str] | None) -> bool:
    """Whether a save of these fields alone changes nothing that readers see."""
    return bool(update_fields) and TOLD_OF_DRAFTS.issuperset(update_fields or ())
