"""Lets our roles take the place of the groups that Wagtail brings."""

from django.db import migrations


def take_over(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()
    for model in ("Task", "Workflow"):
        rows = apps.get_model("wagtailcore", model).objects
        # Editors read "Submit to Publishers" on the button.
        rows.filter(name="Moderators approval").update(name="Publishers")


class Migration(migrations.Migration):
    dependencies = [
        ("staff", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0094_alter_page_locale"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(take_over, migrations.RunPython.noop)]
