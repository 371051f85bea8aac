/**
 * What a page of ours holds, for the check of types alone: no browser reads this file.
 *
 * The templates decide which element has a name, and TypeScript cannot see them. So whatever is found on a page has
 * the members of every control and dialog that the templates use. What a template lacks, tests in a browser find.
 */
interface Element extends HTMLOrSVGElement {
  checked: any;
  close: any;
  content: any;
  disabled: any;
  files: any;
  hidden: any;
  href: any;
  htmlFor: any;
  innerText: any;
  max: any;
  name: any;
  offsetHeight: any;
  open: any;
  select: any;
  shown: any;
  showModal: any;
  style: any;
  type: any;
  validity: any;
  value: any;
}

/** A copy is of the same kind. */
interface Node {
  cloneNode(subtree?: boolean): any;
}

/** Views listen to elements alone. */
interface EventTarget {
  closest: any;
  matches: any;
  value: any;
}
