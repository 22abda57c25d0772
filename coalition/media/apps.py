from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "coalition.media"
    label = "media"
