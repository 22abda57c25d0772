// Says in time that the session is about to end. The server knows when: other tabs may be at work.
class SessionEnd extends HTMLElement {
  // Seconds before it. Of the end that nothing puts off people hear early enough to finish.
  static early = { idle: 120, longest: 600 };
  static whileOneWaits = 15;

  connectedCallback() {
    for (const dialog of this.querySelectorAll("dialog")) {
      dialog.addEventListener("close", () => this.answered(dialog));
    }
    this.wait(this.dataset);
  }

  async ask(address) {
    clearTimeout(this.timer);
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (answer.status === 403) this.show("over");
      else this.tell(await answer.json());
    } catch {
      // No answer says nothing about the session.
      this.wait({ idle: 0, longest: 0 });
    }
  }

  tell({ idle, longest }) {
    const { early } = SessionEnd;
    if (idle <= early.idle && idle < longest) {
      this.show("idle");
    } else if (longest <= early.longest && !this.hasToldLongest) {
      this.hasToldLongest = true;
      this.show("longest");
    } else if (this.shown?.dataset.name === "idle") {
      this.show(null);
    }
    this.wait({ idle, longest });
  }

  wait({ idle, longest }) {
    const { early, whileOneWaits } = SessionEnd;
    const untilLongest = this.hasToldLongest ? longest : longest - early.longest;
    const seconds = Math.max(Math.min(idle - early.idle, untilLongest), whileOneWaits);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.dataset.ask), seconds * 1000);
  }

  show(name) {
    const before = this.shown;
    this.shown = name && this.querySelector(`[data-name=${name}]`);
    if (this.shown === before) return;
    before?.close();
    this.shown?.showModal();
  }

  // By its button or by Escape; what closes because it is no longer true is no answer.
  answered(dialog) {
    if (dialog !== this.shown) return;
    this.shown = null;
    if (dialog.dataset.name === "idle") this.ask(this.dataset.goOn);
  }
}

customElements.define("session-end", SessionEnd);
