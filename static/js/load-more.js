/*
 * Brings the next page's items here instead of going there. The link is real, the next page is ordinary
 * HTML with the same element inside, and the words it announces come from the template.
 */
customElements.define("load-more", class extends HTMLElement {
    connectedCallback() {
        this.addEventListener("click", this)
    }

    get link() { return this.querySelector("[data-next]") }
    get items() { return this.querySelector("[data-items]") }
    get status() { return this.querySelector("[data-status]") }

    handleEvent(event) {
        const link = event.target.closest("[data-next]")
        if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        if (this.ariaBusy !== "true") this.load(link.href)
    }

    async load(address) {
        this.ariaBusy = "true"
        try {
            const next = await this.fetchNext(address)
            const first = next.items.firstElementChild
            this.items.append(...next.items.children)
            this.status.textContent = next.status.dataset.loaded
            this.replaceLinks(next.link)
            first.focus()
        } catch {
            this.status.textContent = this.status.dataset.failed
            this.status.classList.remove("visually-hidden")
        } finally {
            this.ariaBusy = "false"
        }
    }

    /* XMLHttpRequest hands over a parsed page; DOMParser would need a policy for trusted types. */
    fetchNext(address) {
        return new Promise((resolve, reject) => {
            const request = new XMLHttpRequest()
            request.open("GET", address)
            request.responseType = "document"
            request.onload = () => {
                const next = request.status === 200 && request.response?.querySelector("load-more")
                if (next) resolve(document.importNode(next, true))
                else reject(new Error(`${address} answered ${request.status}`))
            }
            request.onerror = reject
            request.send()
        })
    }

    /* Every link to what follows leads on from the last item that is here. */
    replaceLinks(next) {
        for (const link of this.querySelectorAll("[rel=next]")) {
            next ? link.href = next.href : link.parentElement.remove()
        }
    }
})
