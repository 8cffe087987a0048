/* The way out: put in the place of sw.js it deletes all that sw.js kept and ends it, on every phone that comes back. Leave
   it there. A preview has it too, so that staff see what they edit. */
"use strict";
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(caches.keys().then(names => {
  const ours = names.filter(name => /^offline-\d+ /.test(name) && name.endsWith(" " + registration.scope));
  return Promise.all(ours.map(name => caches.delete(name)));
}).then(() => registration.unregister())));
