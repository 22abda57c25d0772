"""States that a page can be in: where it is, and what somebody does there."""

MOSUL = {"en": "Mosul", "fr": "Mossoul", "ar": "الموصل"}
PARTNERS = {"en": "partners", "fr": "partenaires", "ar": "الشركاء"}


def look(page):
    pass


def open_menu(page):
    page.locator("summary.menu__toggle").click()


def open_menu_of_a_story(page):
    page.locator(".card a").first.click()
    page.locator("article.story").wait_for()
    open_menu(page)


def accept(page):
    page.locator("consent-bar button[value=accept]").click()
    page.locator("consent-bar [data-kept]").wait_for()


def open_what_narrows(page):
    page.locator(".facets__label").first.click()


def doubt_a_story(page):
    """With a word in it that is not ours."""
    page.locator(".card a").first.click()
    words = page.locator(".story__body p").first.inner_text().split()
    page.goto(f"/{page.locator('html').get_attribute('lang')}/genuine/")
    page.locator("textarea").fill(" ".join([*words[:3], "1066", *words[3:]]))
    page.locator("main form button").click()
    page.locator(".differences ins").wait_for()


def send_nothing(page):
    page.locator("form.contact button[type=submit]").click()
    page.locator(".error-summary").wait_for()


def ask_for_a_picture(page):
    page.locator(".waiting-picture__link").first.click()
    page.locator("waiting-picture img").first.wait_for()


STATES = {
    "a menu open": ("", open_menu),
    "a menu open on a story": ("news/", open_menu_of_a_story),
    "an answer kept": ("", accept),
    "a filter used": ("news/?kind=statement", look),
    "a filter not understood": ("news/?year=1066", look),
    "partners of a region": ("{partners}/?region=africa", look),
    "partners of no such region": ("{partners}/?region=atlantis", look),
    "something found": ("search/?q={mosul}", look),
    "less of it, and what would make it less still": (
        "search/?q={mosul}&year=2020",
        open_what_narrows,
    ),
    "nothing found": ("search/?q=zzzz", look),
    "a text that is not ours": ("news/", doubt_a_story),
    "a receipt that is not there": ("cookies/?receipt=nothing", look),
    "a mistake in a form": ("contact/send/", send_nothing),
    "pictures that wait": ("?pictures=later", look),
    "a picture asked for": ("?pictures=later", ask_for_a_picture),
}


def enter(page, language, state):
    place, act = STATES[state]
    words = {"mosul": MOSUL[language], "partners": PARTNERS[language]}
    page.goto(f"/{language}/{place.format(**words)}")
    act(page)
