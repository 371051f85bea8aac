/**
 * Starts the page: opens the store, and mounts each view on its element. A view that fails to load
 * or to start leaves the others working, and its own element as it was without a script.
 */

import "./address.js";
import { whoseOfTab } from "./page/tab.js";
import { Database } from "./store/database.js";
import { Records } from "./store/memory.js";
import { Store } from "./store/store.js";

const BUILD = ""; // written by macros/site/offline_files.py, as in every page

const { guide, edition } = document.documentElement.dataset;
const { whose } = document.querySelector("main").dataset;
const pageWhose = /** @type {import("./store/store.js").PageWhose} */ (
  whose === "tab" ? whoseOfTab() : whose
);
const store = new Store({ guide, edition }, pageWhose, new Records(), new Database(guide));

async function mount(root) {
  try {
    const view = await import(`./views/${root.dataset.module}.js`);
    await store.opened;
    await nextTask();
    view.mount(root, store);
    root.dataset.mounted = "";
  } catch (error) {
    document.documentElement.dataset.failed = `${document.documentElement.dataset.failed ?? ""} ${root.dataset.module}`;
    console.error(`${root.dataset.module}: expected the view to start on this page, got`, error);
  }
}

/** So that the views do not all start in one task, which would leave the page unanswering. */
const nextTask = () => new Promise((go) => setTimeout(go));

function showWhoseAnswers() {
  document.documentElement.dataset.answers = store.whose;
}

/** A page that a browser held back since before the site changed does not fit these modules. */
function compareBuilds() {
  document.querySelector("[data-outdated]").hidden = document.documentElement.dataset.build === BUILD;
}

// A form here is never sent: pressing Enter in a field would only leave the page. And none is reset: Safari does that to a
// page that comes back, some milliseconds after it has.
for (const type of ["submit", "reset"]) addEventListener(type, (event) => event.preventDefault());
store.onReview(showWhoseAnswers);
store.opened.then(showWhoseAnswers);
compareBuilds();
for (const root of document.querySelectorAll("[data-module]")) mount(root);
