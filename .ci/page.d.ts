/**
 * What a page of ours holds, for the check of types alone: no browser reads this.
 *
 * The templates decide which element has a name, and TypeScript cannot see them. So whatever is found on a page counts
 * as an element of HTML with the members of the controls and dialogs that the templates use. What a template lacks is
 * found by the tests in a browser.
 */
type Control = Pick<
  HTMLInputElement,
  "checked" | "disabled" | "files" | "select" | "validity" | "value" | "type" | "max" | "min"
>;
type Dialog = Pick<HTMLDialogElement, "close" | "open" | "showModal">;

interface PageElement extends HTMLElement, Control, Dialog {
  href: string;
  htmlFor: string;
  content: DocumentFragment;
}

interface ParentNode {
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): NodeListOf<PageElement>;
}

interface Element {
  closest(selectors: string): PageElement | null;
  cloneNode(subtree?: boolean): PageElement;
}

interface NonElementParentNode {
  getElementById(id: string): PageElement | null;
}

interface Document {
  getElementById(id: string): PageElement | null;
}

interface DocumentFragment {
  firstElementChild: PageElement | null;
}

/** Views listen to elements alone. */
interface EventTarget extends Pick<PageElement, "closest" | "matches" | "value"> {}
