from django.apps import AppConfig


class GenuineConfig(AppConfig):
    name = "coalition.genuine"
    label = "genuine"

    def ready(self):
        from coalition.genuine import recording

        recording.listen()
