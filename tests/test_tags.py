"""HTML and JATS in values: what becomes rich text, what goes, what is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.text.tags import to_plain_text, to_rich_text


@pytest.mark.parametrize(
    ("text", "rich", "plain"),
    [
        ("H<sub>2</sub>O", "H<sub>2</sub>O", "H2O"),
        ("<em>Homo</em>, <jats:italic>Pan</jats:italic>", "<i>Homo</i>, <i>Pan</i>", "Homo, Pan"),
        ("&lt;i&gt;Homo&lt;/i&gt; &amp;amp; Pan", "<i>Homo</i> & Pan", "Homo & Pan"),
        ("<p>One.</p><p>Two.</p>", "One. Two.", "One. Two."),
        ("a < b and c > d", "a < b and c > d", "a < b and c > d"),
        ("a <unknown> word", "a <unknown> word", "a <unknown> word"),
        ("<i>never closed", "never closed", "never closed"),
        ("closed</i> only", "closed only", "closed only"),
        ("<span lang='fr'>mot</span>", "mot", "mot"),
        (
            "<span style='font-variant: small-caps'>Abc</span>",
            '<span style="font-variant:small-caps;">Abc</span>',
            "Abc",
        ),
        ('<span class="nocase">pH</span>', '<span class="nocase">pH</span>', "pH"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math>", "x", "x"),
        ("Caf&eacute; &#233; &#xe9;", "Café é é", "Café é é"),
        ("AT&T; R&D", "AT&T; R&D", "AT&T; R&D"),
    ],
)  # fmt: skip
def test_tags(text: str, rich: str, plain: str) -> None:
    assert to_rich_text(text) == rich
    assert to_plain_text(text) == plain


def test_the_heading_of_an_abstract_goes_with_its_tag() -> None:
    text = "<jats:title>Abstract</jats:title><jats:p>It was found.</jats:p>"
    assert to_plain_text(text) == "It was found."
    assert to_plain_text("Abstract art was found &amp; lost") == "Abstract art was found & lost"
    assert to_plain_text("Abstract art is old.") == "Abstract art is old."


@given(st.text(st.sampled_from('<>/ib sup"=jats:p'), max_size=60))
def test_rich_text_has_a_partner_for_each_tag(text: str) -> None:
    rich = to_rich_text(text)
    for tag in ("i", "b", "sub", "sup"):
        assert rich.count(f"<{tag}>") == rich.count(f"</{tag}>")
