/**
 * Draws a bar of a chart: a rectangle for each part, one after another. The numbers stand beside it in a table.
 *
 * @param {SVGSVGElement} bar  holds a `<rect>` for each part
 * @param {number[]} parts
 * @param {number} total  what the whole width stands for
 */
export function drawBar(bar, parts, total) {
  let from = 0;
  for (const [place, rect] of [...bar.children].entries()) {
    const width = total ? (100 * parts[place]) / total : 0;
    // In percent, so that a wide bar does not stretch the hatching.
    rect.setAttribute("x", `${from}%`);
    rect.setAttribute("width", `${width}%`);
    from += width;
  }
}
