"""Gives every language words to announce a partner with; publishers edit them from then on."""

import uuid

from django.db import migrations

ORDINAL = '<embed embedtype="fact" name="partners" form="ordinal"/>'
COUNTED = '<embed embedtype="fact" name="partners" form="counted"/>'

WORDS = {
    "en": {
        "title": "{partner} joins the Global Coalition",
        "teaser": f"<p>The Global Coalition against Daesh welcomes its {ORDINAL} partner: {{partner}}.</p>",
        "body": (
            "<p>The Global Coalition against Daesh/ISIS has a new partner: {partner}. "
            f"It is the {ORDINAL}. With its arrival the Coalition counts {COUNTED}, "
            "states and international organisations together.</p>"
            "<p>Joining is voluntary, and each partner decides what it brings: military support, "
            "work against the financing of Daesh and the travel of foreign fighters, help for "
            "liberated areas, or an answer to propaganda.</p>"
        ),
        "social_text": (
            f"<p>The Global Coalition against Daesh welcomes its {ORDINAL} partner: {{partner}}.</p>"
        ),
    },
    "fr": {
        "title": "Nouveau partenaire de la Coalition mondiale : {partner}",
        "teaser": (
            f"<p>La Coalition mondiale contre Daech accueille son {ORDINAL} partenaire : {{partner}}.</p>"
        ),
        "body": (
            "<p>La Coalition mondiale contre Daech accueille un nouveau partenaire : {partner}. "
            f"C’est le {ORDINAL} ; depuis son arrivée, la Coalition réunit {COUNTED}, "
            "États et organisations internationales confondus.</p>"
            "<p>L’adhésion est volontaire et chaque partenaire choisit sa contribution : appui "
            "militaire, lutte contre le financement de Daech et contre les déplacements de "
            "combattants étrangers, aide aux régions libérées ou réponse à la propagande.</p>"
        ),
        "social_text": (
            f"<p>La Coalition mondiale contre Daech accueille son {ORDINAL} partenaire : {{partner}}.</p>"
        ),
    },
    "ar": {
        "title": "شريك جديد في التحالف الدولي: {partner}",
        "teaser": f"<p>يرحب التحالف الدولي ضد داعش بالشريك رقم {ORDINAL}: {{partner}}.</p>",
        "body": (
            "<p>انضم إلى التحالف الدولي ضد داعش شريك جديد: {partner}. "
            f"وهو الشريك رقم {ORDINAL}، وبانضمامه بات التحالف يضم {COUNTED}، "
            "من دول ومنظمات دولية.</p>"
            "<p>الانضمام طوعي، ولكل شريك أن يقرر ما يقدمه: الدعم العسكري، أو تجفيف مصادر تمويل "
            "داعش ومنع سفر المقاتلين الأجانب، أو مساعدة المناطق المحررة، أو الرد على الدعاية.</p>"
        ),
        "social_text": f"<p>يرحب التحالف الدولي ضد داعش بالشريك رقم {ORDINAL}: {{partner}}.</p>",
    },
}


def write(apps, schema_editor):
    AnnouncementTemplate = apps.get_model("desk.AnnouncementTemplate")
    Locale = apps.get_model("wagtailcore.Locale")
    key = uuid.uuid4()
    for locale in Locale.objects.filter(language_code__in=WORDS):
        words = WORDS[locale.language_code]
        AnnouncementTemplate.objects.create(locale=locale, translation_key=key, **words)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0001_initial"),
        ("home", "0002_language_trees"),
    ]

    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
