// Says under a field how long its text is, and when it is too long for its place.
window.wagtail.app.register(
  "letter-count",
  class extends window.StimulusModule.Controller {
    static values = { most: Number, words: String };

    connect() {
      this.output = document.createElement("output");
      this.output.className = "help";
      this.output.htmlFor = this.element.id;
      this.element.after(this.output);
      this.tell();
    }

    disconnect() {
      this.output.remove();
    }

    tell() {
      // As the server counts: a letter outside the basic plane is one.
      const count = [...this.element.value].length;
      this.output.textContent = this.wordsValue
        .replace("{count}", count)
        .replace("{most}", this.mostValue);
      this.output.classList.toggle("w-text-critical-200", count > this.mostValue);
    }
  },
);
