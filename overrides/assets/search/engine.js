/* Full-text search over static files: every page that holds the words, and no other.
   The files are described in scripts/publicity/search/__init__.py, which writes them; what is the same text, in
   scripts/publicity/search/normal.py. ES2017, for the WebViews of 2018: no wasm, no eval, no worker. */
(function () {
  "use strict";

  /* ---- what is the same text ---- */

  const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}"'`\u2018-\u201f\u2032\u2033\u3008-\u300b\u300c-\u300f\u301d-\u301f]/gu;
  const FORMS = [
    [INVISIBLE, ""],
    [/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, " "],
    [/[~\u2010-\u2015\u2053\u2212\u223c\u301c\ufe58]/g, "-"],
    [/[\u2022\u2027\u2219\u22c5\u30fb]/g, "·"],
    [/[[{\u3010\u3014\u3016\u3018]/g, "("],
    [/[\]}\u3011\u3015\u3017\u3019]/g, ")"]
  ];
  const SIGN = /^[\0-/:-@[-`{-\u00bf\u2000-\u206f\u20a0-\u20cf\u2190-\u27bf\u3000-\u3004\u3006\u3008-\u3020\u3030\ufe10-\ufe6f\uff00-\uffef]/;
  const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
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

    /* The normal form; `at`, when given, takes where in the text each unit of it begins. */
    normalise(text, at) {
      let out = "", space = false, place = 0;
      for (const c of text) {
        for (const one of this.form(c)) {
          if (one === " ") { space = true; continue; }
          if (space && out && isLatin(one) && isLatin(out[out.length - 1])) {
            out += " ";
            if (at) at.push(place);
          }
          space = false;
          out += one;
          if (at) for (let i = 0; i < one.length; i++) at.push(place);
        }
        place += c.length;
      }
      if (at) at.push(place);
      return out;
    }

    /* Where in the text any of the words is: [[start, end], ...], joined where they touch. */
    find(text, words) {
      const at = [], normal = this.normalise(text, at), found = [];
      for (const word of words) {
        for (let i = normal.indexOf(word); i >= 0; i = normal.indexOf(word, i + word.length)) {
          let end = at[i + word.length];
          // a space that was dropped after the word is not part of it
          while (end > at[i] + 1 && SPACE.test(text[end - 1])) end--;
          found.push([at[i], end]);
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

  /* The characters of GB 2312: with these alone, no text needs the table of traditional ones. */
  function simpleCharacters() {
    try {
      const bytes = new Uint8Array(72 * 94 * 2);
      for (let i = 0; i < bytes.length; i += 2) {
        bytes[i] = 0xb0 + Math.floor(i / 188);
        bytes[i + 1] = 0xa1 + i / 2 % 94;
      }
      return new Set(new TextDecoder("gbk").decode(bytes));
    } catch (error) {
      return new Set();
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

  /* ---- grams ---- */

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

  /* ---- postings ---- */

  const END = Infinity, UNREAD = -1;
  const TITLE = 0, NUMBER = 1, TEXT = 2, ATTACHMENT = 3;

  function decode(text) {
    const values = [];
    let value = 0, shift = 0;
    for (let i = 0; i < text.length; i++) {
      const digit = text.charCodeAt(i) - 48;
      value += (digit & 31) * Math.pow(2, shift);
      if (digit & 32) shift += 5;
      else { values.push(value); value = shift = 0; }
    }
    return values;
  }

  const fromGaps = values => { let last = -1; return values.map(gap => last += gap + 1); };

  /* The documents of one gram in one field, ascending; the first part came with the bucket. */
  class Postings {
    constructor(text, field, path, read) {
      const halves = (text || "").split("|");
      this.masked = field >= TEXT;
      this.path = path;
      this.read = read;
      this.starts = [0];
      this.parts = [this.part(halves[0])];
      this.total = this.parts[0].documents.length;
      if (halves.length > 1) {
        const tail = decode(halves[1]);
        this.total = tail[0];
        this.starts = this.starts.concat(fromGaps(tail.slice(1)));
      }
    }

    part(text) {
      const values = decode(text);
      if (!this.masked) return {documents: fromGaps(values), masks: null};
      return {documents: fromGaps(values.filter((v, i) => i % 2 === 0)), masks: values.filter((v, i) => i % 2)};
    }

    get whole() {
      return this.starts.every((start, i) => this.parts[i]);
    }

    /* The first document from this one on; END after the last, UNREAD when a part must be loaded to tell. */
    seek(document) {
      let place = this.place(document);
      for (; place < this.starts.length; place++) {
        const part = this.parts[place];
        if (!part) return UNREAD;
        const row = lowest(part.documents, document);
        if (row < part.documents.length) return part.documents[row];
      }
      return END;
    }

    mask(document) {
      const part = this.parts[this.place(document)];
      const row = part ? lowest(part.documents, document) : 0;
      if (!part || part.documents[row] !== document) return 0;
      return part.masks ? part.masks[row] : 1;
    }

    place(document) {
      return Math.max(0, lowest(this.starts, document + 1) - 1);
    }

    /* Load what `seek` could not tell from. */
    async load(document) {
      let place = this.place(document);
      while (place < this.starts.length && this.parts[place]) place++;
      await this.loadPart(place);
    }

    async loadPart(place) {
      if (place < this.starts.length && !this.parts[place]) {
        this.parts[place] = this.part(await this.read(this.path + "-" + (place - 1) + ".txt") || "");
      }
    }

    loadAll() {
      return Promise.all(this.starts.map((start, place) => this.loadPart(place)));
    }
  }

  function lowest(sorted, value) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (sorted[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* ---- a segment, and the whole index ---- */

  class Segment {
    constructor(entry, read) {
      this.docs = entry.docs;
      this.bits = entry.bits;
      this.front = entry.front;
      this.removed = new Set(entry.removed);
      this.read = path => read(entry.path + "/" + path);
      this.grams = new Map();
      this.facets = null;
    }

    /* The four postings of a gram. */
    async load(gram) {
      if (this.grams.has(gram)) return;
      const bucket = this.bits ? hash(gram) >>> 32 - this.bits : 0;
      const text = "\n" + (await this.read("b/" + bucket + ".txt") || "");
      const begin = text.indexOf("\n" + gram + "\t");
      const lists = begin < 0 ? [] : text.slice(begin + gram.length + 2, text.indexOf("\n", begin + 1)).split("\t");
      const name = "r/" + Array.from(gram, c => c.codePointAt(0).toString(16)).join("_") + "-";
      this.grams.set(gram, [0, 1, 2, 3].map(field => new Postings(lists[field], field, name + field, this.read)));
    }

    async passage(document, place) {
      const text = await this.read("t/" + document + "/" + place + ".txt");
      return text === null ? null : JSON.parse(text);
    }

    async loadFacets() {
      if (this.facets) return;
      const files = [this.read("f/labels.json")];
      for (let i = 0; i * 4096 < this.docs; i++) files.push(this.read("f/" + i + ".txt"));
      const texts = await Promise.all(files);
      const labels = JSON.parse(texts[0]), names = Object.keys(labels), codes = names.map(() => "");
      texts.slice(1).forEach(text => text.split("\n").forEach((line, i) => { if (i < names.length) codes[i] += line; }));
      this.facets = {};
      names.forEach((name, i) => {
        this.facets[name] = document => labels[name][codes[i].charCodeAt(document) - 48];
      });
    }
  }

  class Index {
    constructor(manifest, read) {
      this.read = read;
      this.weights = manifest.weights;
      this.traditional = manifest.traditional;
      this.common = new Map();
      const pairs = Array.from(manifest.common);
      for (let i = 0; i < pairs.length; i += 2) this.common.set(pairs[i] + pairs[i + 1], (pairs.length - i) / pairs.length);
      this.segments = manifest.segments.map(entry => new Segment(entry, read));
      this.pages = this.segments.reduce((sum, one) => sum + one.docs - one.removed.size, 0);
      this.normaliser = new Normaliser(null);
      this.simple = simpleCharacters();
    }

    /* Whether a text can hold a character that the table reads as another. */
    needsTable(text) {
      return !this.normaliser.table && Array.from(text).some(c => c >= "\u4e00" && c < "\ua000" && !this.simple.has(c));
    }

    async prepare(text) {
      if (!this.needsTable(text)) return;
      const lines = (await this.read(this.traditional) || "").split("\n");
      const simplified = Array.from(lines[1] || "");
      this.normaliser = new Normaliser(new Map(Array.from(lines[0], (c, i) => [c, simplified[i]])));
    }

    async query(text, options) {
      await this.prepare(text);
      const cursor = new Cursor(this, text, options || {});
      await cursor.open();
      return cursor;
    }
  }

  /* ---- a query ---- */

  class Cursor {
    constructor(index, text, options) {
      this.index = index;
      this.byDate = options.sort === "date";
      this.filters = options.filters || {};
      this.words = parse(text, index.normaliser);
      const first = this.words.length > 1 ? 1 : 2;
      this.terms = this.words.map(word => new Term(word, gramsOf(word, index.common), first));
      this.phrase = this.phraseOf(text);
      this.segments = index.segments;
      this.shown = new Set();
      this.rejected = new Set();
      this.misses = 0;
      this.done = this.words.length === 0;
      this.ready = [];
    }

    /* Several words may stand together: then the joints between them are looked up as well. */
    phraseOf(text) {
      if (this.words.length < 2) return null;
      const whole = this.index.normaliser.normalise(text), inside = new Set();
      this.words.forEach(word => gramsOf(word, this.index.common).forEach(gram => inside.add(gram)));
      const joints = gramsOf(whole, this.index.common).filter(gram => !inside.has(gram));
      const term = new Term(whole, joints, 1);
      this.terms.forEach(one => { term.chosen = term.chosen.concat(one.chosen); });
      return term;
    }

    async open() {
      await this.load();
      if (Object.keys(this.filters).length) await Promise.all(this.segments.map(one => one.loadFacets()));
      this.sources = this.done ? [] : this.byDate ? this.datedSources() : this.rankedSources();
    }

    load() {
      const grams = new Set();
      this.terms.concat(this.phrase || []).forEach(term => term.chosen.forEach(gram => grams.add(gram)));
      const loads = [];
      this.segments.forEach(segment => grams.forEach(gram => loads.push(segment.load(gram))));
      return Promise.all(loads);
    }

    accepts(segment, document) {
      return !segment.removed.has(document) &&
        Object.keys(this.filters).every(name => segment.facets[name](document) === this.filters[name]);
    }

    /* The best field first; before it, where it weighs more, the words standing together. */
    rankedSources() {
      const weights = this.index.weights, tiers = [];
      ["title", "number", "text", "attachment"].forEach((name, field) => {
        tiers.push({terms: this.terms, field: field, weight: weights[name]});
        if (this.phrase) tiers.push({terms: [this.phrase], field: field, weight: weights[name] + weights.phrase});
      });
      tiers.sort((a, b) => b.weight - a.weight || a.field - b.field);
      const sources = [];
      tiers.forEach(tier => this.segments.forEach(segment => {
        sources.push(new Walk(this, segment, tier.terms, tier.field, 0, END));
      }));
      return sources;
    }

    /* In each segment those of a weight and all others are two runs, each by date; merged as they are read. */
    datedSources() {
      const sources = [];
      this.segments.forEach(segment => {
        if (segment.front.length) sources.push(new Dated(new Walk(this, segment, this.terms, ATTACHMENT, 0, segment.front.length)));
        sources.push(new Walk(this, segment, this.terms, ATTACHMENT, segment.front.length, END));
      });
      return sources;
    }

    /* The next n results, each told as soon as it and all before it are certain. */
    async next(n, onResult) {
      const results = [];
      const take = result => { results.push(result); if (onResult) onResult(result); };
      while (results.length < n && !this.done) {
        const result = await (this.byDate ? this.nextDated() : this.nextRanked(results.length ? n - results.length : 1));
        if (result) take(result);
        else this.done = true;
      }
      return results;
    }

    /* `ahead` candidates are examined side by side; they come out in order. */
    async nextRanked(ahead) {
      for (;;) {
        while (this.ready.length < ahead) {
          const candidate = await this.candidate();
          if (!candidate) break;
          const examined = this.examine(candidate);
          examined.catch(() => {});
          this.ready.push({candidate: candidate, examined: examined});
        }
        if (!this.ready.length) return null;
        const one = this.ready[0];
        let result;
        try {
          result = await one.examined;
        } catch (error) {
          this.ready.forEach(waiting => { waiting.examined = null; });
          this.ready.forEach(waiting => { waiting.examined = this.examine(waiting.candidate); waiting.examined.catch(() => {}); });
          throw error;
        }
        this.ready.shift();
        const settled = this.settle(one.candidate, result);
        if (settled) return settled;
        await this.narrow();
      }
    }

    async candidate() {
      while (this.sources.length) {
        const found = await this.sources[0].next();
        if (found) {
          if (!this.shown.has(found.id)) return found;
        } else this.sources.shift();
      }
      return null;
    }

    async nextDated() {
      for (;;) {
        await Promise.all(this.sources.map(source => this.lookAhead(source)));
        this.sources = this.sources.filter(source => source.head);
        if (!this.sources.length) return null;
        const first = this.sources.reduce((best, one) => one.head.result.day > best.head.result.day ? one : best);
        const settled = this.settle(first.head.candidate, first.head.result);
        first.head = null;
        if (settled) return settled;
      }
    }

    async lookAhead(source) {
      while (!source.head) {
        const candidate = source.waiting || await source.next();
        if (!candidate) return;
        source.waiting = candidate;
        const result = await this.examine(candidate);
        source.waiting = null;
        if (result) source.head = {candidate: candidate, result: result};
        else {
          this.settle(candidate, null);
          await this.narrow();
        }
      }
    }

    settle(candidate, result) {
      if (!result) {
        this.misses++;
        if (candidate.field === ATTACHMENT && candidate.terms === this.terms) this.rejected.add(candidate.id);
        return null;
      }
      if (this.shown.has(candidate.id)) return null;
      this.shown.add(candidate.id);
      return result;
    }

    /* Too many candidates did not hold the words: look up more of their grams. */
    async narrow() {
      if (this.misses < 8) return;
      this.misses = 0;
      this.terms.concat(this.phrase || []).forEach(term => term.chooseMore(2));
      await this.load();
    }

    /* The result, or null when the document does not hold the words in that field. */
    async examine(candidate) {
      const seen = new Map(), missing = new Set(candidate.terms);
      for (const place of candidate.places()) {
        if (seen.size && !Array.from(missing).some(term => candidate.mask(term) & 1 << place)) continue;
        const passage = await candidate.segment.passage(candidate.document, place);
        if (!passage) return null;
        if (this.tick(candidate, passage, missing) && this.index.needsTable(textOf(passage))) {
          await this.index.prepare(textOf(passage));
          this.tick(candidate, passage, missing);
        }
        seen.set(place, passage);
        if (!missing.size) return this.result(Array.from(seen.values()));
      }
      return null;
    }

    /* Strike off the terms that the passage holds; whether some are left. */
    tick(candidate, passage, missing) {
      const normal = this.index.normaliser, field = candidate.field;
      const texts = field === TITLE ? [passage.t] : field === NUMBER ? passage.n || []
        : field === TEXT && passage.a ? [] : [passage.t].concat(passage.n || [], passage.b || []);
      const normalised = texts.map(text => normal.normalise(text));
      missing.forEach(term => { if (normalised.some(text => text.includes(term.text))) missing.delete(term); });
      return missing.size > 0;
    }

    /* As shown: the sentence with most of the words in it, from the passages that were read. */
    result(passages) {
      const normal = this.index.normaliser, first = passages[0];
      let best = {text: (first.b || [""])[0], found: [], score: -1, passage: first, place: 0};
      passages.forEach(passage => (passage.b || []).forEach((text, place) => {
        const whole = normal.normalise(text);
        const score = this.words.filter(word => whole.includes(word)).length;
        if (score > Math.max(0, best.score)) {
          best = {text: text, found: normal.find(text, this.words), score: score, passage: passage, place: place};
        }
      }));
      const file = (best.passage.a || []).filter(one => one[0] <= best.place).pop();
      return {
        url: first.u, title: first.t, numbers: first.n || [], day: first.d || "", kind: first.k || "",
        validity: first.v || "", category: first.c || "", organ: first.o || "",
        titleMarks: normal.find(first.t, this.words), snippet: cut(best.text, best.found),
        attachment: file ? {url: file[1], title: file[2]} : null
      };
    }

    /* How many there are as far as is known; at most so many when not exact. */
    count() {
      if (this.done) return {number: this.shown.size, exact: true};
      let number = 0, exact = this.terms.every(term => term.exact);
      for (const segment of this.segments) {
        const walk = new Walk(this, segment, this.terms, ATTACHMENT, 0, END), all = walk.countNow();
        if (all === null) {
          number += walk.most();
          exact = exact && walk.isPlain();
        } else number += all;
      }
      return {number: number - this.rejected.size, exact: exact};
    }

    /* Counts by label of all candidates. */
    async facets() {
      const counts = {};
      await Promise.all(this.segments.map(async segment => {
        const walk = new Walk(this, segment, this.terms, ATTACHMENT, 0, END);
        await Promise.all([segment.loadFacets(), walk.loadAll()]);
        walk.each(document => {
          if (this.rejected.has(walk.id(document))) return;
          Object.keys(segment.facets).forEach(name => {
            const label = segment.facets[name](document), of = counts[name] = counts[name] || new Map();
            of.set(label, (of.get(label) || 0) + 1);
          });
        });
      }));
      Object.keys(counts).forEach(name => {
        counts[name] = Array.from(counts[name]).sort((a, b) => name === "year" ? (a[0] < b[0] ? 1 : -1) : b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      });
      return counts;
    }
  }

  /* A word as it is looked up: some of its grams, and further ones when these are not telling enough. */
  class Term {
    constructor(text, grams, first) {
      this.text = text;
      this.chosen = grams.slice(0, first);
      this.spare = grams.slice(first);
      this.exact = this.chosen[0] === text;
    }

    chooseMore(n) {
      this.chosen = this.chosen.concat(this.spare.splice(0, n));
    }
  }

  /* The candidates of one segment in the order of their numbers: all terms in the field (text or attachment: 3). */
  class Walk {
    constructor(cursor, segment, terms, field, from, to) {
      this.cursor = cursor;
      this.segment = segment;
      this.terms = terms;
      this.field = field;
      this.at = from;
      this.to = to;
      this.head = this.waiting = null;
    }

    /* Per gram of each term the postings that may hold it. */
    lists() {
      const fields = this.field === ATTACHMENT ? [TEXT, ATTACHMENT] : [this.field], lists = [];
      this.terms.forEach(term => term.chosen.forEach(gram => {
        const four = this.segment.grams.get(gram);
        lists.push(fields.map(field => four[field]));
      }));
      return lists;
    }

    /* The first document from `from` on that all lists hold, UNREAD with `this.unread` set, or END. */
    seek(lists, from) {
      let document = from, agreed = 0;
      for (let i = 0; agreed < lists.length; i = (i + 1) % lists.length) {
        let next = END;
        for (const one of lists[i]) {
          const found = one.seek(document);
          if (found === UNREAD) {
            this.unread = [one, document];
            return UNREAD;
          }
          next = Math.min(next, found);
        }
        if (next === END) return END;
        agreed = next === document ? agreed + 1 : 1;
        document = next;
      }
      return document;
    }

    mask(term, document) {
      const fields = this.field === ATTACHMENT ? [TEXT, ATTACHMENT] : [this.field];
      return fields.reduce((mask, field) => mask | term.chosen.reduce(
        (both, gram) => both & this.segment.grams.get(gram)[field].mask(document), ~0), 0);
    }

    fits(document) {
      return this.cursor.accepts(this.segment, document) && this.terms.every(term => this.mask(term, document));
    }

    id(document) {
      return this.cursor.segments.indexOf(this.segment) + ":" + document;
    }

    async next() {
      for (;;) {
        const document = this.seek(this.lists(), this.at);
        if (document === UNREAD) await this.unread[0].load(this.unread[1]);
        else if (document >= this.to) return null;
        else {
          this.at = document + 1;
          if (this.fits(document)) return new Candidate(this, document);
        }
      }
    }

    /* All candidates, when every list is whole. */
    each(visit) {
      const lists = this.lists();
      for (let at = this.seek(lists, this.at); at < this.to; at = this.seek(lists, at + 1)) if (this.fits(at)) visit(at);
    }

    countNow() {
      if (!this.lists().every(list => list.every(one => one.whole))) return null;
      let number = 0;
      this.each(() => number++);
      return number;
    }

    most() {
      return Math.min(this.segment.docs, ...this.lists().map(list => list.reduce((sum, one) => sum + one.total, 0)));
    }

    /* Whether `most` is how many there are. */
    isPlain() {
      const lists = this.lists();
      return lists.length === 1 && lists[0][1].total === 0 && !Object.keys(this.cursor.filters).length;
    }

    loadAll() {
      return Promise.all(this.lists().map(list => Promise.all(list.map(one => one.loadAll()))));
    }
  }

  /* A walk over the few documents whose order is not that of their days, by day. */
  class Dated {
    constructor(walk) {
      this.walk = walk;
      this.head = this.waiting = this.found = null;
    }

    async next() {
      if (!this.found) {
        const found = [];
        for (let one = await this.walk.next(); one; one = await this.walk.next()) found.push(one);
        const front = this.walk.segment.front;
        this.found = found.sort((a, b) => front[b.document] - front[a.document] || a.document - b.document);
      }
      return this.found.shift() || null;
    }
  }

  class Candidate {
    constructor(walk, document) {
      this.walk = walk;
      this.segment = walk.segment;
      this.terms = walk.terms;
      this.field = walk.field;
      this.document = document;
      this.id = walk.id(document);
    }

    mask(term) {
      return this.walk.mask(term, this.document);
    }

    /* The passages to read: those that may hold all terms, then the others. For title and number one will do. */
    places() {
      const masks = this.terms.map(term => this.mask(term));
      if (this.field < TEXT) return [this.bestPlace()];
      const all = masks.reduce((both, mask) => both & mask, ~0), any = masks.reduce((both, mask) => both | mask, 0);
      const places = [];
      for (let i = 0; i < 28; i++) if (all & 1 << i) places.push(i);
      for (let i = 0; i < 28; i++) if (any & ~all & 1 << i) places.push(i);
      return places;
    }

    /* Where the page's own text goes on with the words of its title. */
    bestPlace() {
      const text = this.terms.reduce((both, term) => both & term.chosen.reduce((mask, gram) => {
        return mask & this.segment.grams.get(gram)[TEXT].mask(this.document);
      }, ~0), ~0);
      for (let i = 1; i < 28; i++) if (!(text & 1) && text & 1 << i) return i;
      return 0;
    }
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
    const inside = marks.filter(one => one[0] < to).map(one => [one[0] - from, Math.min(one[1], to) - from]);
    return {text: text.slice(from, to), marks: inside, cut: [from > 0, to < text.length]};
  }

  /* `read` gives the text of a file below search/, or null where there is none; what it gave is kept. */
  async function open(read) {
    const kept = new Map();
    const readOnce = path => {
      if (!kept.has(path)) kept.set(path, read(path).catch(error => { kept.delete(path); throw error; }));
      return kept.get(path);
    };
    return new Index(JSON.parse(await read("manifest.json")), readOnce);
  }

  const normaliserOf = table => table instanceof Normaliser ? table : new Normaliser(table || null);
  window.TownSearch = {
    open: open,
    parse: (text, table) => parse(text, normaliserOf(table)),
    find: (text, words, table) => normaliserOf(table).find(text, words)
  };
})();
