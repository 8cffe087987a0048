// Has offline/sw.js keep what was read, once the page is there and at rest. The footer says where the worker is; it does
// not in a preview. Where a browser cannot keep anything (plain HTTP, private windows), nothing happens.
(function () {
  const workers = navigator.serviceWorker;

  function start() {
    const foot = document.querySelector("[data-worker]");
    const line = navigator.connection || {};
    const spares = line.saveData || /2g/.test(line.effectiveType);
    const page = workers.controller ? "" : location.href;
    if (!foot) { return; }
    workers.register(foot.dataset.worker).then(() => workers.ready).then((known) => {
      known.active.postMessage({ask: "arrived", page: page, core: !spares});
    }).catch(() => {});
  }

  if (workers) {
    addEventListener("load", () => window.requestIdleCallback ? requestIdleCallback(start) : setTimeout(start, 2000));
  }
}());
