/* Those of a word, the most telling first: {text, at, size}. */
function gramsOf(word, common) {
  const all = Array.from(word), grams = [];
  const told = (i, size, test) => i + size <= all.length && all.slice(i, i + size).every(test);
  const ascii = c => c < "\x80" && !isSign(c);
  for (let i = 0; i < all.length; i++) {
    const size = told(i, 4, ascii) ? 4 : told(i, 3, ascii) ? 3 : told(i, 2, c => !isSign(c)) ? 2 : 1;
    const alone = size > 1 || !isSign(all[i]) && !(i && !isSign(all[i - 1]));
    if (alone && told(i, size, c => !isSign(c))) grams.push({text: all.slice(i, i + size).join(""), at: i, size: size});
  }
  const price = gram => gram.size === 2 ? (common.has(gram.text) ? 10 + common.get(gram.text) : 2) : gram.size === 1 ? 5 : 0;
  grams.sort((a, b) => price(a) - price(b) || a.at - b.at);
  // The second is taken from where the first says nothing.
  if (grams.length > 2) {
    const apart = grams.findIndex(gram => price(gram) < 5 && Math.abs(gram.at - grams[0].at) >= grams[0].size);
    if (apart > 1) grams.splice(1, 0, grams.splice(apart, 1)[0]);
  }
  return grams.map(gram => gram.text);
}

function hash(text) {
  let state = 0x811c9dc5;
  for (const c of text) state = Math.imul(state ^ c.codePointAt(0), 0x01000193);
  return state >>> 0;
}

/* A word as it is looked up: some of its grams, and further ones when these are not telling enough. */
class Term {
  constructor(text, grams, first) {
    this.text = text;
    this.chosen = grams.slice(0, first);
    this.spare = grams.slice(first);
    this.exact = this.chosen[0] === text;
  }

  /* Only once they are loaded. */
  choose(grams) {
    this.chosen = this.chosen.concat(grams);
    this.spare = this.spare.filter(gram => !grams.includes(gram));
  }
}
