// The search panel, of the search page and of overlay.js: words, filters and order in, pages out. It knows the index
// through TownSearch (engine.js) only, and shows text and attributes, never markup. ES2017; of the browser it asks
// fetch, URLSearchParams, append and after, closest, history.state and the toggle event of <details>.
(function () {
  "use strict";
  const root = document.currentScript.src.replace(/assets\/[^/]*\/search\/[^/]*$/, "");
  const FILTERS = ["kind", "year", "category", "validity", "organ"];
  const SORTS = [["best", "最相关"], ["date", "最新"]];
  const STEP = 10;
  let index = null;

  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    made.append(...children);
    return made;
  }

  function button(words, act) {
    const made = make("button", {type: "button", class: "search-button"}, words);
    made.addEventListener("click", act);
    return made;
  }

  const link = (href, words) => make("a", {href: href}, words);

  // The manifest names all other files by their content: it alone must not come old from a cache.
  function read(path) {
    return fetch(root + "search/" + path, path === "manifest.json" ? {cache: "no-cache"} : {}).then((answer) => {
      if (answer.ok || answer.status === 404) { return answer.ok ? answer.text() : null; }
      throw new Error(answer.status + " " + path);
    });
  }

  function opened() {
    index = index || TownSearch.open(read).catch((error) => { index = null; throw error; });
    return index;
  }

  // How far one has read, for whoever comes back.
  function remember(y) {
    history.replaceState(Object.assign({}, history.state, {y: y}), "");
  }

  function marked(element, text, marks) {
    let at = 0;
    marks.forEach(([start, end]) => {
      element.append(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    });
    element.append(text.slice(at));
    return element;
  }

  function row(one, asked) {
    const title = make("a", {class: "search-title", href: root + one.url + "#find=" + encodeURIComponent(asked)});
    const snippet = marked(make("p", {}, one.snippet.cut[0] ? "…" : ""), one.snippet.text, one.snippet.marks);
    const facts = [one.day, one.kind].concat(one.numbers).filter(Boolean).map((text) => make("span", {}, text));
    const made = make("li", {}, marked(title, one.title, one.titleMarks), snippet);
    if (one.snippet.cut[1]) { snippet.append("…"); }
    if (one.validity) { facts.push(make("span", {class: "mark"}, one.validity)); }
    if (one.attachment) {
      const name = "《" + one.attachment.title.replace(/^《(.*)》$/, "$1") + "》";
      made.append(make("p", {class: "search-attached"}, "在附件", link(root + one.attachment.url, name), "里"));
    }
    made.append(make("p", {class: "search-facts"}, ...facts));
    return made;
  }

  // What to try when nothing was found; the form's data-* says where, and whom to ask.
  function advice(told) {
    const tips = [
      ["少写几个字，比如只写“低保”。"], ["把一句话拆成几个词，中间空一格，比如“低保 申请”。"],
      told.catalogue && ["到", link(told.catalogue, "政府信息公开目录"), "里看看。"],
      told.guide && [link(told.guide, "政府信息公开指南"), "说明哪些信息公开、怎样查。"],
      told.apply && ["网上没有的，可以", link(told.apply, "申请公开"), "。"],
      told.ask && ["也可以直接问。" + told.ask + "。"],
    ];
    return make("ul", {}, ...tips.filter(Boolean).map((tip) => make("li", {}, ...tip)));
  }

  // Makes a search of a form. What is asked lives in ``params`` (q, sort, filters by name); keep(shown) writes it down,
  // so that it can be shared and come back to.
  class Panel {
    constructor(form, load, keep) {
      Object.assign(this, {form: form, load: load, keep: keep, button: button, input: form.q, turn: 0});
      this.params = new URLSearchParams();
      this.said = make("p", {class: "search-said", role: "status"});
      this.retry = make("div", {class: "search-failed"}, button("再试一次", () => this.ask(this.wanted)));
      if (form.dataset.offline) { this.retry.append(make("p", {}, link(form.dataset.offline, "看看没有网也能看的页面"))); }
      this.sorts = SORTS.map(([name, words]) => button(words, () => this.choose("sort", name)));
      this.filters = make("details", {class: "search-filters"}, make("summary", {}, "筛选"));
      this.chips = make("p", {class: "search-chips"});
      const sorting = make("p", {class: "search-sort", role: "group", "aria-label": "排列"}, ...this.sorts);
      this.tools = make("div", {}, sorting, this.filters, this.chips);
      this.none = make("div", {class: "search-none"});
      this.list = make("ol", {class: "search-results"});
      this.next = button("", () => this.more(this.list.children.length, STEP));
      form.after(this.said, this.retry, this.none, this.tools, this.list, this.next);
      this.tools.hidden = this.retry.hidden = this.next.hidden = true;
      this.listen();
    }

    listen() {
      const soon = (event) => {
        clearTimeout(this.timer);
        if (!event.isComposing) { this.timer = setTimeout(() => this.ask(), 200); }
      };
      this.form.addEventListener("submit", (event) => { event.preventDefault(); this.ask(); });
      this.input.addEventListener("input", soon);
      this.input.addEventListener("compositionend", soon);
      this.filters.addEventListener("toggle", () => this.refine());
      this.form.parentNode.addEventListener("keydown", (event) => this.move(event));
    }

    // Arrows go from the box through the results to the button for more, Home and End to the ends of these.
    move(event) {
      const titles = Array.from(this.list.querySelectorAll(".search-title"));
      const stops = [this.input].concat(titles, this.next.hidden ? [] : this.next);
      const at = stops.indexOf(event.target);
      const ways = {ArrowDown: at + 1, ArrowUp: at - 1, Home: at ? 1 : -1, End: at ? stops.length - 1 : -1};
      const to = at < 0 || event.isComposing ? null : stops[ways[event.key]];
      if (to) {
        event.preventDefault();
        to.focus();
      }
    }

    set(text, shown, whenShown) {
      this.params = new URLSearchParams(text);
      this.input.value = this.params.get("q") || "";
      this.ask(shown);
      this.whenShown = whenShown;
    }

    choose(name, value) {
      if (value === null) { this.params.delete(name); } else { this.params.set(name, value); }
      this.ask();
    }

    chosen() {
      return FILTERS.filter((name) => this.params.has(name));
    }

    // Whatever is still under way is no longer waited for.
    stop() {
      clearTimeout(this.timer);
      clearTimeout(this.slow);
      return this.turn += 1;
    }

    ask(wanted) {
      const turn = this.stop(), asked = this.input.value.trim(), filters = {};
      const sort = this.params.get("sort") === "date" ? "date" : "best";
      this.wanted = wanted || STEP;
      this.params.set("q", asked);
      this.chosen().forEach((name) => { filters[name] = this.params.get(name); });
      this.cursor = this.whenShown = null;
      this.say("");
      this.sorts.forEach((one, at) => one.setAttribute("aria-pressed", SORTS[at][0] === sort));
      this.refine();
      this.keep(this.wanted);
      this.tools.hidden = !asked;
      this.next.hidden = this.retry.hidden = true;
      if (!asked) { this.start(); return; }
      this.list.setAttribute("aria-busy", "true");
      this.slow = setTimeout(() => { this.said.textContent = "正在查找…"; }, 300);
      const answer = opened().then((found) => found.query(asked, {sort: sort, filters: filters}));
      answer.then((cursor) => {
        if (turn !== this.turn) { return; }
        this.cursor = cursor;
        this.refine();
        this.more(0, this.wanted);
      }).catch((error) => this.failed(turn, error));
    }

    start() {
      this.clear();
      this.none.append("写词语、人名、村名、文号都行。几个词中间空一格；要找一整句，可以加上引号。");
    }

    // Filters are loaded when somebody opens them or has chosen some.
    refine() {
      const turn = this.turn;
      if (!this.filters.open && !this.chosen().length && !this.chips.firstChild) { return; }
      this.load("filters.js").then(() => TownSearchFilters(this)).catch((error) => this.failed(turn, error));
    }

    // Adds results after the first so many. Old ones stay, dimmed, until the first of the new ones is there.
    more(first, count) {
      const turn = this.turn;
      let old = !first;
      this.wanted = first + count;
      this.next.hidden = this.retry.hidden = true;
      this.cursor.next(count, (one) => {
        if (turn !== this.turn) { return; }
        if (old) { this.clear(); }
        old = false;
        this.list.append(row(one, this.params.get("q")));
      }).then(() => {
        if (turn !== this.turn) { return; }
        if (old) { this.clear(); }
        this.renewed = false;
        this.tell();
        this.refine();
        if (this.whenShown) { this.whenShown(); }
        if (!first) { return; }
        this.keep(this.wanted);
        if (this.list.children[first]) { this.list.children[first].firstChild.focus(); }
      }).catch((error) => this.failed(turn, error));
    }

    say(words) {
      clearTimeout(this.slow);
      this.said.textContent = words;
    }

    tell() {
      const count = this.cursor.count(), done = this.cursor.done, shown = this.list.children.length;
      this.next.hidden = done;
      this.next.textContent = "继续看后面的 " + (count.exact ? Math.min(STEP, count.number - shown) : STEP) + " 个";
      if (shown) {
        this.say((count.exact ? "找到 " : "至多 ") + count.number + " 个页面" + (done ? "" : "，先列出 " + shown + " 个"));
      } else if (this.cursor.words.length) {
        this.say("没有找到" + (this.chosen().length ? "，可以去掉筛选再找" : ""));
        this.none.append(make("p", {}, "可以这样试："), advice(this.form.dataset));
      } else {
        this.say("请写要找的字或数字，只有标点找不了");
      }
    }

    failed(turn, error) {
      if (turn !== this.turn) { return; }
      const local = location.protocol === "file:";
      if (error.replaced && !this.renewed) { // published anew since this page was opened
        this.renewed = true;
        index = null;
        this.ask(this.wanted);
        return;
      }
      console.info(error);
      this.say(local ? "从文件夹里打开的网页不能搜索，请到网站上搜索" : "没有查成，可能是网络不通。没有网络时不能搜索，只能再看搜过的词");
      this.retry.hidden = local;
      this.list.removeAttribute("aria-busy");
    }

    clear() {
      this.list.textContent = this.none.textContent = "";
      this.list.removeAttribute("aria-busy");
    }
  }

  window.TownSearchPanel = {
    make: make,
    button: button,
    opened: opened,
    remember: remember,
    Panel: Panel,
    page(page, load) {
      const title = document.title;
      const panel = new Panel(page.querySelector("form"), load, (shown) => {
        const asked = panel.params.get("q");
        document.title = (asked ? asked + " - " : "") + title;
        if (!restoring) { history.replaceState({shown: shown}, "", asked ? "?" + panel.params : location.pathname); }
      });
      let restoring = false;
      const read = () => {
        const state = history.state || {};
        restoring = true;
        panel.set(location.search, state.shown, () => state.y && scrollTo(0, state.y));
        restoring = false;
      };
      history.scrollRestoration = "manual";
      addEventListener("pagehide", () => remember(pageYOffset));
      addEventListener("popstate", () => location.hash || read());
      read();
    },
  };
}());
