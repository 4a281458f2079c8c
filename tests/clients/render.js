// Formats the CSL-JSON array in a file with citeproc-js.
//
//   node render.js ITEMS.json STYLE.csl LOCALES_DIR
//
// Prints a JSON array with one entry of the bibliography per item, in the order of the style.
// Ends with status 1 if citeproc-js throws, warns, or cannot make an entry for an item.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const warnings = [];
for (const channel of ["log", "warn", "error"]) {
  console[channel] = (...words) => warnings.push(words.join(" "));
}

const CSL = require("citeproc");

const [itemsFile, styleFile, localesDir] = process.argv.slice(2);
const items = JSON.parse(fs.readFileSync(itemsFile, "utf8"));
const byId = new Map(items.map((item) => [item.id, item]));
if (byId.size !== items.length) {
  warnings.push("ids are not unique");
}

function retrieveLocale(name) {
  const file = path.join(localesDir, `locales-${name}.xml`);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
}

const engine = new CSL.Engine(
  { retrieveLocale, retrieveItem: (id) => byId.get(id) },
  fs.readFileSync(styleFile, "utf8"),
  "en-US",
);
engine.setOutputFormat("text");
engine.updateItems([...byId.keys()]);
const [parameters, entries] = engine.makeBibliography();
for (const error of parameters.bibliography_errors) {
  warnings.push(`no entry for ${error.itemID}`);
}

process.stdout.write(`${JSON.stringify(entries.map((entry) => entry.trim()))}\n`);
if (warnings.length > 0) {
  process.stderr.write(`${warnings.join("\n")}\n`);
  process.exitCode = 1;
}
