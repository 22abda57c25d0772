"""What the site answers to a reader's words."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from coalition.pages.folding import folded_words
from coalition.pages.paging import PagedList
from coalition.pages.querysets import all_pages


class Question(forms.Form):
    """What a reader typed."""

    LONGEST = 200

    q = forms.CharField(
        label=_("Search for"),
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": _("Search for fewer words: at most 200 characters.")},
    )

    @cached_property
    def words(self):
        """The words to look for, each once, as search compares them.

        Lone letters are left out if there are others: the “l” of “l’eau” stands before vowels only.
        """
        if not self.is_valid():
            return []
        words = list(dict.fromkeys(folded_words(self.cleaned_data["q"])))
        return [word for word in words if len(word) > 1] or words


class Answer:
    """The readable pages of a language that hold all the words, a page of them at a time."""

    RESULTS_A_PAGE = 10

    def __init__(self, parameters, language_code):
        self.question = Question(parameters)
        self.language_code = language_code
        self.pages = PagedList(
            self._search(),
            parameters.get("page", 1),
            self.RESULTS_A_PAGE,
            {"q": parameters.get("q", "")},
        )

    @property
    def words(self):
        return self.question.words

    def _search(self):
        if not self.words:
            return []
        # Search refuses conditions on what it has not indexed: they stand in a query of their own.
        readable = all_pages().readable().filter(locale__language_code=self.language_code)
        pages = Page.objects.filter(pk__in=readable.values("pk"))
        return pages.specific().defer_streamfields().search(" ".join(self.words))
