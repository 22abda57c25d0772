"""What explains the Coalition: the about page, lines of effort, campaigns, standard pages."""

from coalition.about.models import AboutPage, LineOfEffortPage, Milestone, Question
from coalition.campaigns.models import CampaignPage
from coalition.demo.builders.rows import in_order
from coalition.demo.builders.tree import build_page, child_of, home_page
from coalition.pages.models import StandardPage


def build_about_page(
    home=None, *, title="What is the Coalition?", milestones=(), questions=(), **fields
):
    """`milestones` and `questions` are dicts of their fields."""
    return build_page(
        AboutPage,
        home or home_page(),
        title=title,
        milestones=in_order(Milestone(**milestone) for milestone in milestones),
        questions=in_order(Question(**question) for question in questions),
        **fields,
    )


def build_line_of_effort(about=None, *, title="Stabilisation", **fields):
    about = about or child_of(home_page(), AboutPage, build_about_page)
    return build_page(LineOfEffortPage, about, title=title, **fields)


def build_campaign(home=None, *, title="This Generation Learns", start="2020-05-01", **fields):
    return build_page(CampaignPage, home or home_page(), title=title, start=start, **fields)


def build_standard_page(parent=None, *, title="Privacy", **fields):
    return build_page(StandardPage, parent or home_page(), title=title, **fields)
