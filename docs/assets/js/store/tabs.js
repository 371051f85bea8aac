/**
 * The other tabs with pages of the same guide: what this one tells them, and what it hears. A browser without a channel
 * still reads on the next page what they have done.
 *
 * @typedef {import("./record.js").SavedRecord} SavedRecord
 *
 * @typedef {object} Hearing  what to do when another tab says something
 * @property {(records: SavedRecord[]) => void} changed  it has stored these
 * @property {() => void} stale    it has stored or removed more than it names: read anew
 * @property {() => void} removed  it has removed everything
 */

export class Tabs {
  #channel = null;

  /**
   * @param {string} guide  the id of the guide: sites under one address hear each other's channels
   * @param {Hearing} hearing
   */
  constructor(guide, { changed, stale, removed }) {
    try {
      this.#channel = new BroadcastChannel(guide);
    } catch {
      return;
    }
    this.#channel.onmessage = ({ data }) => {
      if (data.removed) removed();
      else if (data.refresh) stale();
      else changed(data.records);
    };
  }

  /** @param {SavedRecord[]} records  that this tab has stored */
  sayChanged(records) {
    this.#channel?.postMessage({ records });
  }

  sayStale() {
    this.#channel?.postMessage({ refresh: true });
  }

  sayRemoved() {
    this.#channel?.postMessage({ removed: true });
  }
}
