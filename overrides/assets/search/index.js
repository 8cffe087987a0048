class Segment {
  constructor(entry, read) {
    this.docs = entry.docs;
    this.bits = entry.bits;
    this.front = entry.front;
    this.removed = new Set(entry.removed);
    // All files of a segment are there: one that is not belongs to an index that has been replaced since.
    this.read = async path => {
      const text = await read(entry.path + "/" + path);
      if (text === null) throw Object.assign(new Error("replaced: " + path), {replaced: true});
      return text;
    };
    this.grams = new Map();
    this.facets = null;
  }

  /* The four postings of a gram. */
  async load(gram) {
    if (this.grams.has(gram)) return;
    const bucket = this.bits ? hash(gram) >>> 32 - this.bits : 0;
    const text = "\n" + await this.read("b/" + bucket + ".txt");
    const begin = text.indexOf("\n" + gram + "\t");
    const lists = begin < 0 ? [] : text.slice(begin + gram.length + 2, text.indexOf("\n", begin + 1)).split("\t");
    const name = "r/" + Array.from(gram, c => c.codePointAt(0).toString(16)).join("_") + "-";
    this.grams.set(gram, [0, 1, 2, 3].map(field => new Postings(lists[field], field, name + field, this.read)));
  }

  async passage(document, place) {
    return JSON.parse(await this.read("t/" + document + "/" + place + ".txt"));
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
    this.normaliser = new Normaliser(null);
  }

  async prepare(text) {
    if (!needsTable(text, this.normaliser)) return;
    const lines = (await this.read(this.traditional) || "\n").split("\n"), table = new Map();
    fromGaps(decode(lines[0])).forEach((code, i) => {
      const row = lines[1].charCodeAt(i * 2) - 33, cell = lines[1].charCodeAt(i * 2 + 1) - 33;
      table.set(String.fromCharCode(0x4e00 + code), STANDARD[row * 94 + cell]);
    });
    this.normaliser = new Normaliser(table);
  }

  async query(text, options) {
    await this.prepare(text);
    const cursor = new Cursor(this, text, options || {});
    await cursor.open();
    return cursor;
  }
}
