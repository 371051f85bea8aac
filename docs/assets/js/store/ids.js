/**
 * @returns {string} an id that nobody else has, later ones sorting after earlier ones;
 *   crypto.randomUUID is missing where a site is served without HTTPS
 */
export function newId() {
  const random = Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join("");
  return `${Date.now().toString(36)}-${random}`;
}
