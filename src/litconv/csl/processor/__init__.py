"""The layer around citeproc-py: one module a concern, each naming the fault that it cures.

citeproc-py parses the styles and locales and gives the elements their classes; `lookup` puts a
mix-in of this package before each class that needs a cure:

* before rendering: `work` (the item), `people` (names), `datevalues` (dates), `richtext` (markup);
* while rendering: `nodes` (what is constant per style), `groups`, `texts`, `names`, `dates`,
  `numbers`, `textcase`, `terms`, `punctuation`;
* the list and the text: `sorting`, `collation`, `disambiguate`, `given`, `repeats`, `citing`;
* around it: `engine` (`Style`), `compile`, `bylanguage`, `gbt7714` (what CSL cannot say of it).
"""
