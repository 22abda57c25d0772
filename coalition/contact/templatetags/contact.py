"""The contact form on any page; it is the same for every visitor."""

from django import template
from django.conf import settings

from coalition.contact.forms import MessageForm

register = template.Library()


@register.inclusion_tag("contact/form.html")
def contact_form():
    return {"form": MessageForm(), "days": settings.CONTACT_RETENTION_DAYS}
