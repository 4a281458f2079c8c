// Converts a file with citation-js, a peer of `conversions.py`:
//   node citation_js.js INPUT FORMAT      FORMAT is bibtex or csl; the result goes to stdout
'use strict'

const fs = require('fs')
const path = require('path')

const modules = path.join(__dirname, '..', 'tests', 'clients', 'node_modules', '@citation-js')
const { Cite } = require(path.join(modules, 'core'))
for (const plugin of ['plugin-bibtex', 'plugin-ris', 'plugin-csl']) {
  require(path.join(modules, plugin))
}

const [input, format] = process.argv.slice(2)
const cite = new Cite(fs.readFileSync(input, 'utf8'))
process.stdout.write(
  format === 'csl' ? JSON.stringify(cite.format('data', { format: 'object' })) : cite.format(format)
)
