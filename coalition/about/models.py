"""What is the Coalition?: the explainer, its lines of effort and its milestones."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index

from coalition.delivery.direction_marks import PlainlyNamed
from coalition.delivery.tags import waiting_for
from coalition.pages.blocks import StoryBody
from coalition.pages.dates import written_day, written_month
from coalition.pages.models import BasePage
from coalition.pages.standing import pages_like, standing_of
from coalition.pages.ways import look_up_links


class AboutPage(BasePage):
    """The explainer; its numbers live."""

    body = StreamField(StoryBody(), verbose_name=_("body"), blank=True)

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["about.LineOfEffortPage"]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        InlinePanel("milestones", heading=_("Milestones"), label=_("milestone")),
        InlinePanel("questions", heading=_("Questions"), label=_("question")),
    ]

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("about page")
        verbose_name_plural = _("about pages")

    @cached_property
    def lines_of_effort(self):
        with waiting_for(pages_like(LineOfEffortPage, self.locale_id)):
            lines = LineOfEffortPage.objects.readable().child_of(self).order_by("path")
            return list(lines.at_a_glance())

    @property
    def timeline(self):
        """Oldest first, in a preview too."""
        milestones = sorted(self.milestones.all(), key=lambda milestone: milestone.date)
        look_up_links(milestone.text for milestone in milestones)
        return milestones

    @property
    def answered_questions(self):
        questions = list(self.questions.all())
        look_up_links(question.answer for question in questions)
        return questions


class Milestone(PlainlyNamed, Orderable):
    """A day or month that changed the Coalition's course."""

    class Precision(models.TextChoices):
        DAY = "day", _("Day")
        MONTH = "month", _("Month")

    page = ParentalKey(AboutPage, on_delete=models.CASCADE, related_name="milestones")
    date = models.DateField(_("date"))
    precision = models.CharField(
        _("precision"),
        max_length=5,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("Choose “Month” when the day is not known, or does not matter."),
    )
    title = models.CharField(_("title"), max_length=120)
    text = RichTextField(_("text"), blank=True, features=["bold", "italic", "link", "fact"])

    panels = ["date", "precision", "title", "text"]

    class Meta:
        ordering = ["date", "sort_order"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    @property
    def facts_day(self):
        return self.date

    @property
    def date_in_words(self):
        return written_month(self.date) if self.is_of_a_month else written_day(self.date)

    @property
    def machine_date(self):
        return f"{self.date:%Y-%m}" if self.is_of_a_month else self.date.isoformat()

    @property
    def is_of_a_month(self):
        return self.precision == self.Precision.MONTH


class Question(Orderable):
    """A question people ask, with its answer."""

    page = ParentalKey(AboutPage, on_delete=models.CASCADE, related_name="questions")
    question = models.CharField(_("question"), max_length=160)
    answer = RichTextField(_("answer"), features=["bold", "italic", "ul", "ol", "link", "fact"])

    panels = ["question", "answer"]

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")


class LineOfEffortPage(BasePage):
    """One of the lines along which the Coalition works."""

    kind_label = _("Line of effort")

    body = StreamField(StoryBody(), verbose_name=_("body"), blank=True)

    parent_page_types = ["about.AboutPage"]
    subpage_types = []

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("line of effort")
        verbose_name_plural = _("lines of effort")

    @property
    def standing(self):
        return standing_of(self, (self.path, self.title_in_lists))

    @property
    def number(self):
        """Its place among the lines of effort, as the explainer counts them."""
        before = type(self).objects.readable().sibling_of(self).filter(path__lte=self.path)
        with waiting_for(pages_like(LineOfEffortPage, self.locale_id)):
            return before.count()
