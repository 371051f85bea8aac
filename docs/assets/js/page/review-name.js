/** What a review is called on the review page. */

import { dateText } from "./dates.js";
import { messageText } from "./messages.js";

/**
 * @param {{whose: import("../store/record.js").Whose, name?: string|null, heldOn?: string|null}} review
 * @returns {string} what a review is called on a page
 */
export const reviewName = ({ whose, name, heldOn }) =>
  messageText(`review-name-${whose}`, { name: name ?? "", date: heldOn ? dateText(heldOn) : "" }).trim();
