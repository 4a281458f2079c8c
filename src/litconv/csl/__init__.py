"""References by CSL styles: a layer around citeproc-py.

citeproc-py parses the styles and locales and gives the elements their classes; `lookup` puts a
mix-in of this package before each class that needs a cure, and every module's docstring says which
fault of citeproc-py it cures:

* before rendering: `work` (the item), `people` (names), `datevalues` (dates), `richtext` (markup);
* while rendering: `nodes` (what is constant per style), `groups`, `texts`, `names`, `dates`,
  `numbers`, `textcase`, `terms`, `punctuation`;
* around it: `style` (`load_style`), `engine` (`Style`), `bylanguage`, `compile`, `sorting`.

`item` makes CSL-JSON items from records. Start with `litconv.csl.style.load_style`.
"""
