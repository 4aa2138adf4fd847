/* Keeps dates true on a page that was built days ago: what is over goes away, today is called today.
   Without this script nothing is missing: every date stands there in words. Works in browsers of 2018. */
(function () {
  "use strict";
  var now = new Date();
  var two = function (n) { return (n < 10 ? "0" : "") + n; };
  var day = function (date) { return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate()); };
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var today = day(now);
  var tomorrow = day(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1));

  all("[data-ends]").forEach(function (item) {
    if (new Date(item.getAttribute("data-ends")) <= now) { item.hidden = true; }
  });

  all("[data-day]").forEach(function (group) {
    var own = group.getAttribute("data-day");
    var items = all("[data-ends]", group);
    if (items.length && items.every(function (item) { return item.hidden; })) { group.hidden = true; }
    if (group.hasAttribute("data-only-today")) { group.hidden = own !== today; }
    var mark = group.querySelector("[data-mark]");
    if (mark && (own === today || own === tomorrow)) {
      mark.textContent = mark.getAttribute(own === today ? "data-today" : "data-tomorrow");
      mark.hidden = false;
    }
  });

  /* Choices of one kind widen the list, choices of several kinds narrow it. */
  var chosen = {};
  var fits = function (tags) {
    return Object.keys(chosen).every(function (kind) {
      return !chosen[kind].length || chosen[kind].some(function (tag) { return tags.indexOf(tag) >= 0; });
    });
  };
  var narrow = function (box) {
    var shown = 0;
    all("[data-tags]").forEach(function (item) {
      var over = new Date(item.getAttribute("data-ends")) <= now;
      item.hidden = over || !fits(item.getAttribute("data-tags").split(" "));
      if (!item.hidden) { shown += 1; }
    });
    all("[data-day]").forEach(function (group) {
      var items = all("[data-tags]", group);
      if (items.length) { group.hidden = items.every(function (item) { return item.hidden; }); }
    });
    var count = box.querySelector("[data-count]");
    count.textContent = count.getAttribute("data-count") + " " + shown;
    settle();
  };
  all("[data-filters]").forEach(function (box) {
    if (!document.querySelector("[data-tags]")) { return; }
    all("[data-tag]", box).forEach(function (link) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-pressed", "false");
      var toggle = function (event) {
        var tag = link.getAttribute("data-tag");
        var kind = tag.split("-")[0];
        var own = chosen[kind] || (chosen[kind] = []);
        var at = own.indexOf(tag);
        if (at >= 0) { own.splice(at, 1); } else { own.push(tag); }
        link.setAttribute("aria-pressed", String(at < 0));
        event.preventDefault();
        narrow(box);
      };
      link.addEventListener("click", toggle);
      link.addEventListener("keydown", function (event) { if (event.key === " ") { toggle(event); } });
    });
  });

  var settle = function () {
    all("[data-list]").forEach(function (list) {
      var left = all("[data-day]", list).some(function (group) { return !group.hidden; });
      var empty = list.querySelector("[data-empty]");
      if (empty) { empty.hidden = left; }
    });
  };
  settle();

  all("[data-until]").forEach(function (notice) {
    if (notice.getAttribute("data-until") < today) { notice.hidden = true; }
  });

  all("[data-built]").forEach(function (stand) {
    stand.hidden = stand.getAttribute("data-built") === today;
  });
})();
