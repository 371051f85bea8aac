// The room's frame is there from the first paint, and goes where its script does not start: then the page reads like any
// other. It has to be read by any browser, so it is ECMAScript 5.
(function () {
  var page = document.documentElement;
  page.setAttribute("data-room", "");
  addEventListener("load", function () {
    setTimeout(function () {
      if (!document.querySelector(".room[data-mounted]")) page.removeAttribute("data-room");
    }, 2000);
  });
})();
