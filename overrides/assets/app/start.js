// app.js is one function made of the parts beside this file; it runs as soon as it has come, often before the page has.
const base = document.currentScript.src.replace(/[^/]*$/, "");

function ready(act) {
  if (document.readyState === "loading") { addEventListener("DOMContentLoaded", act); } else { act(); }
}
