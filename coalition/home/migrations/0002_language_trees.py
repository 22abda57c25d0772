"""Plants a page tree for every language of the site, and tells Wagtail where the site begins."""

from django.conf import settings
from django.db import migrations
from django.utils.translation import gettext, override


def plant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    HomePage = apps.get_model("home.HomePage")
    Locale = apps.get_model("wagtailcore.Locale")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")

    Page.objects.filter(depth=2).delete()  # Wagtail's own "Welcome" page.
    home_type, _ = ContentType.objects.get_or_create(model="homepage", app_label="home")
    homes = []
    for position, (code, _name) in enumerate(settings.WAGTAIL_CONTENT_LANGUAGES, start=1):
        locale, _ = Locale.objects.get_or_create(language_code=code)
        with override(code):
            title = gettext("The Global Coalition against Daesh")
        home = HomePage(
            title=title,
            draft_title=title,
            slug=code,
            content_type=home_type,
            path=f"0001{position:04}",
            depth=2,
            numchild=0,
            url_path=f"/{code}/",
            locale=locale,
        )
        if homes:
            home.translation_key = homes[0].translation_key
        home.save()
        homes.append(home)
    Page.objects.filter(depth=1).update(numchild=len(homes))
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost",
        root_page_id=homes[0].pk,
        is_default_site=True,
        site_name=settings.WAGTAIL_SITE_NAME,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]

    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
