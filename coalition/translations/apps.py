from django.apps import AppConfig
from wagtail.signals import copy_for_translation_done


class TranslationsConfig(AppConfig):
    name = "coalition.translations"
    label = "translations"

    def ready(self):
        from coalition.translations.copies import remember_source

        copy_for_translation_done.connect(remember_source)
