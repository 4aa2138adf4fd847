/* Fetches the few pieces of the index that a question needs. */
var LAST = "\uffff";
var AT = [100, 55, 40, 12, 5]; // title, part of a word there, description, text, part of a word there
var MOST_PIECES = 3;
var index = null;
var fetched = {};

function get(address) {
  fetched[address] = fetched[address] || fetch(address).then(function (answer) {
    if (!answer.ok) { throw new Error(address); }
    return answer.json();
  });
  return fetched[address];
}

function piece(letter, number) { return get(index.folder + letter + number + ".json"); }

/* The numbers of the pieces that hold what begins so. */
function piecesOf(beginnings, prefix) {
  var found = [];
  beginnings.forEach(function (first, at) {
    var next = beginnings[at + 1];
    if (first <= prefix + LAST && (next === undefined || next > prefix)) { found.push(at); }
  });
  return found.slice(0, MOST_PIECES);
}

/* Every key near a prefix with its postings: [[key, postings], …]. */
function wordsNear(prefix) {
  return Promise.all(piecesOf(index.words, prefix).map(function (number) { return piece("w", number); }))
    .then(function (pieces) {
      return [].concat.apply([], pieces.map(function (one) {
        return Object.keys(one).map(function (key) { return [key, one[key]]; });
      }));
    });
}

function reversed(word) { return word.split("").reverse().join(""); }

/* Known words one letter off, that may differ in their first letters. */
function wordsEndingLike(word) {
  var tail = reversed(word).slice(0, 3);
  return Promise.all(piecesOf(index.tails, tail).map(function (number) { return piece("t", number); }))
    .then(function (pieces) {
      return pieces.join(" ").split(" ").map(reversed).filter(function (known) { return isNear(known, word); });
    });
}
