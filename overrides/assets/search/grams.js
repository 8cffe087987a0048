/* What a gram costs to look up, roughly: the fewer pages hold it, the less. */
function priceOf(gram, common) {
  const size = Array.from(gram).length;
  if (common.has(gram)) return 10 + common.get(gram);
  if (size === 1) return 9;
  if (size === 2) return 2;
  return /^(19|20)\d\d$|^\d{3}$/.test(gram) ? 1.5 : 1; // years and parts of numbers are in many
}

/* Those of a word, the most telling first. */
function gramsOf(word, common) {
  const all = Array.from(word), grams = [];
  const fits = (at, ascii, others) => at + ascii + others <= all.length &&
    all.slice(at, at + ascii + others).every((c, i) => !isSign(c) && (!ascii || c < "\x80" === i < ascii));
  for (let i = 0; i < all.length; i++) {
    const sort = [[4, 0], [3, 1], [3, 0], [2, 1], [0, 2]].find(one => fits(i, one[0], one[1]));
    const alone = !isSign(all[i]) && !(i && !isSign(all[i - 1]));
    if (sort || alone) grams.push({text: all.slice(i, i + (sort ? sort[0] + sort[1] : 1)).join(""), at: i});
  }
  // Of numbers the end tells most, of words the begin does.
  const digits = gram => /\d/.test(gram.text);
  grams.sort((a, b) => priceOf(a.text, common) - priceOf(b.text, common) ||
    digits(b) - digits(a) || (digits(a) ? b.at - a.at : a.at - b.at));
  // The second is taken from where the first says nothing.
  const apart = grams.findIndex(gram => priceOf(gram.text, common) < 9 && Math.abs(gram.at - grams[0].at) >= 2);
  if (apart > 1) grams.splice(1, 0, grams.splice(apart, 1)[0]);
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
    this.exact = grams.includes(text); // then it proves the word by itself
    this.chosen = this.exact ? [text] : grams.slice(0, first);
    this.spare = this.exact ? [] : grams.slice(first);
  }

  /* Only once they are loaded. */
  choose(grams) {
    this.chosen = this.chosen.concat(grams);
    this.spare = this.spare.filter(gram => !grams.includes(gram));
  }
}
