"""What is said about the output, and about the run as a whole."""

from __future__ import annotations

from typing import Final

from litconv.codes.kinds import ERROR, INFO, WARNING, Code

OUTPUT: Final[dict[str, Code]] = {
    # ------------------------------------------------------------------ writing
    "field-not-written": Code(
        WARNING,
        "The output format has no place for a field of the record.",
        "Choose another format; `--to json` keeps everything, --extras keeps extra facts as notes.",
    ),
    "extra-not-written": Code(
        INFO,
        "Extra facts (subjects, citation count, unknown labels) are not part of a plain entry. "
        "Said once for all records that have the same; `--diagnostics json` names each of them.",
        "Say --extras to write them as fields or notes that bibliography programs ignore.",
    ),
    "key-changed": Code(
        INFO,
        "Two records would have had the same citation key: a letter was added to the later one. Or "
        "a key had characters that BibTeX does not allow in keys: they were taken out.",
        "Nothing to do; say --key-pattern to build other keys.",
    ),
    "not-ascii": Code(
        WARNING,
        "With --ascii, some letters have no form in the output format's ASCII (Chinese has none "
        "in LaTeX); they were written as they are.",
        "Use a Unicode engine (XeLaTeX, LuaLaTeX), or put a romanized form in by hand.",
    ),
    "reference-fallback": Code(
        WARNING,
        "A reference could not be formatted by its style; a plain form was written instead.",
        "Check the reference; the message says what went wrong.",
    ),
    "reference-not-listed": Code(
        WARNING,
        "The style puts works of this kind into no list of references (APA cites personal "
        "communications in the text only), so nothing was written.",
        "Check the type of the record; if it is right, cite the work in the text.",
    ),
    # ------------------------------------------------------------------ running the program
    "usage-error": Code(
        ERROR,
        "The command line names an option, a format or a combination that does not exist; nothing "
        "was done.",
        "`litconv COMMAND --help` shows what there is, with examples.",
    ),
    "output-unwritable": Code(
        ERROR,
        "The output could not be written. A file that was there before is unchanged.",
        "Check the folder, its permissions and the free space, or choose another place with -o.",
    ),
    "nothing-found": Code(
        ERROR,
        "The input was read, but no record was found in it; nothing was written.",
        "Check that the input is what you meant, or say --from FORMAT.",
    ),
    "strict-failed": Code(
        ERROR,
        "With --strict, warnings and facts that were not written end the run with exit code 1. The "
        "output was written all the same.",
        "Look at the messages; run without --quiet if it hid them.",
    ),
    "internal-error": Code(
        ERROR,
        "litconv made a mistake of its own. Output files are unchanged.",
        "Please report it, with the input if you can. LITCONV_DEBUG=1 shows where it happened.",
    ),
}
