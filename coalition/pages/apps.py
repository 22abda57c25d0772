from django.apps import AppConfig

from coalition.delivery.reading import count_by_row, hang


class PagesConfig(AppConfig):
    name = "coalition.pages"
    label = "pages"

    def ready(self):
        # Models come first.
        from wagtail.models import PageViewRestriction, get_page_models

        from coalition.media.models import DocumentFile, Picture, Rendition, Video
        from coalition.pages import branches
        from coalition.pages.models import Imprint, SocialCard, Translation

        for model in get_page_models():
            count_by_row(model)
        for model in (Imprint, SocialCard, Translation):
            hang(model, "page")
        # A page finds them by the key that it holds, and in no other way.
        for model in (DocumentFile, Picture, Video):
            count_by_row(model, is_read_by_key=True)
        hang(Rendition, "image", is_read_by_key=True, is_seen_at_a_glance=True)
        hang(PageViewRestriction, "page")
        branches.listen()
