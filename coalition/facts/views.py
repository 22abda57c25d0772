"""The chooser that an editor opens from the rich-text toolbar."""

from django.conf import settings
from django.utils.translation import get_language
from wagtail.admin.auth import user_has_any_page_permission, user_passes_test
from wagtail.admin.modal_workflow import render_modal_workflow

from coalition.facts.day import current_day
from coalition.facts.registry import all_facts
from coalition.facts.rich_text import entity_data
from coalition.facts.wording import forms_of


@user_passes_test(user_has_any_page_permission)
def choose_fact(request):
    """All facts in all their forms, with the words they have today in the page's language."""
    language = request.GET.get("language")
    if language not in dict(settings.LANGUAGES):
        language = get_language()
    day = current_day()
    facts = [{"label": fact.label, "choices": choices(fact, day, language)} for fact in all_facts()]
    return render_modal_workflow(
        request,
        "facts/chooser.html",
        None,
        {"facts": facts, "language": language},
        json_data={"step": "choose"},
    )


def choices(fact, day, language):
    """Each way to quote a fact once: Arabic writes numbers and ordinals alike."""
    by_words = {}
    for form in forms_of(fact):
        choice = entity_data(fact, form, day, language)
        by_words.setdefault(choice["words"], choice)
    return by_words.values()
