// The page 没有网也能看: says that a page is not kept, saves and removes the site, lists what is kept. The worker
// (offline/sw.js) does all keeping; this asks it. ES2017, for WebViews of 2018.
(function () {
  "use strict";
  const root = document.currentScript.src.replace(/assets\/[^?]*$/, "");
  const at = (id) => document.getElementById("offline-" + id);
  const foot = document.querySelector("[data-worker]");
  const act = at("act"), progress = at("progress"), rows = at("kept").querySelector("ul");
  const CHUNK = 8, ROWS = 30;
  let looking = Promise.resolve(), ready = null, state = null, running = false, begun = false, shown = 0;

  function tell(words) {
    at("said").textContent = words;
  }

  function size(bytes) {
    return bytes < 1048576 ? Math.ceil(bytes / 1024) + "KB" : (bytes / 1048576).toFixed(1) + "MB";
  }

  function ask(what, data) {
    return new Promise((done, fail) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = (event) => event.data.error ? fail(new Error(event.data.error)) : done(event.data);
      ready.active.postMessage(Object.assign({ask: what}, data), [channel.port2]);
    });
  }

  const bytesOf = (names) => names.reduce((sum, name) => sum + (state.pages[name] || state.files[name])[0], 0);
  const pagesOf = (names) => names.filter((name) => state.pages[name]).length;

  // Where the page stands in for another: its address comes from the worker, and is used only below this site's root.
  function absent() {
    const from = new URLSearchParams(location.search).get("from");
    const address = from === null ? "" : new URL(root + from).href;
    if (!address.startsWith(root)) { return; }
    at("again").href = address;
    at("absent").hidden = false;
    addEventListener("online", () => { at("back").textContent = "手机好像又有网络了，可以再试一次。"; });
  }

  // What there is to save, on the button and beside it.
  function look() {
    looking = looking.catch(() => {}).then(() => ask("state")).then((answer) => {
      state = answer;
      const pages = Object.keys(state.pages), left = state.missing, kept = state.kept.length;
      const whole = size(bytesOf(pages.concat(Object.keys(state.files))));
      const rest = kept ? "现在还差 " + pagesOf(left) + " 页（包括有更新的），约 " + size(bytesOf(left)) + "。" : "";
      at("size").textContent = "全站共 " + pages.length + " 页，连同样式和图片约 " + whole + "。"
        + (left.length ? rest + "下载时一般会压缩，实际用的流量更少。" : "已经全部保存，没有网络也能看。");
      act.textContent = !left.length ? "看看有没有更新" : state.whole || begun ? "继续保存" : "保存本站供离线阅读";
      at("count").textContent = "共 " + kept + " 页。";
      at("kept").hidden = !kept;
      rows.textContent = "";
      shown = 0;
      return more();
    });
    return looking;
  }

  // Titles come from the kept pages themselves.
  async function more() {
    const names = state.kept.slice(shown, shown + ROWS), cache = await caches.open(state.cache);
    shown += names.length;
    at("more").hidden = shown >= state.kept.length;
    const answers = await Promise.all(names.map((name) => cache.match(root + name)));
    const texts = await Promise.all(answers.map((answer) => answer ? answer.text() : ""));
    texts.forEach((text, i) => {
      const title = new DOMParser().parseFromString(text.split("</title>")[0], "text/html").title;
      const row = document.createElement("a");
      row.href = root + names[i];
      row.textContent = title.replace(/ - [^-]*$/, "") || names[i];
      rows.appendChild(document.createElement("li")).appendChild(row);
    });
  }

  // The room in bytes, as far as the phone says; it may know better, so nothing is refused.
  function room() {
    const storage = navigator.storage || {};
    if (storage.persist) { storage.persist().catch(() => {}); }
    const asked = storage.estimate ? storage.estimate() : Promise.reject(new Error("unknown"));
    return asked.then((has) => Math.max(has.quota - has.usage, 0)).catch(() => Infinity);
  }

  function draw(done, all) {
    progress.hidden = false;
    progress.firstChild.value = all ? done / all : 1;
    progress.lastChild.textContent = Math.floor(all ? done / all * 100 : 100) + "%，" + size(done) + " / " + size(all);
  }

  async function save() {
    const names = state.missing.slice(), all = bytesOf(names), failed = [], place = await room();
    const little = "手机留给本站的空间大约只有 " + size(place) + "，可能存不下。";
    let done = 0, told = 0, full = false, lost = false;
    begun = true; // a full phone cannot even keep that
    act.textContent = "停止";
    tell(place < all ? little + "正在保存…" : "正在保存，请不要关掉这一页。");
    draw(0, all);
    while (names.length && running && !full && !lost) {
      const part = names.splice(0, CHUNK), answer = await ask("keep", {names: part});
      full = answer.full;
      lost = answer.failed.length === part.length; // no network; what comes next would fail as well
      failed.push(...answer.failed);
      done += bytesOf(part) - bytesOf(answer.failed);
      draw(done, all);
      if (done / all >= told + 0.25 && names.length) {
        told = done / all;
        tell("已保存 " + Math.floor(told * 100) + "%。");
      }
    }
    await look();
    tell(ending(full, failed.length + (lost ? names.length : 0), names.length));
  }

  function ending(full, failed, left) {
    if (full) { return "手机的存储空间不够了，没有存完。已经存下的可以看；腾出空间以后再按“继续保存”。"; }
    if (failed) {
      return "还有 " + failed + " 个页面或文件没有存下来，可能是网络断了。已经存下的可以看；有网络时再按“继续保存”。";
    }
    return left ? "已停止。已经存下的可以看，再按“继续保存”会接着存。" : "保存好了，没有网络也能看。";
  }

  function press() {
    if (running) {
      running = false;
      tell("正在停止…");
      return;
    }
    running = true;
    const renewed = () => tell(state.missing.length ? "有更新。" : "没有更新。");
    const work = state.missing.length ? save() : look().then(renewed);
    work.catch(() => tell("没有办成，请刷新这一页再试。")).then(() => { running = false; });
  }

  function remove() {
    running = begun = false;
    ask("remove").then(look).then(() => {
      progress.hidden = true;
      act.textContent = "保存本站供离线阅读";
      tell("已经删除。以后看过的页面还会留下来。");
    }, () => tell("手机上的页面已经删除。"));
  }

  function cannot() {
    at("cannot").hidden = false;
  }

  async function start() {
    await navigator.serviceWorker.register(foot.dataset.worker);
    ready = await navigator.serviceWorker.ready;
    navigator.serviceWorker.onmessage = () => running || look(); // the pages that a first visit keeps are there
    await look();
    act.addEventListener("click", press);
    at("remove").addEventListener("click", remove);
    at("more").addEventListener("click", more);
    at("save").hidden = false;
  }

  absent();
  if (foot && navigator.serviceWorker) { start().catch(cannot); } else { cannot(); }
}());
