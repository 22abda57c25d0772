"""A row of every kind that holds words, and a page of every type that shows them."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Comment, CommentReply, Page

from coalition.campaigns.models import CampaignDownload, CampaignPost
from coalition.consent.models import ConsentTexts, CookieTexts, PurposeTexts
from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_menu,
    build_partner_page,
    build_picture,
    build_social_post,
    build_standard_page,
    build_story,
    home_page,
    withdraw,
)
from coalition.fronts.models import Purge
from coalition.home.models import HomeSlot
from coalition.media.models import DocumentFile, Picture, Video, VideoCaptions
from coalition.pages.models import Correction
from coalition.search.models import Miss
from coalition.staff.models import User
from coalition.statistics.models import PageViews
from coalition.takedowns.models import GoneAddress, Takedown
from coalition.violations.models import Violation
from news.kinds import StoryKind
from news.models import Topic
from partners.models import Partner, StatusChange
from tests.back_office import one_of_everything
from tests.telling_files import mp4, vtt

# Nobody reads this: every text is put there anew.
X = "x"


def one_of_every_kind():
    """By name, what the lines of the role matrix speak of; and beside it all that they do not."""
    things = one_of_everything()
    now = timezone.now()
    build_films()
    partner = Partner.objects.get(pk=things["partners.partner"])
    StatusChange.objects.create(partner=partner, status="suspended", from_date="2019-01-10")
    line = build_explainer(partner)
    campaign = build_campaign(
        downloads=[CampaignDownload(document=DocumentFile.objects.get())],
        chosen_posts=[CampaignPost(post=build_social_post())],
    )
    about = {"partners": [partner], "lines_of_effort": [line], "campaign": campaign}
    stories = [build_story_of(kind, **about) for kind in StoryKind]
    build_story_of(StoryKind.NEWS, home_page("fr"))
    withdraw(build_story())
    build_standard_page()
    HomeSlot.objects.create(page=home_page(), story=stories[0], ends_at=now + timedelta(days=1))
    build_menu(place="footer", links=[{"label": X, "address": "/en/"}])
    texts = ConsentTexts.objects.get()
    PurposeTexts.objects.create(texts=texts, group_id=things["consent.purposeentry"])
    CookieTexts.objects.create(texts=texts, cookie_id=things["consent.cookieentry"])
    leave_notes(things["live"], now)
    return things


def pages_of_every_type():
    return {page.specific_class: page for page in Page.objects.live().exclude(depth=1)}.values()


def build_films():
    film = Video.objects.get()
    film.file = ContentFile(mp4(), "film.mp4")
    captions = {"file": ContentFile(vtt(), "captions.vtt"), "transcript": X}
    film.captions = [VideoCaptions(locale=home_page().locale, **captions)]
    film.save()


def build_explainer(partner):
    about = build_about_page(
        milestones=[{"date": "2014-09-10", "text": X}], questions=[{"question": X, "answer": X}]
    )
    line = build_line_of_effort(about)
    build_partner_page(partner=partner, contributions=[{"line_of_effort": line, "text": X}])
    return line


def build_story_of(kind, home=None, **about):
    return build_story(
        home,
        kind=kind,
        title=str(kind.label),
        teaser=X,
        issuers=[{"name": X}],
        picture=Picture.objects.first(),
        video=Video.objects.get(),
        document=DocumentFile.objects.get(),
        topics=[Topic.objects.first()],
        corrections=[Correction(text=X)],
        **about,
    )


def leave_notes(page, now):
    """What readers, colleagues and machines have written about this one and others."""
    boss = User.objects.get(username="canary-boss")
    comment = Comment.objects.create(page_id=page, user=boss, text=X, contentpath="title")
    CommentReply.objects.create(comment=comment, user=boss, text=X)
    picture = build_picture()
    picture.tags.add(X)
    GoneAddress.objects.create(path=X, takedown=Takedown.objects.get())
    Purge.objects.create(front=X, due_at=now)
    today = now.date()
    Miss.objects.create(day=today, language="en", words=X)
    PageViews.objects.create(day=today, path=X)
    Violation.objects.create(
        directive="script-src", blocked=X, path=X, first_day=today, last_day=today
    )
