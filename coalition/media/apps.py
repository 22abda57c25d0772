from django.apps import AppConfig

from coalition.media.encoding import save_avif_at_our_speed


class MediaConfig(AppConfig):
    name = "coalition.media"
    label = "media"

    def ready(self):
        save_avif_at_our_speed()
