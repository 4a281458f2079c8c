#!/usr/bin/env bash
# litconv in shell pipelines; run it in the folder that holds examples/.
set -euo pipefail

# A page from another program, a BibTeX entry out.
cat examples/peer-support.txt | litconv convert --to bibtex --quiet

# The authors of every paper that a page lists: one JSON object a line is easy to take apart.
litconv convert examples/list-only.txt --include related --to csljsonl --quiet |
    python3 -c '
import json, sys
for line in sys.stdin:
    item = json.loads(line)
    print(item["title"], "by", "; ".join(name["family"] for name in item["author"]))
'

# A folder of pages becomes one bibliography, written only when all of it went well.
folder=$(mktemp -d)
litconv convert examples --to ris -o "$folder/all.ris" --quiet || test $? -eq 1  # list-only.txt
grep -c '^TY  - ' "$folder/all.ris"

# References as HTML, in the order of the input.
litconv convert examples/capitals.txt --include all --to apa --markup html --order input --quiet |
    head -n 3

# Only what the program has to say, for a script: one JSON object a line.
litconv convert examples/capitals.txt --to json --diagnostics json 2>&1 >/dev/null |
    python3 -c '
import json, sys
for line in sys.stdin:
    print(json.loads(line)["code"])
' | sort | uniq -c

# The model itself keeps everything and can be read again.
litconv convert examples/chinese.txt --to json --quiet |
    litconv convert - --from json --to bibtex --extras --quiet

rm -r "$folder"
