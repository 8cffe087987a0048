// The version for elderly readers: chosen with the button in the header, by ?elder in the address, or on its own page,
// and kept in this browser until it is left. Sizes are the text's in px; styles/elder.css dresses them. The size is
// set before the page is drawn, where the script comes from the browser's cache; buttons follow when they are there.
(function () {
  const SIZES = [24, 27, 30];
  const KEY = "elder";
  const root = document.documentElement;
  let size = 0; // none

  // Where a browser keeps nothing, the choice lasts as long as the page.
  function keep(value) {
    try { if (value) { localStorage.setItem(KEY, value); } else { localStorage.removeItem(KEY); } } catch (refused) { /* private */ }
  }

  function kept() {
    try { return SIZES.find((one) => one === Number(localStorage.getItem(KEY))) || 0; } catch (refused) { return 0; }
  }

  function show(wanted) {
    SIZES.forEach((one) => root.classList.toggle("elder--" + one, one === wanted));
    root.classList.toggle("elder", wanted > 0);
    size = wanted;
  }

  function wire() {
    const link = document.querySelector(".top__elder");
    const bar = document.querySelector(".elder-bar");
    const button = (name) => bar.querySelector('[data-elder="' + name + '"]');

    function choose(wanted) {
      show(wanted);
      keep(wanted);
      button("smaller").disabled = size === SIZES[0];
      button("larger").disabled = size === SIZES[SIZES.length - 1];
    }

    const acts = {
      smaller: () => choose(SIZES[SIZES.indexOf(size) - 1]),
      larger: () => choose(SIZES[SIZES.indexOf(size) + 1]),
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
      button("larger").focus();
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
    if (size) { choose(size); }
  }

  show(kept() || (root.classList.contains("elder") || new URLSearchParams(location.search).has("elder") ? SIZES[0] : 0));
  root.classList.add("ready");
  ready(wire);
  addEventListener("beforeprint", () => document.querySelectorAll("main details").forEach((one) => { one.open = true; }));
}());
