from django.apps import AppConfig


class SitewideConfig(AppConfig):
    name = "coalition.sitewide"
    label = "sitewide"
