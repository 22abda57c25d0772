"""The form in which a page is written."""

from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """Saves a draft as it is; publishes it, or sends it for review, only when it is whole."""

    def is_valid(self):
        return super().is_valid() and (self.is_deferred_validation or self._is_whole())

    def _is_whole(self):
        missing = self.what_is_missing()
        for name, message in missing.items():
            self.add_error(name, message)
        return not missing

    def what_is_missing(self):
        """Sentences by field."""
        return self.instance.lacks
