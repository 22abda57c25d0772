"""The form in which the newsroom writes a story."""

from coalition.pages.forms import PageForm
from news.kinds import what_is_missing


class StoryForm(PageForm):
    def what_is_missing(self):
        """With all that its kind needs."""
        missing = what_is_missing(
            self.cleaned_data["kind"],
            issuers=len(self._issuers),
            document=self.cleaned_data["document"],
            video=self.cleaned_data["video"],
        )
        return super().what_is_missing() | missing

    @property
    def _issuers(self):
        return [row for row in self.formsets["issuers"].cleaned_data if row and not row["DELETE"]]
