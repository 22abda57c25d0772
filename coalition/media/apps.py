from django.apps import AppConfig

from coalition.media.encoding import save_avif_at_our_speed


class MediaConfig(AppConfig):
    name = "coalition.media"
    label = "media"

    def ready(self):
        from coalition.media import closing, cutting, leaving
        from coalition.media.rights import guard_the_library
        from coalition.media.uploads import guard_the_ways_in

        save_avif_at_our_speed()
        guard_the_ways_in()
        guard_the_library()
        leaving.listen()
        closing.listen()
        # Last: what lies on the wrong side is gone by then.
        cutting.listen()
