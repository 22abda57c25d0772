from django.apps import AppConfig

from coalition.media.encoding import save_avif_at_our_speed


class MediaConfig(AppConfig):
    name = "coalition.media"
    label = "media"

    def ready(self):
        from coalition.media import leaving  # noqa: PLC0415 - models must be loaded first.
        from coalition.media.uploads import guard_the_ways_in  # noqa: PLC0415

        save_avif_at_our_speed()
        guard_the_ways_in()
        leaving.listen()
