// Marks the words a reader searched for, on the page they were found on, and takes the marks off again. Words are found
// as the index finds them: across the elements inside a line, but not from one paragraph or cell to the next.
(function () {
  "use strict";
  const {make, button, opened} = window.TownSearchPanel;
  const SKIPPED = "script, style, svg, select, textarea, button, nav, [hidden], [aria-hidden=true], .visually-hidden";
  const content = document.getElementById("content");
  let bar = null, said = null, asked = "", hits = [], now = 0;

  // The text nodes of each line of text; a line ends where something begins or ends that is no part of a line.
  function lines() {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const found = [];
    let last = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let block = node.parentNode;
      if (node.nodeName === "BR") { last = null; }
      if (node.nodeType !== 3 || block.closest(SKIPPED)) { continue; }
      while (block !== content && getComputedStyle(block).display === "inline") { block = block.parentNode; }
      if (block !== last) { found.push([]); }
      last = block;
      found[found.length - 1].push(node);
    }
    return found;
  }

  // From the end of the line to its beginning, so that what is still to be marked stays where it was.
  function markLine(nodes, ranges) {
    const marks = ranges.map(() => []);
    let begin = nodes.reduce((sum, node) => sum + node.length, 0);
    nodes.reverse().forEach((node) => {
      const length = node.length, part = document.createRange();
      begin -= length;
      for (let i = ranges.length - 1; i >= 0; i -= 1) {
        const start = Math.max(ranges[i][0] - begin, 0), end = Math.min(ranges[i][1] - begin, length);
        if (start < end) {
          part.setStart(node, start);
          part.setEnd(node, end);
          marks[i].unshift(make("mark", {class: "found"}));
          part.surroundContents(marks[i][0]);
        }
      }
    });
    return marks;
  }

  function mark(table) {
    const words = TownSearch.parse(asked, table);
    lines().forEach((nodes) => {
      const ranges = TownSearch.find(nodes.map((node) => node.data).join(""), words, table);
      hits = hits.concat(markLine(nodes, ranges));
    });
  }

  function go(to) {
    hits[now].forEach((one) => one.classList.remove("found-now"));
    now = (to + hits.length) % hits.length;
    hits[now].forEach((one) => one.classList.add("found-now"));
    const first = hits[now][0];
    for (let box = first.closest("details"); box; box = box.parentNode.closest("details")) { box.open = true; }
    first.scrollIntoView({block: "center"});
    said.textContent = "已标出“" + asked + "”，共 " + hits.length + " 处，这是第 " + (now + 1) + " 处";
  }

  function off() {
    if (bar && bar.contains(document.activeElement)) { content.focus({preventScroll: true}); }
    document.querySelectorAll(".found").forEach((one) => {
      const parent = one.parentNode;
      one.replaceWith(one.firstChild);
      parent.normalize();
    });
    if (bar) { bar.remove(); }
    document.documentElement.classList.remove("found-open");
    hits = [];
    bar = null;
  }

  // For good: neither coming back nor sending the address on brings the marks again.
  function dismiss() {
    off();
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  function show() {
    const buttons = [button(hits.length ? "取消标记" : "关闭", dismiss)];
    if (hits.length) { buttons.unshift(button("上一处", () => go(now - 1)), button("下一处", () => go(now + 1))); }
    said = make("p", {role: "status"}, "正文里没有“" + asked + "”，它在本页的概述或者附件里");
    bar = make("div", {class: "found-bar", role: "region", "aria-label": "标出的字词"}, said, ...buttons);
    document.body.append(bar);
    document.documentElement.classList.add("found-open");
    if (hits.length) { go(0); }
  }

  // An address may have been typed or cut off anywhere.
  function words(found) {
    try { return decodeURIComponent(found); } catch (error) { return found; }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && bar && !document.querySelector(".search-open")) { dismiss(); }
  });

  // The table of traditional characters is asked for only where some stand on the page or in the words.
  window.TownSearchMarks = {
    show(found) {
      off();
      if (!found) { return; }
      asked = words(found);
      now = 0;
      mark(null);
      if (!TownSearch.needsTable(asked + content.textContent)) { show(); return; }
      opened().then((index) => index.prepare(asked + content.textContent).then(() => {
        off();
        mark(index.normaliser);
      })).catch(() => {}).then(show);
    },
  };
}());
