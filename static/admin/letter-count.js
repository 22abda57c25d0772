// Says under a field how long its text is. That is read out with the field, not at every key; only
// what has grown too long for its place speaks by itself, once.
window.wagtail.app.register(
  "letter-count",
  class extends window.StimulusModule.Controller {
    static values = { most: Number, words: String };

    connect() {
      this.count = document.createElement("p");
      this.count.className = "help";
      this.count.id = `${this.element.id}-count`;
      this.warning = document.createElement("output");
      this.warning.className = "w-sr-only";
      this.warning.htmlFor = this.element.id;
      this.element.after(this.count, this.warning);
      this.described = this.element.getAttribute("aria-describedby") ?? "";
      this.element.setAttribute("aria-describedby", `${this.described} ${this.count.id}`.trim());
      this.tell();
    }

    disconnect() {
      this.count.remove();
      this.warning.remove();
      this.element.setAttribute("aria-describedby", this.described);
    }

    tell() {
      // As the server counts: a letter outside the basic plane is one.
      const count = [...this.element.value].length;
      const isTooLong = count > this.mostValue;
      this.count.textContent = this.wordsValue
        .replace("{count}", count)
        .replace("{most}", this.mostValue);
      this.count.classList.toggle("w-text-critical-200", isTooLong);
      if (isTooLong !== Boolean(this.warning.textContent)) {
        this.warning.textContent = isTooLong ? this.count.textContent : "";
      }
    }
  },
);
