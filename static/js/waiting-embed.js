/* A film elsewhere: a template until the visitor says yes. Without script, a link. */
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

    get status() { return this.querySelector("[data-kept]") }

    async handleEvent(event) {
        const act = event?.target.closest?.("button")?.value
        this.isAsked ||= act
        if (act === "always") await this.keep()
        if (act || this.bar?.allows(this.dataset.purpose)) this.load()
    }

    async keep() {
        const isKept = await this.bar?.keep({ choice: "allow", purpose: this.dataset.purpose, surface: "embed" })
        this.status.textContent = isKept ? this.status.dataset.kept : this.status.dataset.failed
        this.status.classList.remove("visually-hidden")
    }

    /* The status is heard where it stood. */
    load() {
        const waiting = this.querySelector("template")
        if (!waiting) return
        while (this.firstChild !== this.status) this.firstChild.remove()
        this.prepend(waiting.content.cloneNode(true))
        if (this.isAsked) this.firstElementChild.focus()
    }
})
