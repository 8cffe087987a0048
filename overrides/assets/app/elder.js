// The version for elderly readers: chosen with the button in the header, by ?elder in the address, or on its own page,
// and kept in this browser until it is left. Sizes are the text's in px; styles/elder.css dresses them.
(function () {
  "use strict";
  const SIZES = [24, 27, 30];
  const KEY = "elder";
  const root = document.documentElement;
  const base = document.currentScript.src.replace(/[^/]*$/, "");
  const link = document.querySelector(".top__elder");
  const bar = document.querySelector(".elder-bar");
  const button = (name) => bar.querySelector('[data-elder="' + name + '"]');
  let size = 0; // none

  // Where a browser keeps nothing, the choice lasts as long as the page.
  function keep(value) {
    try { if (value) { localStorage.setItem(KEY, value); } else { localStorage.removeItem(KEY); } } catch (refused) { /* private */ }
  }

  function kept() {
    try { return Number(localStorage.getItem(KEY)); } catch (refused) { return 0; }
  }

  function show(wanted) {
    SIZES.forEach((one) => root.classList.remove("elder--" + one));
    size = wanted;
    root.classList.toggle("elder", size > 0);
    if (size) { root.classList.add("elder--" + size); }
    button("smaller").disabled = size === SIZES[0];
    button("larger").disabled = size === SIZES[SIZES.length - 1];
  }

  function choose(wanted) {
    show(wanted);
    keep(wanted);
  }

  function step(by) {
    choose(SIZES[SIZES.indexOf(size) + by]);
  }

  const acts = {
    smaller: () => step(-1),
    larger: () => step(1),
    off: () => { choose(0); if (window.TownAloud) { TownAloud.stop(); } link.focus(); },
    aloud: () => {
      if (window.TownAloud) { TownAloud.open(); return; }
      const script = document.createElement("script");
      script.src = base + "aloud.js";
      script.onload = () => TownAloud.open();
      document.head.append(script);
    },
  };

  // Reading aloud is offered where the device has a Chinese voice; most tell of their voices only after a while.
  function offer() {
    button("aloud").hidden = !speechSynthesis.getVoices().some((voice) => /^(zh|cmn)/i.test(voice.lang));
  }

  link.setAttribute("role", "button");
  link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); link.click(); } });
  link.addEventListener("click", (event) => {
    event.preventDefault();
    choose(SIZES[0]);
    bar.querySelector("button:not(:disabled)").focus();
    scrollTo(0, 0);
  });
  bar.addEventListener("click", (event) => {
    const act = acts[event.target.getAttribute("data-elder")];
    if (act) { act(); }
  });
  if (window.speechSynthesis) {
    offer();
    if (speechSynthesis.addEventListener) { speechSynthesis.addEventListener("voiceschanged", offer); }
  }
  const asked = root.classList.contains("elder") || new URLSearchParams(location.search).has("elder");
  const before = SIZES.indexOf(kept()) < 0 ? 0 : kept();
  if (asked) { choose(before || SIZES[0]); } else if (before) { show(before); }
  addEventListener("beforeprint", () => document.querySelectorAll("main details").forEach((one) => { one.open = true; }));
}());
