// Asks the browser for a passkey, or to make one, and sends the form with what it says.
class StaffPasskey extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.trouble = this.querySelector("[role=alert]");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
  }

  async ask() {
    this.trouble.hidden = true;
    try {
      const credential = await this.credential(await this.options());
      this.form.elements.credential.value = JSON.stringify(credential);
    } catch {
      // Whoever says no to their browser sees what else there is.
      this.trouble.hidden = false;
      return;
    }
    this.form.submit();
  }

  async options() {
    const { ask } = this.dataset;
    if (!ask) return JSON.parse(this.querySelector("script").textContent);
    const answer = await fetch(ask, { headers: { Accept: "application/json" } });
    return answer.json();
  }

  credential({ creation_options: creation, request_options: request }) {
    if (creation) {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(creation.publicKey);
      return navigator.credentials.create({ publicKey });
    }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(request.publicKey);
    return navigator.credentials.get({ publicKey });
  }
}

customElements.define("staff-passkey", StaffPasskey);
