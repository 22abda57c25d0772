"""One form for all that is to be known about a partner that joins."""

from datetime import datetime, time, timedelta
from functools import partial

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from coalition.desk.drafts import Joining, Words
from coalition.desk.obstacles import obstacles_to_leading
from coalition.media.forms import PictureField
from coalition.media.models import Picture
from coalition.pages.folding import fold
from partners.models import Partner
from partners.names import territory_name

DAYS_OF_HONOUR = 14


def day_input(**attributes):
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", **attributes})


class CodeField(forms.CharField):
    def to_python(self, value):
        return super().to_python(value).upper()


class WordsForm(forms.Form):
    """What is said in one language."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        required=False,
        help_text=_("Empty, the name that Unicode’s CLDR gives the ISO code."),
    )
    quote = forms.CharField(
        label=_("Quotation"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Without quotation marks. Empty, the story in this language has none."),
    )
    speaker = forms.CharField(label=_("Speaker"), max_length=120, required=False)
    speaker_role = forms.CharField(label=_("Speaker’s role"), max_length=160, required=False)
    picture_alt = forms.CharField(
        label=_("Alt text of the picture"),
        max_length=250,
        required=False,
        help_text=_("Say what one sees to somebody on the telephone."),
    )

    def __init__(self, *args, language, heading, **kwargs):
        super().__init__(*args, prefix=language, **kwargs)
        self.language = language
        self.heading = heading
        for field in self.fields.values():
            field.widget.attrs["dir"] = "auto"
        self.fields["name"].widget.attrs["data-name-in"] = language

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("quote") and not cleaned.get("speaker"):
            self.add_error("speaker", _("Say whose words these are."))
        name = fold(cleaned.get("name", ""))
        if name and any(name == fold(other.name_in(self.language)) for other in self._others):
            self.add_error("name", _("The register has a partner of this name already."))
        return cleaned

    @property
    def _others(self):
        return Partner.objects.all()


class PartnerJoinsForm(forms.ModelForm):
    """Who joined, when, and what is told of it; `words` are the forms of the languages."""

    iso_code = CodeField(
        label=_("ISO code"),
        max_length=2,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-code": ""}),
        help_text=_("Two letters. States have one; of the organisations only the EU."),
    )
    picture = PictureField(label=_("Picture"), required=False, widget=forms.FileInput)
    picture_credit = forms.CharField(label=_("Credit"), max_length=200, required=False)
    leads_until = forms.DateField(
        label=_("Leads the home pages until"),
        required=False,
        widget=day_input(),
        help_text=_("The last day. Empty, the home pages stay as they are."),
    )

    class Meta:
        model = Partner
        fields = [
            "kind",
            "iso_code",
            "region",
            "website",
            "joined_earliest",
            "joined_latest",
            "source",
        ]
        field_classes = {"website": partial(forms.URLField, assume_scheme="https")}
        widgets = {
            "joined_earliest": day_input(),
            "joined_latest": day_input(),
            "source": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].required = True
        self.fields["leads_until"].initial = timezone.localdate() + timedelta(days=DAYS_OF_HONOUR)
        self.words = [
            WordsForm(self.data if self.is_bound else None, language=language, heading=heading)
            for language, heading in settings.LANGUAGES
        ]

    def is_valid(self):
        is_valid = super().is_valid() and all(words.is_valid() for words in self.words)
        if not is_valid and self.files.get("picture") and not self.has_error("picture"):
            self.add_error("picture", _("Choose the picture again: browsers do not keep it."))
        return is_valid

    def clean_joined_latest(self):
        day = self.cleaned_data["joined_latest"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("This day has not come yet. A partner is announced once it has joined.")
            )
        return day

    def clean_leads_until(self):
        day = self.cleaned_data["leads_until"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over."))
        if day:
            for obstacle in obstacles_to_leading():
                self.add_error("leads_until", obstacle)
        return day

    def clean(self):
        cleaned = super().clean()
        self._ask_for_what_is_missing(cleaned.get("iso_code", ""), cleaned.get("picture"))
        return cleaned

    def _ask_for_what_is_missing(self, iso_code, picture):
        """Names that CLDR does not know have to be written, and every picture described."""
        for words in self.words:
            words.fields["name"].required = not territory_name(iso_code, words.language)
            words.fields["picture_alt"].required = bool(picture)

    @cached_property
    def joining(self):
        """What was filled in; ask only a valid form."""
        until = self.cleaned_data["leads_until"]
        return Joining(
            partner=self.instance,
            words={words.language: Words(**words.cleaned_data) for words in self.words},
            picture=self._picture(),
            leads_until=until and end_of(until),
        )

    def _picture(self):
        file = self.cleaned_data["picture"]
        if not file:
            return None
        picture = Picture(credit=self.cleaned_data["picture_credit"])
        picture.file = file
        picture._set_image_file_metadata()
        return picture


def end_of(day):
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
