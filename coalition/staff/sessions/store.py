"""Django's sessions in the database, with what people may know of theirs in columns."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from coalition.staff.sessions.models import StaffSession, end_of, moment

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
        row.expire_date = end_of(row.started_at, row.seen_at)
        return row
