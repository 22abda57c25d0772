"""Where readers write to us."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StaticBlock


class ContactForm(StaticBlock):
    """Its template asks the room `contact` for the form."""

    class Meta:
        icon = "mail"
        template = "blocks/contact_form.html"
        label = _("Contact form")
        description = _("Readers write to the newsroom; publishers read it under Messages.")
        admin_text = _("The form stands here, in the language of the page.")
