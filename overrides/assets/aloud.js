// Reads the page aloud, one piece of its text after the other; the piece being read is marked and kept in sight.
window.TownAloud = (function () {
  "use strict";
  const PIECES = "h1,h2,h3,h4,p,li,caption,tr,dt,dd,summary,figcaption";
  const OWN = "nav,form,[hidden],[aria-hidden=true],svg,script,noscript";
  const LONGEST = 120; // characters; some voices fall silent in the middle of longer ones
  let pieces = [], place = 0, running = false, panel, said, pause;

  // All that is seen, in the order of the page: runs of text that stand in the same piece; a row of a table is one.
  function gather() {
    const found = [];
    const walk = document.createTreeWalker(document.getElementById("content"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const words = walk.currentNode.data.replace(/\s+/g, " ").trim(), parent = walk.currentNode.parentElement;
      const one = parent.closest("tr") || parent.closest(PIECES) || parent;
      const folded = parent.closest("details:not([open])") && !parent.closest("summary");
      if (words && !folded && parent.getClientRects().length && !parent.closest(OWN)) {
        const last = found[found.length - 1], cell = parent.closest("th,td");
        if (last && last.one === one) {
          last.words += (last.cell === cell ? "" : "，") + words;
          last.cell = cell;
        } else {
          found.push({one: one, words: words, cell: cell});
        }
      }
    }
    return found.filter((piece) => /[\w\u3400-\u9fff]/.test(piece.words));
  }

  function sentences(words) {
    const found = [];
    (words.match(/[^。；！？]+[。；！？]?/g) || []).forEach((sentence) => {
      for (let at = 0; at < sentence.length; at += LONGEST) { found.push(sentence.slice(at, at + LONGEST)); }
    });
    return found;
  }

  function mark(on) {
    if (pieces[place]) { pieces[place].one.classList.toggle("aloud__now", on); }
  }

  // Every call begins anew; what an earlier call had queued is silenced, and its end is not ours any more.
  function speak() {
    speechSynthesis.cancel();
    if (place >= pieces.length) { hold(); place = 0; pause.textContent = "从头读"; tell("读完了"); return; }
    running = true;
    pause.textContent = "停一下";
    mark(true);
    pieces[place].one.scrollIntoView({block: "center"});
    tell("正在读第 " + (place + 1) + " 段，共 " + pieces.length + " 段");
    const queue = sentences(pieces[place].words);
    const turn = {};
    speak.turn = turn;
    queue.forEach((words, number) => {
      const voice = new SpeechSynthesisUtterance(words);
      voice.lang = "zh-CN";
      voice.rate = .85;
      if (number === queue.length - 1) {
        voice.onend = () => { if (speak.turn === turn && running) { go(1); } };
      }
      voice.onerror = (event) => {
        if (speak.turn === turn && !/interrupted|canceled/.test(event.error)) { hold(); tell("读不出来，请再试一次"); }
      };
      speechSynthesis.speak(voice);
    });
  }

  function go(by) {
    mark(false);
    place = Math.max(0, place + by);
    speak();
  }

  // Not speechSynthesis.pause(): on telephones it ends for good. The piece is read from its beginning again.
  function hold() {
    running = false;
    speak.turn = null;
    speechSynthesis.cancel();
    pause.textContent = "接着读";
    tell("停在第 " + (place + 1) + " 段");
  }

  function stop() {
    running = false;
    speak.turn = null;
    speechSynthesis.cancel();
    mark(false);
    if (panel) { panel.remove(); panel = null; }
  }

  function tell(words) {
    if (said) { said.textContent = words; }
  }

  function make(name, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", act);
    panel.append(button);
    return button;
  }

  function open() {
    if (panel) { pause.focus(); return; }
    panel = document.createElement("div");
    panel.className = "aloud";
    panel.setAttribute("role", "region");
    panel.setAttribute("aria-label", "朗读");
    said = document.createElement("p");
    panel.append(said);
    make("上一段", () => go(-1));
    pause = make("停一下", () => { if (running) { hold(); } else { speak(); } });
    make("下一段", () => go(1));
    make("不读了", () => { stop(); document.querySelector('[data-elder="aloud"]').focus(); });
    document.body.append(panel);
    pieces = gather();
    place = 0;
    pause.focus();
    speak();
  }

  addEventListener("pagehide", stop);
  return {open, stop};
}());
