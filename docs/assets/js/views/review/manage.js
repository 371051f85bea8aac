/** The part of the review page that is closed until somebody wants it: a link that leads into it opens it. */

/** @param {HTMLDetailsElement} root */
export function mount(root) {
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !root.contains(target)) return;
    root.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}
