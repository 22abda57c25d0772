"""Which tables the pages of visitors read, and what visitors leave behind themselves."""

READ = {
    "about": "AboutPage LineOfEffortPage Milestone Question",
    "campaigns": "CampaignDownload CampaignPage CampaignPost",
    "consent": (
        "ConsentTexts CookieEntry CookieTexts PurposeEntry PurposeTexts Receipt Seal ShownText"
    ),
    "contenttypes": "ContentType",
    "cookie_consent": "Cookie CookieGroup",
    "delivery": "Tally",
    "genuine": "Reference Version",
    "home": "HomePage HomeSlot",
    "media": "DocumentFile Picture Rendition Video VideoCaptions WantedCut",
    "news": (
        "Issuer NewsIndexPage StoryPage StoryPage_lines_of_effort StoryPage_partners "
        "StoryPage_topics Topic"
    ),
    "pages": "Correction Imprint SocialCard StandardPage Translation Withdrawal",
    "partners": "Contribution Partner PartnerIndexPage PartnerName PartnerPage StatusChange",
    "search": "Entry Miss Promotion Word",
    "sitewide": "AlertBanner Menu MenuItem SiteTexts",
    "social": "SocialPost",
    "statistics": "PageViews",
    "takedowns": "GoneAddress",
    "violations": "Violation",
    "wagtailcore": "Collection CollectionViewRestriction Locale Page PageViewRestriction Site",
    "wagtailredirects": "Redirect",
}


def what_visitors_read():
    return {f"{app}.{model}" for app, models in READ.items() for model in models.split()}
