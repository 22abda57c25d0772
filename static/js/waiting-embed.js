/*
 * A film on another site: its frame lies in a template, so that nothing is asked of that site before the
 * visitor says yes, to this film or to all of them. Without script there is a plain link.
 */
customElements.define("waiting-embed", class extends HTMLElement {
    async connectedCallback() {
        await customElements.whenDefined("consent-bar")
        this.bar = document.querySelector("consent-bar")
        this.addEventListener("click", this)
        document.addEventListener("consent-kept", this)
        this.querySelector("[data-link]").hidden = true
        this.querySelector("[data-ask]").hidden = false
        this.handleEvent()
    }

    disconnectedCallback() { document.removeEventListener("consent-kept", this) }

    async handleEvent(event) {
        const act = event?.target.closest?.("button")?.value
        if (act === "always") await this.bar?.keep({ choice: "allow", purpose: this.dataset.purpose, surface: "embed" })
        if (act || this.bar?.allows(this.dataset.purpose)) this.load(Boolean(act))
    }

    load(isAsked) {
        const waiting = this.querySelector("template")
        if (!waiting) return
        this.replaceChildren(waiting.content.cloneNode(true))
        if (isAsked) this.firstElementChild.focus()
    }
})
