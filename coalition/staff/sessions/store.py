"""Django's sessions in the database, with what people may know of theirs in columns."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import OperationalError
from django.utils import timezone

from coalition.staff.sessions.models import StaffSession, ends_of, moment

STARTED_AT = "started_at"
SEEN_AT = "seen_at"
BROWSER = "browser"


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls):
        return StaffSession

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        row.user_id = data.get(SESSION_KEY)
        row.started_at = moment(data.get(STARTED_AT))
        row.seen_at = moment(data.get(SEEN_AT))
        row.browser = data.get(BROWSER, "")
        row.expire_date = min(ends_of(row.started_at, row.seen_at).values())
        return row

    def save(self, must_create=False):
        """Django takes a database that is away for a session that is gone."""
        try:
            super().save(must_create)
        except UpdateError as failure:
            if isinstance(failure.__context__, OperationalError):
                raise failure.__context__ from None
            raise

    def seconds_left(self):
        """Until it ends by itself, and until it ends however much somebody works."""
        ends = ends_of(moment(self.get(STARTED_AT)), moment(self.get(SEEN_AT)))
        now = timezone.now()
        return {why: max(0, int((end - now).total_seconds())) for why, end in ends.items()}
