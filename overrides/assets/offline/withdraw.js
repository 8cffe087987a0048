/* The way out: put in the place of sw.js it deletes all that sw.js kept and ends it, on every phone that comes back. Leave
   it there. A preview has it too, so that staff see what they edit. */
"use strict";
function end(event) {
  event.waitUntil(caches.keys().then(names => {
    const ours = names.filter(name => name.startsWith("offline-") && name.endsWith(" " + registration.scope));
    return Promise.all(ours.map(name => caches.delete(name)));
  }).then(() => registration.unregister()));
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", end);
addEventListener("message", end); // from a page that opens while the earlier worker still writes
