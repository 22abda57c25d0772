// Starts a widget of Wagtail's at once, as the inline script would that Wagtail writes in this place.
customElements.define(
  "widget-start",
  class extends HTMLElement {
    static known = /^\w*(Chooser|Panel)$/;

    connectedCallback() {
      // Once only: people move forms about, and whoever is moved is connected anew.
      this.remove();
      const { call, arguments: words } = this.dataset;
      if (!this.constructor.known.test(call)) throw new Error(`${call} starts no widget`);
      Reflect.construct(window[call], JSON.parse(words));
    }
  },
);
