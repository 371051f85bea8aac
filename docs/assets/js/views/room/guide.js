/**
 * Shows what the guide says about the question in a dialog: following its link would leave full screen. The text is
 * that of the question's own page, brought as a document, so that no text turns into markup here.
 */

/**
 * @param {HTMLElement} root  holds the link and the dialog
 */
export function mount(root) {
  const dialog = root.querySelector("dialog");
  const open = async (address) => {
    try {
      const page = await pageAt(address);
      dialog.querySelector("h2").textContent = page.querySelector("h1").textContent;
      dialog.querySelector("[data-text]").replaceChildren(...textOf(page));
      dialog.showModal();
      dialog.scrollTop = 0;
    } catch {
      location.assign(address);
    }
  };
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-act=guide]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return; // in a tab or window of its own
    event.preventDefault();
    open(link.href);
  });
}

function pageAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () =>
      request.status === 200 && request.response ? resolve(request.response) : reject();
    request.onerror = reject;
    request.open("GET", address);
    request.send();
  });
}

/** What stands before the checklist, its links leading where they lead from there, and without ids. */
function textOf(page) {
  const parts = [...page.querySelector(".prose").children];
  const end = parts.findIndex((part) => part.matches("[data-module]"));
  for (const link of page.querySelectorAll("a[href]")) link.setAttribute("href", link.href);
  for (const part of page.querySelectorAll(".prose [id]")) part.removeAttribute("id");
  return parts.slice(0, end).map((part) => document.importNode(part, true));
}
