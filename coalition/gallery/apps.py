from django.apps import AppConfig


class GalleryConfig(AppConfig):
    name = "coalition.gallery"
    label = "gallery"
