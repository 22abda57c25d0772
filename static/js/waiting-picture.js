/* A picture that lies in a template until it is asked for. Without script its link leads to the file itself. */
customElements.define("waiting-picture", class extends HTMLElement {
    connectedCallback() {
        this.addEventListener("click", this)
    }

    handleEvent(event) {
        const waiting = this.querySelector("template")
        if (!waiting || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        this.replaceChildren(waiting.content.cloneNode(true))
        const image = this.querySelector("img")
        const shown = image.closest("a") ?? image
        if (shown === image) image.tabIndex = -1
        shown.focus()
    }
})
