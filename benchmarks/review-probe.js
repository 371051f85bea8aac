/** Runs before the review page's own script, and notes when the page has shown what is saved. */
(() => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask" });
  const end = ({ startTime, duration }) => startTime + duration;

  const sections = () => document.querySelectorAll("[data-module]").length;
  const isShown = () =>
    document.readyState !== "loading" &&
    sections() > 0 &&
    !document.querySelector("[data-module]:not([data-mounted])") &&
    document.querySelector("[data-part=actions] tbody").childElementCount > 0 &&
    [...document.querySelectorAll(".report__question")].at(-1).querySelector("[data-status]").hasChildNodes();
  const shown = new Promise((resolve) => {
    // The frame after the one that finds it: by then it has been painted.
    const look = () =>
      requestAnimationFrame(() =>
        isShown() ? requestAnimationFrame(() => resolve(performance.now())) : look(),
      );
    look();
  });

  window.benchmark = {
    /** Milliseconds from the start of the navigation until everything is shown. */
    shown: () => shown,

    /** The longest task that ended after a time; 0 where none is over 50 ms. */
    longest: (from) =>
      Math.max(0, ...tasks.filter((task) => end(task) > from).map(({ duration }) => duration)),

    /** Milliseconds from an act until a selector finds something. */
    async until(act, selector) {
      const start = performance.now();
      act();
      while (!document.querySelector(selector)) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    },
  };
})();
