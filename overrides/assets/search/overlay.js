// The search panel over any page, opened from the form of its header.
(function () {
  "use strict";
  const {make, button, remember, Panel} = window.TownSearchPanel;
  let overlay = null;

  // Over the page, which is out of reach meanwhile. It stands in the history: Back closes it, and whoever comes back
  // from a result finds it as it was.
  class Overlay {
    constructor(form, load) {
      const own = form.cloneNode(true), share = make("a", {}, "在搜索页打开（网址可以发给别人）");
      const close = button("关闭", () => this.close());
      const shared = make("p", {class: "search-share"}, share);
      this.form = form;
      this.layer = make("div", {class: "search-layer", role: "dialog", "aria-modal": "true", "aria-label": "搜索"},
        make("div", {class: "search search-box body md-typeset"}, close, own, shared));
      close.classList.add("search-close");
      this.layer.hidden = true;
      document.body.append(this.layer);
      this.panel = new Panel(own, load, (shown) => {
        const params = this.panel.params;
        share.href = form.action + "?" + params;
        shared.hidden = !params.get("q");
        history.replaceState({find: String(params), shown: shown}, "");
      });
      this.layer.addEventListener("click", (event) => this.leave(event.target));
      document.addEventListener("keydown", (event) => this.layer.hidden || this.guard(event));
      addEventListener("popstate", () => this.stored() ? this.open() : this.hide());
      addEventListener("pagehide", () => this.layer.hidden || remember(this.layer.scrollTop));
    }

    stored() {
      return history.state && "find" in history.state ? history.state : null;
    }

    open() {
      const stored = this.stored(), input = this.panel.input;
      if (!this.layer.hidden) { return; }
      this.reach(true);
      (stored && stored.y ? this.layer.querySelector(".search-close") : input).focus();
      if (stored) {
        this.panel.set(stored.find, stored.shown, () => { this.layer.scrollTop = stored.y || 0; });
      } else {
        history.pushState({find: ""}, "");
        input.value = this.form.q.value;
        input.setSelectionRange(input.value.length, input.value.length); // whoever is typing types on
        this.panel.ask();
      }
    }

    hide() {
      if (this.layer.hidden) { return; }
      this.panel.stop();
      this.reach(false);
      this.form.q.value = this.panel.input.value;
      this.form.q.focus();
    }

    close() {
      this.panel.stop();
      if (this.stored()) { history.back(); } else { this.hide(); }
    }

    reach(open) {
      Array.from(document.body.children).filter((one) => one !== this.layer).forEach((one) => {
        one.inert = open;
        if (open) { one.setAttribute("aria-hidden", "true"); } else { one.removeAttribute("aria-hidden"); }
      });
      document.documentElement.classList.toggle("search-open", open);
      this.layer.hidden = !open;
    }

    // By a press beside the box, or to a result that is on this very page.
    leave(target) {
      const link = target.closest("a");
      if (target === this.layer) { this.close(); }
      if (link && link.hash && link.pathname === location.pathname) { this.hide(); }
    }

    guard(event) {
      const stops = Array.from(this.layer.querySelectorAll("a, button, input, select, summary"));
      const seen = stops.filter((one) => one.getClientRects().length), now = document.activeElement;
      const [from, to] = event.shiftKey ? [seen[0], seen.pop()] : [seen[seen.length - 1], seen[0]];
      if (event.key === "Escape" && !event.isComposing) {
        event.preventDefault();
        this.close();
      } else if (event.key === "Tab" && (now === from || !this.layer.contains(now))) {
        event.preventDefault();
        to.focus();
      }
    }
  }

  window.TownSearchPanel.open = function (form, load) {
    overlay = overlay || new Overlay(form, load);
    overlay.open();
  };
}());
