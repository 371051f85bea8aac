/**
 * The questions that a page knows of, as its HTML says.
 *
 * @param {ParentNode} root
 * @returns {import("../report/progress.js").QuestionOutline[]} in the order of the page, each question once
 */
export function outlineOf(root) {
  const elements = [...root.querySelectorAll("[data-question]")];
  const outline = new Map(elements.map(({ dataset }) => [dataset.question, dataset.statements.split(" ")]));
  return [...outline].map(([id, statements]) => ({ id, statements }));
}

/**
 * @param {import("../report/progress.js").QuestionOutline[]} outline
 * @returns {import("../members/counts.js").Question[]} the same, as counts are made for
 */
export const counted = (outline) =>
  outline.map(({ id, statements }) => ({ id, statements: statements.map((one) => ({ id: one })) }));
