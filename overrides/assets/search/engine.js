/* Full-text search over static files: every page that holds the words, and no other.
   What the files hold: scripts/publicity/search/__init__.py, which writes them. What is the same text: normal.py there.
   The parts are joined, in the order of scripts/publicity/outputs/search_assets.py, inside one function. ES2017, for the
   WebViews of 2018: no wasm, no eval, no worker. */
const FORMAT = 1;

/* `read` gives the text of a file below search/, or null where there is none; what it gave is kept. */
async function open(read) {
  const kept = new Map();
  const readOnce = path => {
    if (!kept.has(path)) kept.set(path, read(path).catch(error => { kept.delete(path); throw error; }));
    return kept.get(path);
  };
  const manifest = JSON.parse(await read("manifest.json"));
  if (manifest.format !== FORMAT) throw new Error("format " + manifest.format);
  return new Index(manifest, readOnce);
}

const normaliserOf = table => table instanceof Normaliser ? table : new Normaliser(table || null);
window.TownSearch = {
  open: open,
  needsTable: text => needsTable(text, new Normaliser(null)),
  parse: (text, table) => parse(text, normaliserOf(table)),
  find: (text, words, table) => normaliserOf(table).find(text, words)
};
