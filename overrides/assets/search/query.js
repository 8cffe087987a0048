const PATIENCE = 8; // candidates in vain before more grams are looked up

class Cursor {
  constructor(index, text, options) {
    this.index = index;
    this.byDate = options.sort === "date";
    this.filters = options.filters || {};
    this.words = parse(text, index.normaliser);
    const first = this.words.length > 1 ? 1 : 2;
    this.terms = this.words.map(word => new Term(word, gramsOf(word, index.common), first));
    this.near = this.nearOf(text);
    this.segments = index.segments;
    this.shown = new Set();
    this.rejected = new Set();
    this.misses = 0;
    this.done = this.words.length === 0;
    this.ready = [];
  }

  /* Several words near each other are in one passage; where that is the only segment, so are the joints of the words
     as they were typed. In several it would take too many files to the first result. */
  nearOf(text) {
    if (this.words.length < 2) return null;
    const near = new Term("", this.index.segments.length > 1 ? [] : this.jointsOf(text), 1);
    this.terms.forEach(term => near.choose(term.chosen));
    return near;
  }

  jointsOf(text) {
    const common = this.index.common, inside = new Set();
    this.words.forEach(word => gramsOf(word, common).forEach(gram => inside.add(gram)));
    return gramsOf(this.index.normaliser.normalise(text), common).filter(gram => !inside.has(gram));
  }

  async open() {
    await this.load(this.allTerms().reduce((grams, term) => grams.concat(term.chosen), []));
    if (Object.keys(this.filters).length) await Promise.all(this.segments.map(one => one.loadFacets()));
    this.sources = this.done ? [] : this.byDate ? this.datedSources() : this.rankedSources();
  }

  allTerms() {
    return this.terms.concat(this.near || []);
  }

  load(grams) {
    const loads = [];
    this.segments.forEach(segment => new Set(grams).forEach(gram => loads.push(segment.load(gram))));
    return Promise.all(loads);
  }

  /* The filters that would leave it out. */
  against(segment, document) {
    return Object.keys(this.filters).filter(name => segment.facets[name](document) !== this.filters[name]);
  }

  accepts(segment, document) {
    return !this.against(segment, document).length;
  }

  /* The best field first; before it, where it weighs more, the words standing together in it. */
  rankedSources() {
    const weights = this.index.weights, tiers = [];
    ["title", "number", "text", "attachment"].forEach((name, field) => {
      tiers.push({near: null, field: field, weight: weights[name]});
      if (this.near) tiers.push({near: this.near, field: field, weight: weights[name] + weights.phrase});
    });
    tiers.sort((a, b) => b.weight - a.weight || a.field - b.field);
    const sources = [];
    tiers.forEach(tier => this.segments.forEach(segment => {
      sources.push(new Walk(this, segment, tier.near, tier.field, 0, END));
    }));
    return sources;
  }

  /* All that hold the words anywhere. */
  widest(segment, from, to) {
    return new Walk(this, segment, null, ATTACHMENT, from || 0, to || END);
  }

  /* In each segment those of a weight and all others are two runs, each by date; merged as they are read. */
  datedSources() {
    const sources = [];
    this.segments.forEach(segment => {
      if (segment.front.length) sources.push(new Dated(this.widest(segment, 0, segment.front.length)));
      sources.push(this.widest(segment, segment.front.length));
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
    const all = this.count();
    this.done = all.exact && this.shown.size >= all.number;
    return results;
  }

  /* `ahead` candidates are examined side by side; they come out in order. What failed to load is read again. */
  async nextRanked(ahead) {
    for (;;) {
      for (let found; this.ready.length < ahead && (found = await this.candidate());) this.ready.push({candidate: found});
      if (!this.ready.length) return null;
      this.ready.forEach(one => {
        if (one.examined) return;
        one.examined = this.examine(one.candidate);
        one.examined.catch(() => { one.examined = null; });
      });
      const first = this.ready[0], result = await first.examined;
      this.ready.shift();
      const settled = this.settle(first.candidate, result);
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
      let failed = null; // told only when all have come to rest, so that asking again finds none of them on its way
      await Promise.all(this.sources.map(source => this.lookAhead(source).catch(error => { failed = error; })));
      if (failed) throw failed;
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
      if (candidate.field === ATTACHMENT && !candidate.near) this.rejected.add(candidate.id);
      return null;
    }
    if (this.shown.has(candidate.id)) return null;
    this.shown.add(candidate.id);
    return result;
  }

  /* Too many candidates did not hold the words: look up more of their grams. */
  async narrow() {
    if (this.misses < PATIENCE) return;
    this.misses = 0;
    const more = this.allTerms().map(term => [term, term.spare.slice(0, 2)]);
    await this.load(more.reduce((grams, pair) => grams.concat(pair[1]), []));
    more.forEach(pair => pair[0].choose(pair[1]));
  }

  /* The result, or null when the document does not hold the words in that field. */
  async examine(candidate) {
    const seen = [], missing = new Set(this.terms);
    for (const place of candidate.places) {
      if (seen.length && !Array.from(missing).some(term => candidate.masks.get(term) & 1 << place)) continue;
      const passage = await candidate.segment.passage(candidate.document, place);
      this.tick(candidate, passage, missing);
      if (missing.size && needsTable(textOf(passage), this.index.normaliser)) {
        await this.index.prepare(textOf(passage));
        this.tick(candidate, passage, missing);
      }
      seen.push(passage);
      // a word that is a gram is in one of the passages, whether it was read or not
      if (Array.from(missing).every(term => term.exact)) return resultOf(seen, this.words, this.index.normaliser);
    }
    return null;
  }

  /* Strike off the terms that the passage holds in the field. */
  tick(candidate, passage, missing) {
    const normal = this.index.normaliser, field = candidate.field;
    const texts = field === TITLE ? [passage.t] : field === NUMBER ? passage.n || []
      : field === TEXT && passage.a ? [] : [passage.t].concat(passage.n || [], passage.b || []);
    const normalised = texts.map(text => normal.normalise(text));
    missing.forEach(term => { if (normalised.some(text => text.includes(term.text))) missing.delete(term); });
  }

  /* How many there are as far as is known; at most so many when not exact. */
  count() {
    if (this.done) return {number: this.shown.size, exact: true};
    let number = 0, exact = this.terms.every(term => term.exact);
    for (const segment of this.segments) {
      const walk = this.widest(segment), all = walk.countNow();
      if (all === null) {
        number += walk.most();
        exact = exact && walk.isPlain();
      } else number += all;
    }
    return {number: number, exact: exact};
  }

  /* Counts by label of all candidates, each facet as if it had no filter of its own. */
  async facets() {
    const counts = {};
    await Promise.all(this.segments.map(async segment => {
      const walk = this.widest(segment);
      await segment.loadFacets();
      let told = [];
      const visit = document => told.push(document);
      while (!walk.each(visit)) { // more grams may be looked up meanwhile
        told = [];
        await walk.loadAll();
      }
      told.forEach(document => {
        const against = this.against(segment, document);
        Object.keys(segment.facets).forEach(name => {
          if (against.some(one => one !== name)) return;
          const label = segment.facets[name](document), of = counts[name] = counts[name] || new Map();
          of.set(label, (of.get(label) || 0) + 1);
        });
      });
    }));
    const newest = (a, b) => a[0] < b[0] ? 1 : -1, most = (a, b) => b[1] - a[1] || newest(b, a);
    Object.keys(counts).forEach(name => { counts[name] = Array.from(counts[name]).sort(name === "year" ? newest : most); });
    return counts;
  }
}
