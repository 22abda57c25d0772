/*
 * Lifts the partner that the keyboard is on above its neighbours, so that its ring shows whole.
 * What SVG draws later lies on top, and no style can change that.
 */
customElements.define("partner-map", class extends HTMLElement {
    connectedCallback() {
        this.addEventListener("focusin", this)
        this.addEventListener("focusout", this)
    }

    handleEvent(event) {
        this.raised?.remove()
        if (event.type === "focusin" && event.target.matches(".partner-map__partner:focus-visible")) this.raise(event.target)
    }

    raise(partner) {
        this.raised = partner.querySelector(".partner-map__shape").cloneNode()
        this.raised.classList.add("partner-map__raised")
        this.querySelector("svg").append(this.raised)
    }
})
