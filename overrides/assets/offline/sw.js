/* The service worker: keeps what was read for when there is no network. The build writes this file to the site's root and
   puts four constants before it: VERSION, which makes the worker of another build another one; LEAST, what any phone needs
   to say that a page is not there; CORE, what it keeps from the first visit on (names as in offline.json); SHORT, where the
   short addresses are. ES2017, for WebViews of 2018.

   - Pages come from the network; from what is kept when that fails, or has not answered after PATIENCE.
   - What lies in a folder named after its content (assets/<hash>/, search/<segment>/) never changes: kept first.
   - offline.json says what may be kept, and the hash of each. Nothing else is ever put into the cache. A kept page or file
     that the list does not name any more, or names with another hash, is neither served nor left there: it may have been
     taken down, or something in it struck out. Nor is one that the server answered with 404 or 410. What everybody keeps
     is fetched anew at once. Without a whole new list the last one goes on holding, and all that is kept stays.
   - The worker of a new build takes over at once (skipWaiting, claim). It can, since it brings no content of its own: a
     page, old or new, names its style and scripts by their content, and those that a kept page names are kept with it.
     So nobody meets a page of one build with the style of another, whichever worker answers.
   - What is kept has the hash of the list that it was fetched under in its header LABEL.
   - Of pages, pictures and attachments that were only opened, those not opened for the longest time make room.
   - All of it is in one cache, named after the scope: other sites of the same host have theirs.
   - Way out: withdraw.js in the place of sw.js. */
"use strict";
const ROOT = registration.scope;
const CACHE = "offline-1 " + ROOT;
const LIST = "offline.json", STATE = "offline.json?state", PAGE = "offline/";
const LABEL = "x-offline-hash";
const PATIENCE = 4000, LONGEST = 30000, HOUR = 3600000; // milliseconds
const LARGEST = 5e6, OPENED = 3e7; // bytes: of one attachment, and of all that was opened beside the pages
const VISITED = 300; // pages, beside those that everybody keeps
let listed = null, learning = null, renewal = null;

const open = () => caches.open(CACHE);
const nameOf = url => url.slice(ROOT.length).split(/[?#]/)[0].replace(/(^|\/)index\.html$/, "$1");
const FIXED = /^(assets\/[0-9a-f]{8}|search\/[0-9a-f]{12})\//;
const isFixed = name => FIXED.test(name);
const isAsset = name => isFixed(name) && name.startsWith("assets/");
const isOurs = name => LEAST.includes(name) || CORE.includes(name);
const isGone = answer => answer.status === 404 || answer.status === 410;
const later = (promise, limit) => Promise.race([promise, new Promise(done => setTimeout(done, limit))]);

async function read(name) {
  const answer = await (await open()).match(ROOT + name);
  return answer ? answer.json() : null;
}

async function write(name, value) {
  await (await open()).put(ROOT + name, new Response(JSON.stringify(value)));
}

/* What the worker remembers: when it was told, the version that what is kept goes by, and which core is complete. */
async function remember(changes) {
  await write(STATE, Object.assign({core: ""}, await read(STATE), changes));
}

async function keptNames() {
  return (await (await open()).keys()).map(request => request.url.slice(ROOT.length));
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
  const attached = known.attachments[name], entry = known.pages[name] || known.files[name] || attached;
  if (attached && attached[0] > LARGEST) return "";
  return entry ? entry[1] : isAsset(name) ? "-" : "";
}

function isFresh(known, name, kept) {
  const hash = hashOf(known, name);
  return hash !== "" && Boolean(kept) && kept.headers.get(LABEL) === hash;
}

/* Style and scripts are found without the list: every page waits for them. */
async function found(name) {
  const kept = await (await open()).match(ROOT + name, {ignoreVary: true});
  return kept && (isAsset(name) || isFresh(await list(), name, kept)) ? kept : undefined;
}

/* Whether it is kept now. Redirected answers cannot answer a navigation. */
async function put(name, answer) {
  const known = await list(), hash = hashOf(known, name);
  if (!hash || answer.status !== 200 || answer.type !== "basic" || answer.redirected) return false;
  const headers = new Headers(answer.headers);
  headers.set(LABEL, hash);
  await (await open()).put(ROOT + name, new Response(await answer.blob(), {headers: headers}));
  if (known.attachments[name]) await trim(known);
  return true;
}

/* What an answer of the network means for what is kept. It may be older than a list that came after it was asked for
   (under the list ``under``): then it is asked for again. */
async function note(name, answer, under) {
  if (isGone(answer)) {
    await (await open()).delete(ROOT + name);
    return false;
  }
  return under === listed ? put(name, answer) : hashOf(await list(), name) !== "" && keepOne(name);
}

/* Answers */

addEventListener("fetch", event => {
  const request = event.request, name = nameOf(request.url);
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) return;
  if (request.mode !== "navigate" && !/^(assets|search)\//.test(name) && request.destination !== "image") return;
  event.respondWith(isFixed(name) || name === PAGE ? keptFirst(event, name) : networkFirst(event, name));
  if (request.mode === "navigate") event.waitUntil(learnHourly().then(() => renewal).catch(() => {}));
});

async function keptFirst(event, name) {
  return await found(name) || networkFirst(event, name);
}

/* The server is asked even where the browser has a copy of its own: that one may have been taken down. */
async function networkFirst(event, name) {
  const request = event.request, under = list();
  const asked = fetch(request.url, {cache: "no-cache", credentials: "same-origin", redirect: request.redirect});
  event.waitUntil(asked.then(answer => note(name, answer.clone(), under)).catch(() => {}));
  const given = asked.catch(() => null);
  const answer = await later(given, PATIENCE);
  if (answer && answer.status < 500) return answer;
  return await found(name) || answer || await later(given, LONGEST - PATIENCE) || absent(request, name);
}

/* A short address leads to the page that ends with the same number, as its own page does at the server. */
async function absent(request, name) {
  const number = name.startsWith(SHORT) && name.slice(SHORT.length).replace(/\/$/, ""), known = await list();
  if (request.mode !== "navigate" || !await found(PAGE)) return Response.error();
  const page = number && Object.keys(known.pages).find(one => one.endsWith("/" + number + "/"));
  if (page) return Response.redirect(ROOT + page);
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
    const isWritten = await write(LIST, known).then(() => true, () => false); // a full phone has room after clean()
    const state = await read(STATE), dropped = state && state.cleaned === known.version ? [] : await clean(known);
    await trim(known);
    if (!isWritten) await write(LIST, known);
    await remember({cleaned: known.version});
    renewal = keep(dropped.filter(name => isOurs(name) && known.pages[name]));
  }
  await remember({told: Date.now()});
  return list();
}

/* Which went since they are not what the list names any more; style and scripts stay as long as a kept page names them. */
async function clean(known) {
  const cache = await open(), parts = [], pages = [], dropped = [];
  for (const name of await keptNames()) {
    if (name === LIST || name === STATE) continue;
    if (isAsset(name)) {
      if (!known.files[name]) parts.push(name);
    } else if (!isFresh(known, name, await cache.match(ROOT + name))) {
      dropped.push(name);
      await cache.delete(ROOT + name);
    } else if (known.pages[name]) pages.push(name);
  }
  const folderOf = part => part.split("/")[1], unused = new Set(parts.map(folderOf));
  while (unused.size && pages.length) {
    const page = await cache.match(ROOT + pages.pop());
    if (page) partsOf(await page.text()).forEach(part => unused.delete(folderOf(part)));
  }
  await Promise.all(parts.filter(part => unused.has(folderOf(part))).map(part => cache.delete(ROOT + part)));
  return dropped;
}

/* Keys come in the order in which they were put. Who saves the whole site has all its pages and pictures. */
async function trim(known) {
  const cache = await open(), {whole} = await read(STATE) || {};
  let pages = 0, bytes = 0;
  function isTooMuch(name) {
    if (known.pages[name]) return !whole && !isOurs(name) && (pages += 1) > VISITED;
    const opened = known.attachments[name] || !whole && !isFixed(name) && known.files[name];
    return Boolean(opened) && (bytes += opened[0]) > OPENED;
  }
  const names = (await keptNames()).reverse().filter(isTooMuch);
  await Promise.all(names.map(name => cache.delete(ROOT + name)));
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
  const under = list(), known = await under;
  const answer = await later(fetch(ROOT + name, {cache: "no-cache"}), LONGEST);
  if (!answer) return false;
  if (answer.status === 200 && known && known.pages[name]) {
    for (const part of partsOf(await answer.clone().text())) {
      if (!await found(part) && !await put(part, await fetch(ROOT + part))) return false;
    }
  }
  return note(name, answer, under);
}

/* What is kept is what the list names; the rest went when the list came. */
async function missing(known, names) {
  const kept = new Set(await keptNames());
  return Array.from(new Set(names)).filter(name => !kept.has(name) && (known.pages[name] || known.files[name]));
}

/* What pages ask */

const ACTS = {
  /* A page was opened: keep it when it came without a worker, and once a build what everybody keeps. */
  async arrived(data) {
    const known = await learnHourly();
    if (!known) return {};
    await renewal;
    const state = await read(STATE), done = known.version + (data.core ? " core" : "");
    const isDone = state.core === done || state.core === known.version + " core";
    const least = await keep(await missing(known, isDone ? [] : LEAST)); // first, so that what all pages need is there
    const rest = (data.page ? [nameOf(data.page)] : []).concat(data.core && !isDone ? CORE : []);
    const more = await keep(await missing(known, rest));
    if (!isDone && !least.failed.concat(more.failed).length) await remember({core: done});
    return {};
  },

  /* The list, which of its pages are kept, and what a whole save still has to fetch. */
  async state() {
    const known = await learnHourly().catch(list), all = Object.keys(known.files).concat(Object.keys(known.pages));
    const left = await missing(known, all), lacking = new Set(left);
    const pages = Object.keys(known.pages).filter(name => !lacking.has(name));
    const {whole} = await read(STATE) || {};
    return {cache: CACHE, pages: known.pages, files: known.files, kept: pages, missing: left, whole: Boolean(whole)};
  },

  /* Asked by whoever saves the whole site. */
  keep: data => remember({whole: true}).catch(() => {}).then(() => keep(data.names)), // also where the phone is full

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
