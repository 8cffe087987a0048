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
      this.parts[place] = this.part(await this.read(this.path + "-" + (place - 1) + ".txt"));
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
