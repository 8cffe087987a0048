// Has offline/sw.js keep what was read, once the page is there and at rest. The footer says where the worker is; it does
// not in a preview. Where a browser cannot keep anything (plain HTTP, private windows), nothing happens.
(function () {
  "use strict";
  const foot = document.querySelector("[data-worker]");
  const workers = navigator.serviceWorker;
  if (!foot || !workers) { return; }

  function start() {
    const line = navigator.connection || {};
    const spares = line.saveData || /2g/.test(line.effectiveType);
    const page = workers.controller ? "" : location.href;
    workers.register(foot.dataset.worker).then(() => workers.ready).then((ready) => {
      ready.active.postMessage({ask: "arrived", page: page, core: !spares});
    }).catch(() => {});
  }

  addEventListener("load", () => window.requestIdleCallback ? requestIdleCallback(start) : setTimeout(start, 2000));
}());
