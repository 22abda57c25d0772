"""The topics that the demo's stories have, in each language."""

from coalition.demo.builders import build_topic
from coalition.demo.content import LANGUAGES
from coalition.demo.translations import in_each
from news.models import Topic

TOPICS = {
    "stabilisation": {"en": "Stabilisation", "fr": "Stabilisation", "ar": "تحقيق الاستقرار"},
    "health": {"en": "Health", "fr": "Santé", "ar": "الصحة"},
    "culture": {"en": "Culture", "fr": "Culture", "ar": "الثقافة"},
    "diplomacy": {"en": "Diplomacy", "fr": "Diplomatie", "ar": "الدبلوماسية"},
    "justice": {"en": "Justice", "fr": "Justice", "ar": "العدالة"},
    "military": {"en": "Military", "fr": "Militaire", "ar": "الشؤون العسكرية"},
    "humanitarian": {"en": "Humanitarian aid", "fr": "Aide humanitaire", "ar": "العمل الإنساني"},
    "membership": {"en": "Membership", "fr": "Adhésions", "ar": "العضوية"},
    "youth": {"en": "Youth", "fr": "Jeunesse", "ar": "الشباب"},
}


def plant_topics() -> dict[str, dict[str, Topic]]:
    return {slug: in_each(LANGUAGES, _builder(slug, names)) for slug, names in TOPICS.items()}


def _builder(slug, names):
    def build(language, translation_of):
        return build_topic(
            names[language], slug=slug, language=language, translation_of=translation_of
        )

    return build
