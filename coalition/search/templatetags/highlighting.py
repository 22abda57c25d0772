"""Looked-for words in templates."""

from django import template

from coalition.search.highlighting import highlighted
from coalition.search.passage import passage

register = template.Library()

register.filter("highlighted", highlighted)
register.filter("passage", passage)
