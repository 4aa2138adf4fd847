/* What stands on the page. Every sentence comes from its form; results are plain links. */
var SHOWN = 10;
var form = document.querySelector("[data-search]");
if (!form || !window.fetch || !"".normalize || !window.URLSearchParams) { return; }
var field = form.querySelector("input");
var status = document.getElementById("stand");
var list = document.getElementById("treffer");
var more = document.getElementById("weitere");
var kinds = JSON.parse(form.getAttribute("data-kinds"));
var language = form.getAttribute("data-search");
var latest = 0, waiting = 0, results = [];

function say(key, number) { status.textContent = form.getAttribute("data-" + key).replace("{n}", number); }

function element(name, className, text) {
  var made = document.createElement(name);
  if (className) { made.className = className; }
  made.textContent = text || "";
  return made;
}

function item(number, title) {
  var kind = kindOf(number), tag = kind[0] === "leicht" ? "de" : kind[0];
  var made = element("li"), head = element("p"), link = element("a", "dates__title", title[0]);
  link.href = title[1];
  link.lang = link.hreflang = tag;
  link.dir = "auto";
  head.appendChild(link);
  made.appendChild(head);
  made.appendChild(element("p", "small", [kinds[kind[1]], kinds[kind[0]], title[3]].filter(Boolean).join(" · ")));
  if (title[2]) {
    var summary = element("p", "", title[2]);
    summary.lang = tag;
    summary.dir = "auto";
    made.appendChild(summary);
  }
  return made;
}

function show(from, turn) {
  var numbers = results.slice(from, from + SHOWN);
  return Promise.all(numbers.map(titleOf)).then(function (titles) {
    if (turn !== latest) { return; }
    if (!from) { list.textContent = ""; }
    titles.forEach(function (title, at) { list.appendChild(item(numbers[at], title)); });
    list.hidden = !results.length;
    more.hidden = results.length <= from + SHOWN;
    if (from) { list.children[from].querySelector("a").focus(); }
  });
}

function answer() {
  var question = field.value.trim();
  var turn = latest += 1;
  history.replaceState(null, "", question ? "?q=" + encodeURIComponent(question) : location.pathname);
  if (question.length < 2) {
    list.hidden = more.hidden = true;
    status.textContent = "";
    return;
  }
  search(question, language).then(function (found) {
    if (turn !== latest) { return undefined; }
    results = found.pages;
    return show(0, turn).then(function () {
      if (turn !== latest) { return; }
      say(!results.length ? "none" : found.alike ? "alike" : !found.whole ? "some" : "many",
        results.length);
    });
  }).catch(function () {
    if (turn === latest) { fetched = {}; say("failed"); }
  });
}

form.addEventListener("submit", function (event) {
  event.preventDefault();
  clearTimeout(waiting);
  answer();
});
field.addEventListener("input", function () {
  clearTimeout(waiting);
  waiting = setTimeout(answer, 250);
});
more.addEventListener("click", function () { show(list.children.length, latest); });

field.value = new URLSearchParams(location.search).get("q") || "";
status.textContent = "";
if (field.value) { answer(); }
