/* The service worker: keeps what was read for when there is no network. The build writes this file to the site's root and
   puts three constants before it: VERSION, which makes the worker of another build another one; LEAST, what any phone needs
   to say that a page is not there; CORE, what it keeps from the first visit on (names as in offline.json). ES2017, for
   WebViews of 2018.

   - Pages come from the network; from what is kept when that fails, or has not answered after PATIENCE.
   - What lies in a folder named after its content (assets/<hash>/, search/<segment>/) never changes: kept first.
   - offline.json says what may be kept. Nothing else is ever put into the cache, and a kept page that the list does not
     name any more is neither served nor left there; nor is one that the server answered with 404 or 410. Without a whole
     new list the last one goes on holding, and all that is kept stays.
   - The worker of a new build takes over at once (skipWaiting, claim). It can, since it brings no content of its own: a
     page, old or new, names its style and scripts by their content, and those that a kept page names are kept with it.
     So nobody meets a page of one build with the style of another, whichever worker answers.
   - What is kept has the hash of the list that it was fetched under in its header LABEL, which tells what is out of date.
   - All of it is in one cache, named after the scope: other sites of the same host have theirs.
   - Way out: withdraw.js in the place of sw.js. */
"use strict";
const ROOT = registration.scope;
const CACHE = "offline-1 " + ROOT;
const LIST = "offline.json", STATE = "offline.json?state", PAGE = "offline/";
const LABEL = "x-offline-hash";
const PATIENCE = 4000, LONGEST = 30000, HOUR = 3600000; // milliseconds
let listed = null, learning = null;

const open = () => caches.open(CACHE);
const nameOf = url => url.slice(ROOT.length).split(/[?#]/)[0].replace(/(^|\/)index\.html$/, "$1");
const FIXED = /^(assets\/[0-9a-f]{8}|search\/[0-9a-f]{12})\//;
const isFixed = name => FIXED.test(name);
const isGone = answer => answer.status === 404 || answer.status === 410;
const later = (promise, limit) => Promise.race([promise, new Promise(done => setTimeout(done, limit))]);

async function read(name) {
  const answer = await (await open()).match(ROOT + name);
  return answer ? answer.json() : null;
}

async function write(name, value) {
  await (await open()).put(ROOT + name, new Response(JSON.stringify(value)));
}

/* The list that holds, or null before there is one. */
function list() {
  listed = listed || read(LIST).catch(() => null);
  return listed;
}

/* Empty for what may not be kept. Style and scripts may be: a page of another build than the list's needs them. */
function hashOf(known, name) {
  if (!known) return "";
  const parts = name.split("/");
  if (parts[0] === "search" && parts[1]) return known.search[parts[1]] || "";
  const entry = known.pages[name] || known.files[name] || known.attachments[name];
  return entry ? entry[1] : isFixed(name) ? "-" : "";
}

async function found(name) {
  if (!hashOf(await list(), name)) return undefined;
  return (await open()).match(ROOT + name, {ignoreVary: true});
}

async function isFresh(known, name) {
  const kept = await found(name);
  return Boolean(kept) && kept.headers.get(LABEL) === hashOf(known, name);
}

/* Whether it is kept now. Redirected answers cannot answer a navigation. */
async function put(name, answer) {
  const hash = hashOf(await list(), name);
  if (!hash || answer.status !== 200 || answer.type !== "basic" || answer.redirected) return false;
  const headers = new Headers(answer.headers);
  headers.set(LABEL, hash);
  await (await open()).put(ROOT + name, new Response(await answer.blob(), {headers: headers}));
  return true;
}

/* What an answer of the network means for what is kept. */
async function note(name, answer) {
  if (!isGone(answer)) return put(name, answer);
  await (await open()).delete(ROOT + name);
  return false;
}

/* Answers */

addEventListener("fetch", event => {
  const request = event.request, name = nameOf(request.url);
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) return;
  if (request.mode !== "navigate" && !/^(assets|search)\//.test(name) && request.destination !== "image") return;
  event.respondWith(isFixed(name) || name === PAGE ? keptFirst(event, name) : networkFirst(event, name));
  if (request.mode === "navigate") event.waitUntil(learnHourly().catch(() => {}));
});

async function keptFirst(event, name) {
  return await found(name) || networkFirst(event, name);
}

/* The server is asked even where the browser has a copy of its own: that one may have been taken down. */
async function networkFirst(event, name) {
  const request = event.request;
  const asked = fetch(request.url, {cache: "no-cache", credentials: "same-origin", redirect: request.redirect});
  event.waitUntil(asked.then(answer => note(name, answer.clone())).catch(() => {}));
  const given = asked.catch(() => null);
  const answer = await later(given, PATIENCE);
  if (answer && answer.status < 500) return answer;
  return await found(name) || answer || await later(given, LONGEST - PATIENCE) || absent(request);
}

async function absent(request) {
  if (request.mode !== "navigate" || !await found(PAGE)) return Response.error();
  return Response.redirect(ROOT + PAGE + "?from=" + encodeURIComponent(request.url.slice(ROOT.length)));
}

/* The list */

function learnHourly() {
  return learning || read(STATE).then(state => state && Math.abs(Date.now() - state.told) < HOUR ? list() : learn());
}

function learn() {
  const end = () => { learning = null; };
  if (!learning) {
    learning = ask();
    learning.then(end, end);
  }
  return learning;
}

/* Asks the server, whatever another cache holds; an answer that is no list changes nothing. */
async function ask() {
  const answer = await fetch(ROOT + LIST, {cache: "no-cache"});
  const known = answer.status === 200 ? await answer.json().catch(() => null) : null;
  if (known && known.format === 1 && known.pages[PAGE]) {
    listed = Promise.resolve(known); // from here on what it does not name is not served
    await write(LIST, known);
    await clean(known);
  }
  await write(STATE, Object.assign({core: ""}, await read(STATE), {told: Date.now()}));
  return list();
}

/* What search had kept goes as soon as its segment or the manifest is another; a page stays, to be renewed when it is
   visited; style and scripts stay as long as a kept page names them. */
async function clean(known) {
  const cache = await open(), parts = [];
  for (const request of await cache.keys()) {
    const name = request.url.slice(ROOT.length);
    if (name === LIST || name === STATE) continue;
    if (name.startsWith("assets/") && !known.files[name]) parts.push(name);
    else if (!hashOf(known, name) || /^search\/./.test(name) && !await isFresh(known, name)) await cache.delete(request);
  }
  if (!parts.length) return;
  const used = new Set();
  for (const name of Object.keys(known.pages)) {
    const page = await cache.match(ROOT + name);
    if (page) partsOf(await page.text()).forEach(part => used.add(part.split("/")[1]));
  }
  await Promise.all(parts.filter(part => !used.has(part.split("/")[1])).map(part => cache.delete(ROOT + part)));
}

/* The style sheet and scripts that a page names. */
function partsOf(html) {
  return (html.match(/assets\/[0-9a-f]{8}\/[\w./-]+/g) || []).filter((part, i, all) => all.indexOf(part) === i);
}

/* Keeping */

/* Which could not be kept, and whether the phone is full. A page is kept after all that it needs. */
async function keep(names) {
  const left = names.slice(), failed = [];
  let full = false;
  async function work() {
    while (left.length && !full) {
      const name = left.shift();
      try {
        if (!await keepOne(name)) failed.push(name);
      } catch (error) {
        full = full || error.name === "QuotaExceededError";
        failed.push(name);
      }
    }
  }
  await Promise.all([work(), work(), work(), work()]);
  return {failed: failed.concat(left), full: full};
}

async function keepOne(name) {
  const answer = await later(fetch(ROOT + name, {cache: "no-cache"}), LONGEST);
  if (!answer) return false;
  if (answer.status === 200 && (await list()).pages[name]) {
    for (const part of partsOf(await answer.clone().text())) {
      if (!await found(part) && !await put(part, await fetch(ROOT + part))) return false;
    }
  }
  return note(name, answer);
}

async function missing(names) {
  const known = await list(), left = [];
  for (const name of new Set(names)) {
    if (hashOf(known, name) && !await isFresh(known, name)) left.push(name);
  }
  return left;
}

/* What pages ask */

const ACTS = {
  /* A page was opened: keep it when it came without a worker, and once a build what everybody keeps. */
  async arrived(data) {
    const known = await learnHourly();
    if (!known) return {};
    const state = await read(STATE), done = known.version + (data.core ? " core" : "");
    const isDone = state.core === done || state.core === known.version + " core";
    const least = await keep(await missing(isDone ? [] : LEAST)); // first, so that what all pages need is there
    const rest = (data.page ? [nameOf(data.page)] : []).concat(data.core && !isDone ? CORE : []);
    const more = await keep(await missing(rest));
    if (!isDone && !least.failed.concat(more.failed).length) await write(STATE, {told: state.told, core: done});
    return {};
  },

  /* The list, which of its pages are kept, and what a whole save still has to fetch. */
  async state() {
    const known = await learnHourly().catch(list), all = Object.keys(known.files).concat(Object.keys(known.pages));
    const kept = new Set((await (await open()).keys()).map(request => request.url.slice(ROOT.length)));
    const pages = Object.keys(known.pages).filter(name => kept.has(name));
    return {cache: CACHE, pages: known.pages, files: known.files, kept: pages, missing: await missing(all)};
  },

  keep: data => keep(data.names),

  async remove() {
    await caches.delete(CACHE);
    listed = null;
    return {};
  }
};

addEventListener("message", event => {
  const tell = answer => (event.ports[0] || event.source).postMessage(answer);
  event.waitUntil(ACTS[event.data.ask](event.data).then(tell, error => tell({error: error.name})));
});

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(Promise.all([
  clients.claim(),
  caches.keys().then(names => Promise.all(names.filter(isEarlier).map(name => caches.delete(name)))),
  later(learn().catch(() => {}), PATIENCE)
])));

const isEarlier = name => name.startsWith("offline-") && name.endsWith(" " + ROOT) && name !== CACHE;
