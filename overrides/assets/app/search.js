// What every page has of search: loads the rest when a reader goes to the search box, comes back to results
// or comes from one (#find=words). Where that fails, the form leads to the search page. ES2017, for WebViews of 2018.
ready(() => {
  const form = document.querySelector(".find");
  const page = document.getElementById("search");
  const loads = {};
  const PATIENCE = 8000; // milliseconds
  let composing;

  function load(name) {
    return loads[name] = loads[name] || new Promise((done, fail) => {
      const style = name === "search.css";
      const part = document.createElement(style ? "link" : "script");
      part.rel = "stylesheet";
      part[style ? "href" : "src"] = base + "search/" + name;
      part.onload = done;
      part.onerror = () => fail(loads[name] = null);
      document.head.append(part);
    });
  }

  // Without its style sheet search still searches; without its script, or after PATIENCE, the reader is led on otherwise.
  function loaded(act, fail) {
    let here = false;
    const give = () => here || fail && fail();
    setTimeout(give, PATIENCE);
    Promise.all([load("search.js"), load("search.css").catch(() => {})]).then(() => { here = true; act(); }).catch(give);
  }

  // Words still being composed stay where they are until they are whole.
  function open(event) {
    const type = event.type, sent = type === "submit";
    composing = type === "compositionstart" || composing && type !== "compositionend";
    if (sent) { event.preventDefault(); }
    loaded(() => type === "focusin" || composing || TownSearchPanel.open(form, load), () => sent && form.submit());
  }

  function mark() {
    const found = location.hash.split("#find=")[1];
    if (found || loads["highlight.js"]) {
      loaded(() => load("highlight.js").then(() => TownSearchMarks.show(found)));
    }
  }

  if (page) {
    page.querySelector("form").q.value = new URLSearchParams(location.search).get("q") || "";
    loaded(() => TownSearchPanel.page(page, load), () => { page.lastElementChild.hidden = false; });
  } else {
    ["focusin", "click", "compositionstart", "compositionend", "input", "submit"].forEach((type) => {
      form.addEventListener(type, open);
    });
    if ((history.state || {}).find) { open({}); }
  }
  addEventListener("hashchange", mark);
  mark();
});
