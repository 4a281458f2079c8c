// Times citeproc-js: loading, then the bibliography of the items in a file.
//
//   node citeproc_js.js CITEPROC_FOLDER ITEMS.json WARM_UP.json STYLE.csl LOCALES_DIR
//
// The items of WARM_UP.json are formatted first, so that the compiler of Node has done its work.
// Prints {"load": seconds, "render": seconds, "html": {id: reference}}.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const [citeprocFolder, itemsFile, warmUpFile, styleFile, localesDir] = process.argv.slice(2);
const style = fs.readFileSync(styleFile, "utf8");
const items = JSON.parse(fs.readFileSync(itemsFile, "utf8"));
const warmUp = JSON.parse(fs.readFileSync(warmUpFile, "utf8"));

console.log = () => {}; // citeproc-js reports to the console; stdout is for the result

const start = process.hrtime.bigint();
const seconds = (from) => Number(process.hrtime.bigint() - from) / 1e9;
const CSL = require(citeprocFolder);

function newEngine(list) {
  const byId = new Map(list.map((item) => [item.id, item]));
  const sys = {
    retrieveLocale(name) {
      const file = path.join(localesDir, `locales-${name}.xml`);
      return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
    },
    retrieveItem: (id) => byId.get(id),
  };
  const engine = new CSL.Engine(sys, style, "en-US");
  engine.setOutputFormat("html");
  return engine;
}

function bibliography(engine, list) {
  engine.updateItems(list.map((item) => item.id));
  const [parameters, entries] = engine.makeBibliography();
  return parameters.entry_ids.map((ids, index) => [ids[0], entries[index].trim()]);
}

newEngine(warmUp);
const load = seconds(start);
bibliography(newEngine(warmUp), warmUp);
const engine = newEngine(items);
const rendering = process.hrtime.bigint();
const entries = bibliography(engine, items);
const render = seconds(rendering);

process.stdout.write(`${JSON.stringify({ load, render, html: Object.fromEntries(entries) })}\n`);
