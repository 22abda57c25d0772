"""The form that readers fill in."""

import re

from django import forms
from django.utils.encoding import punycode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from coalition.contact.models import Message

MOST_LINKS = 3
LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
TOO_MANY_LINKS = ngettext_lazy(
    "Leave %(number)s link in your message at most: more look like advertising.",
    "Leave %(number)s links in your message at most: more look like advertising.",
    "number",
)


class MessageForm(forms.ModelForm):
    """Says of every field that was filled in wrongly what would be right."""

    # People do not see it; programs that fill in every field do.
    homepage = forms.CharField(label=_("Leave this field empty"), required=False)

    class Meta:
        model = Message
        fields = ["subject", "name", "email", "text"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
            "text": forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        }
        labels = {
            "subject": _("What is it about?"),
            "name": _("Your name"),
            "email": _("Your e-mail address"),
            "text": _("Your message"),
        }
        help_texts = {"email": _("Only to answer you.")}
        error_messages = {
            "subject": {
                "required": _("Choose what your message is about."),
                "invalid_choice": _("Choose one of the subjects in the list."),
            },
            "name": {"required": _("Write your name.")},
            "email": {
                "required": _("Write your e-mail address, so that we can answer."),
                "invalid": _("Write your e-mail address like this: name@example.org"),
            },
            "text": {"required": _("Write your message.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="contact-%s", use_required_attribute=False, **kwargs)
        self.fields["subject"].choices = [("", _("Choose a subject")), *Message.Subject.choices]
        for field in self.fields.values():
            field.widget.attrs["class"] = "field__input"

    @property
    def for_people(self):
        """The fields, without the one that people leave empty."""
        return [self[name] for name in self.Meta.fields]

    def clean_email(self):
        """Django lets addresses through that it cannot write into a letter afterwards."""
        email = self.cleaned_data["email"]
        try:
            punycode(email.rpartition("@")[2])
        except UnicodeError:
            raise forms.ValidationError(self.fields["email"].error_messages["invalid"]) from None
        return email

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(LINK.findall(text)) > MOST_LINKS:
            raise forms.ValidationError(TOO_MANY_LINKS % {"number": MOST_LINKS})
        return text

    def keep(self, language):
        """The message, stored; as spam if a program wrote it."""
        self.instance.language = language
        if self.cleaned_data["homepage"]:
            self.instance.status = Message.Status.SPAM
        return self.save()
