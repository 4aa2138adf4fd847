/* The pages that one word of a question finds, each with a weight. */
function add(into, postings, factor) {
  postings.split(",").forEach(function (list, level) {
    var number = 0;
    (list ? list.split(" ") : []).forEach(function (step) {
      number += parseInt(step, 36);
      into[number] = Math.max(into[number] || 0, AT[level] * factor);
    });
  });
  return into;
}

function collect(near, matches, factor) {
  return near.reduce(function (into, pair) {
    return matches(pair[0]) ? add(into, pair[1], factor(pair[0])) : into;
  }, {});
}

function isEmpty(found) { return !Object.keys(found).length; }

function beginningWith(prefix, near, weight) {
  return collect(near, function (key) { return key.indexOf(prefix) === 0 && (prefix.length > 2 || key === prefix); },
    function (key) { return key === prefix ? weight : weight * 0.5; });
}

function exactly(word) {
  return wordsNear(word).then(function (near) {
    return collect(near, function (key) { return key === word; }, function () { return 1; });
  });
}

function withOneSlip(word) {
  if (word.length < 4) { return Promise.resolve({}); }
  return Promise.all([wordsNear(word.slice(0, 3)), wordsEndingLike(word)]).then(function (both) {
    var found = collect(both[0], function (key) { return isNear(key, word); }, function () { return 0.4; });
    return Promise.all(both[1].slice(0, MOST_PIECES).map(exactly)).then(function (others) {
      others.forEach(function (other) {
        Object.keys(other).forEach(function (page) { found[page] = Math.max(found[page] || 0, other[page] * 0.4); });
      });
      return found;
    });
  });
}

/* »Spielplatzfest« also finds the page that speaks of a Spielplatz and a Fest. */
function inParts(word) {
  var cuts = [];
  for (var at = word.length - 3; at > 2; at -= 1) { cuts.push(at); }
  return wordsNear(word.slice(0, 3)).then(function (near) {
    var known = {};
    near.forEach(function (pair) { known[pair[0]] = pair[1]; });
    var possible = cuts.map(function (at) {
      var left = word.slice(0, at);
      var first = [stem(left), stem(left.replace(/(?:e?s|e?n)$/, ""))].filter(function (key) { return known[key]; })[0];
      return first && [known[first], stem(word.slice(at))];
    }).filter(Boolean).slice(0, MOST_PIECES);
    return Promise.all(possible.map(function (pair) { return exactly(pair[1]); })).then(function (rights) {
      var found = {};
      rights.forEach(function (right, at) {
        var left = add({}, possible[at][0], 0.4);
        Object.keys(right).forEach(function (page) {
          if (left[page]) { found[page] = Math.max(found[page] || 0, Math.min(left[page], right[page] * 0.4)); }
        });
      });
      return found;
    });
  });
}

function shortened(word) {
  var shorter = [1, 2, 3].map(function (less) { return word.slice(0, -less); })
    .filter(function (prefix) { return prefix.length >= 4; });
  return shorter.reduce(function (before, prefix) {
    return before.then(function (found) {
      return isEmpty(found) ? wordsNear(prefix).then(function (near) { return beginningWith(prefix, near, 0.2); }) : found;
    });
  }, Promise.resolve({}));
}

/* Tried one after the other, until one finds something. */
function pagesWith(word) {
  var key = stem(word);
  return wordsNear(key).then(function (near) {
    return [withOneSlip, inParts, shortened].reduce(function (before, way) {
      return before.then(function (found) {
        if (!isEmpty(found.pages)) { return found; }
        return way(way === inParts ? word : key).then(function (pages) { return { pages: pages, alike: true }; });
      });
    }, Promise.resolve({ pages: beginningWith(key, near, 1), alike: false }));
  });
}
