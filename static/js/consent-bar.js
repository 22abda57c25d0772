// Shows the notice to a browser that has not chosen yet, and keeps the choice without leaving.
// The page itself is the same for everybody: only this script reads the consent cookie.

const COOKIE = "cookie_consent";
const REFUSED = "-1";

function readChoice() {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith(`${COOKIE}=`));
  const value = (cookie ?? "").slice(COOKIE.length + 1).replaceAll('"', "");
  return parsePairs(value);
}

function parsePairs(text) {
  return new Map(text.split("|").map((pair) => pair.split("=", 2)));
}

class ConsentBar extends HTMLElement {
  connectedCallback() {
    this.section = this.querySelector("section");
    this.querySelector("form").addEventListener("submit", (event) => this.keep(event), {
      once: true,
    });
    this.section.hidden = navigator.globalPrivacyControl === true || this.isDecided();
  }

  isDecided() {
    const choice = readChoice();
    const wanted = [...parsePairs(this.dataset.versions)].filter(([purpose]) => purpose);
    return wanted.every(
      ([purpose, version]) => choice.get(purpose) === REFUSED || choice.get(purpose) === version,
    );
  }

  async keep(event) {
    event.preventDefault();
    const form = event.target;
    const body = new URLSearchParams({ choice: event.submitter.value });
    await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (this.isDecided()) this.section.hidden = true;
    else form.requestSubmit(event.submitter); // The answer's own page says what went wrong.
  }
}

customElements.define("consent-bar", ConsentBar);
