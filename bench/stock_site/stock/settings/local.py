"""What `wagtail start` leaves to each machine: where the database is."""

import json
import os

SECRET_KEY = "guards nothing but what the demo makes up"  # noqa: S105 - as it says.
ALLOWED_HOSTS = ["127.0.0.1"]
DATABASES = {"default": json.loads(os.environ["STOCK_DATABASE"])}
