"""Looked-for words in templates."""

from django import template

from coalition.search.highlighting import highlighted

register = template.Library()

register.filter("highlighted", highlighted)
