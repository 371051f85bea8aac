// Says whether this browser is too old for the rest. It has to be read by any browser, so it is ECMAScript 5.
(function () {
  var isOld = !("noModule" in document.createElement("script")) || !Object.hasOwn || !window.structuredClone;
  try {
    new RegExp("(?<=a)b"); // since Safari 16.4
  } catch (error) {
    isOld = true;
  }
  if (isOld) document.documentElement.setAttribute("data-too-old", "");
})();
