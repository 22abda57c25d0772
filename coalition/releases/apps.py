from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    name = "coalition.releases"
    label = "releases"

    def ready(self):
        from coalition.media import shown
        from coalition.releases.contents import revisions_agreed_to

        shown.register(revisions_agreed_to)
