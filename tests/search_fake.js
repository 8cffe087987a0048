// Stands in for the engine where a test needs an answer that comes late, or not at all. What is asked decides: a number
// gives so many results, "约30" at most so many, "慢" waits for fake.release(), "错" fails while fake.broken, "。" has no
// words, "附" is found in an attachment; anything else is not found.
(function () {
  "use strict";
  const fake = window.fake = {asked: [], broken: true, waiting: [], release() { fake.waiting.splice(0).forEach((go) => go()); }};

  function result(place, text) {
    return {
      url: "guide/apply/", title: "第" + place + "个页面<b>", numbers: ["青府〔2026〕" + place + "号"], day: "2026-01-02",
      kind: "通知", validity: "有效", category: "", organ: "", titleMarks: [[0, 2]],
      snippet: {text: "这里写着" + text + "和<img src=x>", marks: [[4, 4 + text.length]], cut: [true, true]},
      attachment: text === "附" ? {url: "guide/list.pdf", title: "名单"} : null,
    };
  }

  function query(text, options) {
    const number = text === "附" ? 1 : Number(text.replace(/\D/g, "")), exact = text[0] !== "约";
    const cursor = {words: text === "。" ? [] : [text], done: false, given: 0};
    fake.asked.push({text: text, sort: options.sort, filters: options.filters});
    cursor.count = () => ({number: cursor.done ? cursor.given : number, exact: exact || cursor.done});
    cursor.facets = () => Promise.resolve({kind: [["通知", 3], ["", 1]], year: [["2026", 2]], category: [], validity: [], organ: []});
    cursor.next = (most, tell) => {
      const last = Math.min(cursor.given + most, exact ? number : 15);
      while (cursor.given < last) { tell(result(cursor.given += 1, text)); }
      if (text === "错" && fake.broken) { return Promise.reject(new Error("down")); }
      cursor.done = cursor.given >= (exact ? number : 15);
      return Promise.resolve([]);
    };
    return text[0] === "慢" ? new Promise((go) => fake.waiting.push(() => go(cursor))) : Promise.resolve(cursor);
  }

  window.TownSearch = {open: () => Promise.resolve({query: query}), parse: (text) => [text], find: () => [], needsTable: () => false};
}());
