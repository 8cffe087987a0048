// Asks the engine itself, past the panel: every query to its last result, or to as many as are wanted.
// Answers with addresses in order, the counts before and after, and what is marked in the first results.
// Where window.files holds the files below search/ by their paths, nothing is fetched.
async ([base, queries, sort, most]) => {
  const read = async (path) => {
    if (window.files) { return path in window.files ? window.files[path] : null; }
    const answer = await fetch(base + path);
    if (answer.ok) { return answer.text(); }
    if (answer.status === 404) { return null; }
    throw new Error(answer.status + " " + path);
  };
  window.engine = window.engine || await TownSearch.open(read);
  const marked = (text, marks) => marks.map(([start, end]) => text.slice(start, end));
  const answers = [];
  for (const query of queries) {
    const cursor = await window.engine.query(query, {sort: sort, filters: {}});
    const told = [], results = await cursor.next(10, (one) => told.push(one.url));
    const early = cursor.count();
    while (!cursor.done && results.length < most) {
      results.push(...await cursor.next(Math.min(50, most - results.length), (one) => told.push(one.url)));
    }
    answers.push({
      query: query,
      sort: sort,
      urls: results.map((one) => one.url),
      told: told,
      early: early,
      late: cursor.count(),
      words: cursor.words,
      marks: results.slice(0, 3).map((one) => (
        marked(one.title, one.titleMarks).concat(marked(one.snippet.text, one.snippet.marks))
      )),
    });
  }
  return answers;
}
