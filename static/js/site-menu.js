/* On a phone, Escape closes the menu. Without script it opens and closes all the same. */
customElements.define("site-menu", class extends HTMLElement {
    connectedCallback() {
        this.addEventListener("keydown", this)
    }

    handleEvent(event) {
        const menu = this.querySelector("details")
        if (event.key !== "Escape" || !menu.open) return
        menu.open = false
        menu.querySelector("summary").focus()
    }
})
