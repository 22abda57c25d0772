/*
 * Shows the notice to whoever has not chosen, and keeps the choice without leaving. The page is the
 * same for everybody: only this element reads the consent cookie, for itself and for films.
 */
const COOKIE = `${location.protocol === "https:" ? "__Host-" : ""}cookie_consent=`
const REFUSED = "-1"

const pairs = (text) => new Map(text.split("|").map((pair) => pair.split("=", 2)))

customElements.define("consent-bar", class extends HTMLElement {
    connectedCallback() {
        this.section = this.querySelector("section")
        this.form = this.querySelector("form")
        this.form.addEventListener("submit", this)
        this.section.hidden = navigator.globalPrivacyControl || this.isDecided
        /* However tall it is, it hides no focus. */
        const tell = () => document.documentElement.style.setProperty("--consent-bar", `${this.section.offsetHeight}px`)
        new ResizeObserver(tell).observe(this.section)
    }

    get versions() { return pairs(this.dataset.versions) }

    get choice() {
        const cookie = document.cookie.split("; ").find((each) => each.startsWith(COOKIE)) ?? ""
        return pairs(cookie.slice(COOKIE.length).replaceAll('"', ""))
    }

    get isDecided() {
        return [...this.versions.keys()].every((key) => !key || this.allows(key) || this.choice.get(key) === REFUSED)
    }

    allows(purpose) { return this.versions.has(purpose) && this.choice.get(purpose) === this.versions.get(purpose) }

    async handleEvent(event) {
        event.preventDefault()
        const receipt = await this.keep({ choice: event.submitter.value, surface: "bar" })
        if (!receipt) return this.submitWithout(event.submitter)
        const kept = this.querySelector("[data-kept]")
        kept.querySelector("a").href = receipt
        this.form.hidden = true
        kept.hidden = false
        kept.focus({ preventScroll: true })
    }

    /* Where the receipt is, or nothing if none was kept. */
    async keep(answer) {
        const options = { method: "POST", body: new URLSearchParams(answer), headers: { Accept: "application/json" } }
        const response = await fetch(this.form.action, options).catch(() => null)
        if (!response?.ok) return
        document.dispatchEvent(new Event("consent-kept"))
        return (await response.json()).receipt
    }

    /* The answer's own page says what went wrong. */
    submitWithout(button) {
        this.form.removeEventListener("submit", this)
        this.form.requestSubmit(button)
    }
})
