// A page built before a document's state changed is put right by the reader's own day in Asia/Shanghai (UTC+8, which has
// no daylight saving). The page brings all words with it; this only shows, hides and replaces them.
(function () {
  "use strict";
  var today = new Date(new Date().getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10);

  // Of the banners whose day has come only the last one holds; the first, without a day, is that of the build.
  var banners = document.querySelectorAll("[data-validity-from]");
  var last = -1;
  var i, j;
  for (i = 0; i < banners.length; i += 1) {
    if (banners[i].getAttribute("data-validity-from") <= today) { last = i; }
  }
  for (i = 0; i < banners.length; i += 1) {
    banners[i].hidden = i !== last;
  }

  // 2026-12-01 废止;2027-01-01 失效
  var words = document.querySelectorAll("[data-validity-coming]");
  for (i = 0; i < words.length; i += 1) {
    var changes = words[i].getAttribute("data-validity-coming").split(";");
    for (j = 0; j < changes.length; j += 1) {
      if (changes[j].slice(0, 10) <= today) { words[i].textContent = changes[j].slice(11); }
    }
  }
}());
