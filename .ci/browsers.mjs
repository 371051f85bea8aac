// The oldest browsers that we support, as docs/about/index.md names them, and what our scripts may use. Newer syntax does
// not parse; an object that one of them lacks and a method that came later are named.
import compat from "eslint-plugin-compat";
import esx from "eslint-plugin-es-x";

const BROWSERS = ["safari 16.4", "ios_saf 16.4", "chrome 109", "edge 109", "firefox 115"];
// What scripts use where it is there, and do without where it is not.
const ASKED_FOR_FIRST = ["ClipboardItem", "navigator.wakeLock", "trustedTypes"];
// Methods of iterators, and arrays or objects of ours have others of the same names: which one is called cannot be seen.
const SAME_NAMES = ["every", "filter", "find", "flatmap", "foreach", "map", "reduce", "some", "take"];

export default [
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    plugins: { compat, "es-x": esx },
    rules: {
      ...esx.configs["flat/restrict-to-es2022"].rules,
      ...Object.fromEntries(SAME_NAMES.map((name) => [`es-x/no-iterator-prototype-${name}`, "off"])),
      "compat/compat": "error",
    },
    settings: {
      targets: BROWSERS,
      polyfills: ASKED_FOR_FIRST,
      lintAllEsApis: true,
      "es-x": { aggressive: true, allowTestedProperty: true },
    },
  },
  { files: ["**/too-old.js", "**/room-frame.js"], languageOptions: { ecmaVersion: 5, sourceType: "script" } },
];
