const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}"'`\u2018-\u201f\u2032\u2033\u3008-\u300b\u300c-\u300f\u301d-\u301f]/gu;
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const FORMS = [
  [INVISIBLE, ""],
  [SPACE, " "],
  [/[~\u2010-\u2015\u2053\u2212\u223c\u301c\ufe58]/g, "-"],
  [/[\u2022\u2027\u2219\u22c5\u30fb]/g, "·"],
  [/[[{\u3010\u3014\u3016\u3018]/g, "("],
  [/[\]}\u3011\u3015\u3017\u3019]/g, ")"]
];
const SIGN = /^[\0-/:-@[-`{-\u00bf\u2000-\u206f\u20a0-\u20cf\u2190-\u27bf\u3000-\u3004\u3006\u3008-\u3020\u3030\ufe10-\ufe6f\uff00-\uffef]/;
const isSign = c => SIGN.test(c);
const isLatin = c => c < "\u2e80" && !isSign(c);

class Normaliser {
  constructor(table) {
    this.table = table;
    this.forms = new Map();
  }

  form(c) {
    let form = this.forms.get(c);
    if (form === undefined) {
      form = FORMS.reduce((text, pair) => text.replace(pair[0], pair[1]), c.normalize("NFKC").toLowerCase());
      if (this.table) form = Array.from(form, one => this.table.get(one) || one).join("");
      this.forms.set(c, form);
    }
    return form;
  }

  /* The normal form; `places`, when given, takes from where to where in the text each unit of it stands. */
  normalise(text, places) {
    let out = "", space = false, place = 0;
    for (const c of text) {
      for (const one of this.form(c)) {
        if (one === " ") { space = true; continue; }
        if (space && out && isLatin(one) && isLatin(out[out.length - 1])) {
          out += " ";
          if (places) places.push([place - 1, place]);
        }
        space = false;
        out += one;
        if (places) for (let i = 0; i < one.length; i++) places.push([place, place + c.length]);
      }
      place += c.length;
    }
    return out;
  }

  /* Where in the text any of the words is: [[start, end], ...], joined where they touch. */
  find(text, words) {
    const places = [], normal = this.normalise(text, places), found = [];
    for (const word of words) {
      for (let i = normal.indexOf(word); i >= 0; i = normal.indexOf(word, i + word.length)) {
        found.push([places[i][0], places[i + word.length - 1][1]]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return found.reduce((joined, one) => {
      const last = joined[joined.length - 1];
      if (last && one[0] <= last[1]) last[1] = Math.max(last[1], one[1]);
      else joined.push(one);
      return joined;
    }, []);
  }
}

const STANDARD = standardCharacters();
const SIMPLE = new Set(STANDARD.replace(/[後徵於]/g, "")); // no other of them is read as another
const isOdd = c => c >= "\u4e00" && c < "\ua000" && !SIMPLE.has(c);

/* Whether a text can hold a character that the table of traditional ones reads as another. */
function needsTable(text, normaliser) {
  return !normaliser.table && Array.from(text).some(c => Array.from(normaliser.form(c)).some(isOdd));
}

/* The Chinese characters of GB 2312, row after row of 94. */
function standardCharacters() {
  try {
    const bytes = new Uint8Array(72 * 94 * 2);
    for (let i = 0; i < bytes.length; i += 2) {
      bytes[i] = 0xb0 + Math.floor(i / 188);
      bytes[i + 1] = 0xa1 + i / 2 % 94;
    }
    return new TextDecoder("gbk").decode(bytes);
  } catch (error) {
    return "";
  }
}

/* Words are split at spaces; what stands in quotes is one. Signs alone are no word. */
function parse(text, normaliser) {
  const parts = text.replace(/[\u201c\u201d\u201e\u201f\uff02\u300c-\u300f\u301d-\u301f]/g, '"').split('"');
  const raw = [];
  parts.forEach((part, i) => {
    if (i % 2 && i < parts.length - 1) raw.push(part);
    else part.split(SPACE).forEach(one => raw.push(one));
  });
  const words = raw.map(one => normaliser.normalise(one)).filter(one => Array.from(one).some(c => !isSign(c)));
  return words.filter((one, i) => words.indexOf(one) === i);
}
