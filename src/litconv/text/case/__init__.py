"""Letter case: titles, journal names and people's names that stand in capitals.

What is done: `sentence` (sentence case), `capitals` (words of a title that lost their case),
`journals`, `names`, `protect` (capitals that a style must not lower). What decides: `english` (is
the title English?), `word_rules`, `proper`, `formulas`. What they know: `vocabulary`, and the
tables of `litconv.data`; `tokens` takes texts apart and puts them together again.
"""
