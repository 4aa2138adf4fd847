/* The whole question: the pages that hold most of its words, the best first. */
/* Language, class and age of a page, from the runs of the index. */
function kindOf(number) {
  var at = 0, before = 0;
  while (number >= before + index.runs[at][3]) { before += index.runs[at][3]; at += 1; }
  return index.runs[at];
}

/* What people look for comes before lists and records of what was said. */
var FAVOUR = { Page: 0.9, Meeting: 0.8, Decision: 0.7 };

function favour(number, language) {
  var kind = kindOf(number);
  var own = kind[0] === language ? 1 : kind[0] === "de" ? 0.8 : 0.5;
  return own * (kind[2] ? 0.6 : 1) * (FAVOUR[kind[1]] || 1);
}

function ranked(found, language) {
  var all = index.runs.reduce(function (sum, run) { return sum + run[3]; }, 0);
  var score = {}, hits = {};
  found.forEach(function (one) {
    var pages = Object.keys(one.pages);
    var rarity = Math.log(1 + all / (pages.length + 1));
    pages.forEach(function (page) {
      hits[page] = (hits[page] || 0) + 1;
      score[page] = (score[page] || 0) + one.pages[page] * rarity * favour(+page, language);
    });
  });
  var pages = Object.keys(score).map(Number);
  var most = pages.reduce(function (best, page) { return Math.max(best, hits[page]); }, 0);
  return {
    pages: pages.filter(function (page) { return hits[page] === most; })
      .sort(function (a, b) { return score[b] - score[a] || a - b; }),
    whole: most === found.length,
    alike: found.some(function (one) { return one.alike && !isEmpty(one.pages); })
  };
}

function search(question, language) {
  return get("/suche/index.json").then(function (manifest) {
    index = manifest;
    var all = words(question).filter(function (word) { return word.length > 1; });
    var common = index.common.split(" ");
    var telling = all.filter(function (word) { return common.indexOf(word) < 0; });
    return Promise.all(telling.slice(0, 6).map(pagesWith));
  }).then(function (found) { return ranked(found, language); });
}

function titleOf(number) {
  return piece("e", Math.floor(number / index.entries)).then(function (list) { return list[number % index.entries]; });
}
