"""Where the announcement of a partner goes, in each language."""

from dataclasses import dataclass

from coalition.desk.models import AnnouncementTemplate
from coalition.home.models import HomePage
from news.models import NewsIndexPage
from partners.models import PartnerIndexPage


@dataclass(frozen=True)
class Place:
    """One language's pages; None where it has no such page yet."""

    home: HomePage
    news: NewsIndexPage | None
    partners: PartnerIndexPage | None
    template: AnnouncementTemplate | None

    @property
    def language(self):
        return self.home.locale.language_code

    @property
    def tells_stories(self):
        return bool(self.news and self.template)


def places():
    templates = {template.locale_id: template for template in AnnouncementTemplate.objects.all()}
    return [
        Place(
            home=home,
            news=NewsIndexPage.objects.child_of(home).first(),
            partners=PartnerIndexPage.objects.child_of(home).first(),
            template=templates.get(home.locale_id),
        )
        for home in HomePage.objects.select_related("locale").order_by("path")
    ]
