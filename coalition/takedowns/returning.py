"""What was taken down does not come back: by hand, by an import, or from a copy of our files."""

from django.utils.translation import gettext as _

from coalition.media.cleaning.refusal import Refused
from coalition.takedowns.models import Takedown


def refuse_what_was_taken_down(hashes):
    if Takedown.objects.of_file(hashes).filter(may_return=False).exists():
        raise Refused(
            _(
                "This file was taken down because somebody may come to harm. If it may be shown "
                "again, an administrator can let it in under Takedowns."
            ),
            "taken-down",
        )
