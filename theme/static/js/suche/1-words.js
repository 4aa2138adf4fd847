/* Words as plugins/quartier/outputs/search/words.py folds and stems them; a test holds both together.
   Works in browsers of 2018: no lookbehind, no \p{…}. */
var SILENT = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad\u00b7\u2027\u200b-\u200f\u2066-\u2069'\u2019\u02bc`\u00b4]/g;
var SAME = { "ı": "i", "ى": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "ی": "ي", "ł": "l", "ø": "o", "đ": "d", "\u2010": "-", "\u2011": "-" };
var OTHER_LETTERS = new RegExp("[" + Object.keys(SAME).join("") + "]", "g");
var WORD = /[0-9a-z\u0400-\u052f\u0620-\u06ff]+(?:-[0-9a-z\u0400-\u052f\u0620-\u06ff]+)*/g;
var FEMININE = /^(.{5,}in)nen$/;
var GERMAN = /(?:ern|em|en|er|es|e)$/;
var PLURAL = /([a-z]{3}[abdfghiklmnorty])s$|([a-z]{3}[rl])n$/;
var SLAVIC = /(?:ами|ями|ого|ему|ими|ах|ях|ов|ив|еи|ии|ои|ыи|ам|ям|ом|ем|ую|юю|ою|ею|ая|яя|а|я|о|е|є|и|і|у|ю|ы|ь)$/;
var ARTICLE = /^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/;

function fold(text) {
  return text.toLowerCase().replace(/ß/g, "ss").normalize("NFKD").replace(SILENT, "")
    .replace(OTHER_LETTERS, function (letter) { return SAME[letter]; })
    .replace(/(^|[^aeiouq])([aou])e/g, "$1$2");
}

function cut(word, endings) {
  var at = word.search(endings);
  return at >= 3 ? word.slice(0, at) : word;
}

function stem(word) {
  if (word < "a") { return word; }
  if (word < "{") {
    if (FEMININE.test(word)) { return word.replace(FEMININE, "$1"); }
    word = word.replace(PLURAL, "$1$2");
    return /ier$/.test(word) ? word : cut(word, GERMAN);
  }
  return word < "\u0600" ? cut(word, SLAVIC) : word.replace(ARTICLE, "");
}

/* The words of a question: one with hyphens is one word. */
function words(question) {
  return (fold(question).match(WORD) || []).map(function (word) { return word.replace(/-/g, ""); });
}

/* Whether one letter more, less, other or exchanged with its neighbour makes a into b. */
function isNear(a, b) {
  var start = 0, end = 0, shorter = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > 1) { return false; }
  while (start < shorter && a[start] === b[start]) { start += 1; }
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) { end += 1; }
  var left = a.slice(start, a.length - end), right = b.slice(start, b.length - end);
  return Math.max(left.length, right.length) < 2 ||
    (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}
