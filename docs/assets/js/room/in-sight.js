/**
 * Keeps the question in sight while what is written below it is: a line shows it once its heading has gone.
 *
 * @param {HTMLElement} line  for the eye only: the heading stays where it is
 * @returns {(heading: HTMLElement|null) => void} follows that heading from now on, or none
 */
export function keepInSight(line) {
  const watch = new IntersectionObserver(([{ isIntersecting }]) => (line.hidden = isIntersecting), {
    rootMargin: "-96px 0px 0px", // the bar covers what is nearer to the top
  });
  return (heading) => {
    watch.disconnect();
    line.hidden = true;
    line.textContent = heading?.textContent ?? "";
    if (heading) watch.observe(heading);
  };
}
