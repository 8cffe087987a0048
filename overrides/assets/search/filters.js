// The filters of the search panel: loaded when a reader opens them, or comes with some in the address.
(function () {
  "use strict";
  const NAMES = {kind: "种类", year: "年份", category: "公开类别", validity: "效力", organ: "机关"};

  function build(panel) {
    return Object.keys(NAMES).map((name) => {
      const label = document.createElement("label");
      const select = document.createElement("select");
      select.name = name;
      select.append(new Option("全部"));
      select.addEventListener("change", () => panel.choose(name, select.selectedIndex ? select.value : null));
      label.append(NAMES[name], select);
      panel.filters.append(label);
      return select;
    });
  }

  // What is chosen stays to be seen, and to be taken off, when the filters are folded.
  function chip(panel, name) {
    const words = NAMES[name] + "：" + (panel.params.get(name) || "没有注明");
    const made = panel.button(words + " ×", () => {
      panel.filters.firstChild.focus();
      panel.choose(name, null);
    });
    made.setAttribute("aria-label", "去掉筛选 " + words);
    return made;
  }

  // ``exact``: each of them has been read; else so many at most.
  function fill(select, found, chosen, exact) {
    const known = chosen === null || found.some((one) => one[0] === chosen);
    const labels = known ? found.slice() : found.concat([[chosen, 0]]);
    select.textContent = "";
    select.append(new Option("全部"));
    labels.forEach(([label, count]) => {
      const words = (label || "没有注明") + (exact ? "（" : "（至多 ") + count + "）";
      select.append(new Option(words, label, false, label === chosen));
    });
    select.parentNode.hidden = labels.every((one) => !one[0]) && chosen === null; // there is nothing to choose from
  }

  // Shows what is chosen and, where the filters are open and the answer is there, what else can be.
  window.TownSearchFilters = function (panel) {
    const cursor = panel.cursor;
    panel.selects = panel.selects || build(panel);
    panel.chips.textContent = "";
    panel.chosen().forEach((name) => panel.chips.append(chip(panel, name)));
    return panel.filters.open && cursor && cursor.facets().then((found) => {
      if (cursor !== panel.cursor) { return; }
      panel.selects.forEach((select) => {
        fill(select, found[select.name] || [], panel.params.get(select.name), cursor.count().exact);
      });
    });
  };
}());
