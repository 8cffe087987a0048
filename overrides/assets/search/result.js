const SENTENCE = 16; // characters from which a block says something; shorter ones are cells and headings

/* As shown: the block with most of the words in it, a sentence rather than a cell, from the passages that were read. */
function resultOf(passages, words, normaliser) {
  const first = passages[0];
  let best = {text: (first.b || [""])[0], marks: [], score: 0, passage: first, place: 0};
  passages.forEach(passage => (passage.b || []).forEach((text, place) => {
    const whole = normaliser.normalise(text);
    const held = words.filter(word => whole.includes(word)).length, score = held && held * 2 + (text.length >= SENTENCE);
    if (score > best.score) best = {text: text, marks: normaliser.find(text, words), score: score, passage: passage, place: place};
  }));
  const file = (best.passage.a || []).filter(one => one[0] <= best.place).pop();
  return {
    url: first.u, title: first.t, numbers: first.n || [], day: first.d || "", kind: first.k || "",
    validity: first.v || "", category: first.c || "", organ: first.o || "",
    titleMarks: normaliser.find(first.t, words), snippet: cut(best.text, best.marks),
    attachment: file ? {url: file[1], title: file[2]} : null
  };
}

function textOf(passage) {
  return [passage.t].concat(passage.n || [], passage.b || []).join("");
}

/* About a hundred characters around the first mark. */
function cut(text, marks) {
  const begin = marks.length && marks[0][0] > 40 ? marks[0][0] - 30 : 0;
  const from = begin && /[\udc00-\udfff]/.test(text[begin]) ? begin - 1 : begin;
  let to = Math.min(text.length, Math.max(from + 100, marks.length ? Math.min(marks[0][1] + 30, from + 200) : 0));
  if (to < text.length && /[\udc00-\udfff]/.test(text[to])) to--;
  const inside = marks.filter((one, number) => !number || one[1] <= to) // half a word is none of them
    .map(one => [one[0] - from, Math.min(one[1], to) - from]);
  return {text: text.slice(from, to), marks: inside, cut: [from > 0, to < text.length]};
}
