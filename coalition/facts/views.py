"""The chooser that an editor opens from the rich-text toolbar."""

from wagtail.admin.modal_workflow import render_modal_workflow

from coalition.facts.day import current_day
from coalition.facts.registry import all_facts
from coalition.facts.wording import Form, worded


def choose_fact(request):
    """All facts in all their forms, with the words they have today."""
    day = current_day()
    facts = [
        {
            "label": fact.label,
            "choices": [
                {
                    "name": fact.name,
                    "form": form.value,
                    "words": worded(fact, fact.value_on(day), form),
                }
                for form in Form
            ],
        }
        for fact in all_facts()
    ]
    return render_modal_workflow(
        request, "facts/chooser.html", None, {"facts": facts}, json_data={"step": "choose"}
    )
