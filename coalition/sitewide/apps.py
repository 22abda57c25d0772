from django.apps import AppConfig

from coalition.delivery.reading import count_by_row


class SitewideConfig(AppConfig):
    name = "coalition.sitewide"
    label = "sitewide"

    def ready(self):
        # Models come first.
        from coalition.sitewide.models import AlertBanner, Menu, SiteTexts

        for model in (AlertBanner, Menu, SiteTexts):
            count_by_row(model)
