/* Copies an address. The button is hidden where nothing can be copied; its words come from the template. */
customElements.define("copy-link", class extends HTMLElement {
    connectedCallback() {
        if (!navigator.clipboard) return
        this.button.hidden = false
        this.button.addEventListener("click", this)
    }

    get button() { return this.querySelector("button") }
    get status() { return this.querySelector("[data-copied]") }

    async handleEvent() {
        const copied = navigator.clipboard.writeText(this.dataset.address)
        const outcome = await copied.then(() => "copied", () => "failed")
        /* Emptied first, so that it is announced a second time too. */
        this.status.textContent = ""
        requestAnimationFrame(() => { this.status.textContent = this.status.dataset[outcome] })
    }
})
