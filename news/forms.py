"""The form in which the newsroom writes a story."""

from coalition.pages.forms import PageForm
from partners.names import alphabetical


class StoryForm(PageForm):
    """Offers what there is in the story's language; in a copy of another's, the same is chosen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("topics", "lines_of_effort"):
            self.initial[name] = list(self._in_language(name, getattr(self.instance, name).all()))
        campaign = [self.instance.campaign] if self.instance.campaign_id else []
        self.initial["campaign"] = self._in_language("campaign", campaign).first()
        partners = self.fields["partners"]
        named = [(partner.pk, partner.name) for partner in partners.queryset]
        partners.choices = sorted(named, key=lambda choice: alphabetical(choice[1]))

    def _in_language(self, name, chosen):
        """Offer no others, and give those that say the same as what was chosen."""
        field = self.fields[name]
        field.queryset = field.queryset.filter(locale=self.instance.locale_id)
        return field.queryset.filter(translation_key__in=[row.translation_key for row in chosen])

    def what_is_missing(self):
        return self.instance.lacks_with(issuers=len(self._issuers))

    @property
    def _issuers(self):
        return [row for row in self.formsets["issuers"].cleaned_data if row and not row["DELETE"]]
