// Shows, while one types an ISO code, the names that the register will use unless others are written.
class PartnerNames extends HTMLElement {
  connectedCallback() {
    this.names = JSON.parse(this.querySelector("script[type='application/json']").textContent);
    this.code = this.querySelector("[data-code]");
    this.code.addEventListener("input", () => this.show());
    this.show();
  }

  show() {
    const names = this.names[this.code.value.trim().toUpperCase()] ?? {};
    for (const field of this.querySelectorAll("[data-name-in]")) {
      field.placeholder = names[field.dataset.nameIn] ?? "";
    }
  }
}

customElements.define("partner-names", PartnerNames);
