const MOST_PASSAGES = 28;

/* The passages that hold all chosen grams of a term. */
function maskIn(segment, term, field, document) {
  return term.chosen.reduce((both, gram) => both & segment.grams.get(gram)[field].mask(document), ~0);
}

/* The candidates of one segment in the order of their numbers: all terms in the field (text or attachment: 3), and near
   each other where that is asked. */
class Walk {
  constructor(cursor, segment, near, field, from, to) {
    this.cursor = cursor;
    this.segment = segment;
    this.near = near;
    this.field = field;
    this.at = from;
    this.to = to;
    this.head = this.waiting = null;
  }

  fields() {
    return this.field === ATTACHMENT ? [TEXT, ATTACHMENT] : [this.field];
  }

  terms() {
    return this.cursor.terms.concat(this.near || []);
  }

  /* Per gram of each term the postings that may hold it. */
  lists() {
    const lists = [];
    this.terms().forEach(term => term.chosen.forEach(gram => {
      const four = this.segment.grams.get(gram);
      lists.push(this.fields().map(field => four[field]));
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
    return this.fields().reduce((mask, field) => mask | maskIn(this.segment, term, field, document), 0);
  }

  holds(document) {
    return !this.segment.removed.has(document) && this.terms().every(term => this.mask(term, document));
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
        if (this.cursor.accepts(this.segment, document) && this.holds(document)) return new Candidate(this, document);
      }
    }
  }

  /* All documents that hold the grams and have not been looked at in vain; whether they could all be told. */
  each(visit) {
    const lists = this.lists();
    let at = this.seek(lists, this.at);
    for (; at !== UNREAD && at < this.to; at = this.seek(lists, at + 1)) {
      if (this.holds(at) && !this.cursor.rejected.has(this.id(at))) visit(at);
    }
    return at !== UNREAD;
  }

  countNow() {
    let number = 0;
    const whole = this.each(document => { number += this.cursor.accepts(this.segment, document); });
    return whole ? number : null;
  }

  most() {
    return Math.min(this.segment.docs, ...this.lists().map(list => list.reduce((sum, one) => sum + one.total, 0)));
  }

  /* Whether `most` is how many there are. */
  isPlain() {
    const lists = this.lists();
    return lists.length === 1 && !lists[0][1].total && !this.segment.removed.size && !Object.keys(this.cursor.filters).length;
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

/* Its masks are those of the grams it was found by, whatever is looked up later. */
class Candidate {
  constructor(walk, document) {
    this.segment = walk.segment;
    this.near = walk.near;
    this.field = walk.field;
    this.document = document;
    this.id = walk.id(document);
    this.masks = new Map(walk.terms().map(term => [term, walk.mask(term, document)]));
    this.places = this.field < TEXT ? [this.bestPlace(walk.terms())] : this.allPlaces(Array.from(this.masks.values()));
  }

  /* The passages to read: those that may hold all terms, then the others. */
  allPlaces(masks) {
    const all = masks.reduce((both, mask) => both & mask, ~0), any = masks.reduce((both, mask) => both | mask, 0);
    const places = Array.from({length: MOST_PASSAGES}, (none, i) => i);
    return places.filter(i => all & 1 << i).concat(places.filter(i => any & ~all & 1 << i));
  }

  /* For title and number any passage will do: the first that goes on with all the words. */
  bestPlace(terms) {
    const text = terms.reduce((both, term) => both & maskIn(this.segment, term, TEXT, this.document), ~0);
    for (let i = 0; i < MOST_PASSAGES; i++) if (text & 1 << i) return i;
    return 0;
  }
}
