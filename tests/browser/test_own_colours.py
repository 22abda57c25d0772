"""In colours that readers chose for themselves, what a shape says is still said."""

import pytest

from news.kinds import StoryKind

# Campaigns and pages have a mark too, where they stand among stories.
KINDS = [*StoryKind.values, "campaign", "page"]
IS_OF_KIND = "(label, kind) => { label.className = `kind kind--${kind}` }"
AROUND = 4


def mark_of(label):
    """As it is drawn before its words, and a little around it."""
    box = label.bounding_box()
    clip = {"x": box["x"] - AROUND, "y": box["y"] - AROUND}
    clip |= {"width": box["height"], "height": box["height"] + 2 * AROUND}
    return label.page.screenshot(clip=clip)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_kind_of_story_has_a_shape_of_its_own(desk, language):
    desk.emulate_media(forced_colors="active")
    desk.goto(f"/{language}/news/")
    label = desk.locator(".results .kind").first
    label.evaluate("(label) => { label.style.display = 'flex'; label.textContent = '' }")

    shapes = set()
    for kind in KINDS:
        label.evaluate(IS_OF_KIND, kind)
        shapes.add(mark_of(label))

    assert len(shapes) == len(KINDS)


def test_an_open_menu_looks_open(phone):
    phone.emulate_media(forced_colors="active")
    phone.goto("/en/")
    toggle = phone.locator("summary.menu__toggle")
    toggle.press("Enter")
    opened = mark_of(toggle)

    toggle.press("Enter")

    assert mark_of(toggle) != opened
