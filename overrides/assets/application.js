// Fills the application on its page while the form above it is typed in. It sends nothing; it keeps what was typed only
// when the reader ticks the box, on this device, and never a field marked data-private.
// ES2017 for WebViews of 2018. Clipboard and storage may be missing or refuse: then the text is shown to be selected.
(function () {
  "use strict";
  const KEY = "publicity-application";
  const form = document.querySelector(".apply"), paper = document.querySelector(".application");
  const find = function (selector) { return document.querySelector(selector); };
  const all = function (root, selector) { return Array.from(root.querySelectorAll(selector)); };
  const fields = all(form, "[data-field]");
  const keep = find("#keep"), wrongs = find(".apply__wrongs"), said = find(".apply__said"), text = find("#text");

  const inputs = function (field) { return all(field, "input, textarea"); };
  const chosen = function (field) { return inputs(field).find(function (one) { return one.type === "radio" && one.checked; }); };

  function value(field) {
    const first = inputs(field)[0], one = first.type === "radio" ? chosen(field) : first;
    return one ? one.value.trim() : "";
  }

  const named = function (name) { return form.querySelector('[data-field="' + name + '"]'); };
  const has = function (name) { return value(named(name)) !== ""; };

  function show() {
    fields.forEach(function (field) {
      const place = paper.querySelector('[data-shows="' + field.dataset.field + '"]'), given = value(field);
      const options = all(place, "[data-option]");
      if (!options.length) { place.textContent = given; }
      options.forEach(function (option) {
        option.firstElementChild.textContent = option.dataset.option === given ? "√" : "□";
      });
    });
  }

  // What is wrong with each field, empty where nothing is.
  function complaints() {
    const found = new Map();
    fields.forEach(function (field) {
      const others = (field.dataset.instead || "").split(" ").filter(Boolean);
      const empty = field.dataset.missing && value(field) === "" && !others.some(has);
      found.set(field, empty ? field.dataset.missing : "");
    });
    fields.forEach(function (field) {
      const option = chosen(field), needs = option && option.dataset.needs;
      if (needs && !has(needs)) { found.set(named(needs), option.dataset.without); }
    });
    const email = named("email");
    if (has("email") && !/^[^@\s]+@[^@\s]+$/.test(value(email))) { found.set(email, "邮箱里要有 @，前后都要有字"); }
    return found;
  }

  function mark(field, trouble) {
    field.querySelector(".apply__wrong").textContent = trouble;
    inputs(field).forEach(function (input) { input.setAttribute("aria-invalid", String(trouble !== "")); });
  }

  function element(name, words) {
    const made = document.createElement(name);
    made.textContent = words;
    return made;
  }

  function check() {
    const found = complaints(), list = document.createElement("ul");
    let told = 0;
    wrongs.textContent = "";
    found.forEach(function (trouble, field) {
      mark(field, trouble);
      if (!trouble || list.lastChild && list.lastChild.dataset.trouble === trouble) { return; }
      const item = document.createElement("li"), link = element("a", trouble), target = inputs(field)[0];
      link.href = "#" + target.id;
      link.addEventListener("click", function (event) { event.preventDefault(); target.focus(); });
      item.dataset.trouble = trouble;
      item.appendChild(link);
      list.appendChild(item);
      told += 1;
    });
    if (told) {
      wrongs.appendChild(element("p", "还有" + told + "处要补："));
      wrongs.appendChild(list);
      wrongs.focus();
    } else {
      said.textContent = "都填齐了。请看下面的申请书，再打印或者复制。";
      find("#paper").scrollIntoView();
      find(".apply__print").focus();
    }
  }

  function lines() {
    const heading = paper.querySelector("h2").textContent, found = [heading];
    all(paper, "p, tr").forEach(function (part) {
      if (part.tagName === "P") { found.push(part.textContent); return; }
      const cell = part.querySelector("td");
      if (!cell) { found.push("", part.textContent.trim()); return; }
      const given = value(named(cell.dataset.shows));
      if (given) { found.push(part.querySelector("th").textContent + "：" + given); }
    });
    return found.join("\n");
  }

  function select() {
    find(".apply__text").hidden = false;
    text.focus();
    text.setSelectionRange(0, text.value.length);
  }

  function copy() {
    const done = function () { said.textContent = "复制好了，可以粘贴到邮件、短信里。"; };
    const byHand = function () {
      select();
      let copied = false;
      try { copied = document.execCommand("copy"); } catch (error) { copied = false; }
      if (copied) { done(); } else { said.textContent = "没有复制成。请长按选中的文字，再点“复制”。"; }
    };
    text.value = lines();
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text.value).then(done, byHand);
    } else {
      byHand();
    }
  }

  function store() {
    if (!keep.checked) { return; }
    const kept = {};
    fields.forEach(function (field) {
      if (!("private" in field.dataset)) { kept[field.dataset.field] = value(field); }
    });
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch (error) {
      keep.checked = false;
      said.textContent = "这台手机、电脑不让网页记东西，没有记下来。";
    }
  }

  function forget() {
    try { localStorage.removeItem(KEY); } catch (error) { /* nothing was kept */ }
  }

  function restore() {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(KEY)); } catch (error) { kept = null; }
    if (!kept) { return; }
    keep.checked = true;
    fields.forEach(function (field) {
      const given = kept[field.dataset.field];
      if (typeof given !== "string" || "private" in field.dataset) { return; }
      inputs(field).forEach(function (input) {
        if (input.type === "radio") { input.checked = input.value === given; } else { input.value = given; }
      });
    });
  }

  form.addEventListener("input", function () { show(); store(); });
  form.addEventListener("change", function (event) {
    const field = event.target.closest("[data-field]");
    if (field && field.querySelector(".apply__wrong").textContent) { mark(field, complaints().get(field)); }
    show();
    store();
  });
  keep.addEventListener("change", function () { if (!keep.checked) { forget(); } });
  form.addEventListener("submit", function (event) { event.preventDefault(); check(); });
  find(".apply__clear").addEventListener("click", function () {
    form.reset();
    forget();
    fields.forEach(function (field) { mark(field, ""); });
    wrongs.textContent = text.value = "";
    find(".apply__text").hidden = true;
    show();
    said.textContent = "";
    inputs(fields[0])[0].focus();
  });
  find(".apply__print").addEventListener("click", function () { window.print(); });
  find(".apply__copy").addEventListener("click", copy);
  window.addEventListener("pageshow", show); // what the browser itself put back into the form
  restore();
  show();
  all(document, ".apply, .apply__buttons").forEach(function (part) { part.hidden = false; });
}());
