"""What a run remembers of every record: keys that are taken, in a few bytes each."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.text import taken
from litconv.text.hashset import HashSet
from litconv.text.taken import TakenKeys

MANY = 20_000


def test_many_values_are_told_apart() -> None:
    seen = HashSet()
    for number in range(MANY):
        assert f"key{number}" not in seen
        assert seen.add(f"key{number}")
    assert all(f"key{number}" in seen for number in range(MANY))
    assert not any(f"other{number}" in seen for number in range(MANY))
    assert ("key1",) not in seen


def test_a_value_takes_few_bytes_also_when_it_is_added_twice() -> None:
    tracemalloc.start()
    seen = HashSet()
    new = [seen.add(f"key{number % MANY}") for number in range(2 * MANY)]
    count = sum(new)
    del new
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert count == MANY
    assert held < MANY * 10 + 200_000  # the second part is for arrays that are still short


class Plain:
    """The rules of `TakenKeys`, told in sets."""

    def __init__(self) -> None:
        self.small: set[str] = set()
        self.exact: set[str] = set()

    def take(self, key: str, *, exact: bool) -> bool:
        if key in self.exact if exact else key.casefold() in self.small:
            return False
        self.exact.add(key)
        self.small.add(key.casefold())
        return True


KEYS = st.text("aAbBßẞS", min_size=1, max_size=3)


@pytest.mark.parametrize("few", [0, 5, 4096])
@given(keys=st.lists(st.tuples(KEYS, st.booleans()), max_size=60))
def test_keys_are_taken_as_two_sets_would_tell(few: int, keys: list[tuple[str, bool]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(taken, "_FEW", few)
        plain, compact = Plain(), TakenKeys()
        for key, exact in keys:
            assert compact.take(key, exact=exact) == plain.take(key, exact=exact)


def dash(tried: int) -> str:
    return f"-{tried}"


def test_the_first_suffix_that_is_free_is_taken() -> None:
    keys = TakenKeys()
    assert keys.take("A-3")
    found = [keys.give("a", dash) for _ in range(20)]
    assert found == ["a", "a-1", "a-2", *(f"a-{number}" for number in range(4, 21))]
    assert keys.give("A", dash, exact=True) == "A"
    assert keys.give("A", dash, exact=True) == "A-1"
    assert keys.give("A", dash) == "A-21"


def test_the_thousandth_record_of_one_key_is_no_longer_searched_for_than_the_tenth() -> None:
    calls = 0

    def suffix(tried: int) -> str:
        nonlocal calls
        calls += 1
        return str(tried)

    keys = TakenKeys()
    for _ in range(1000):
        keys.give("key", suffix)
    assert calls < 1100


def test_keys_of_a_long_run_take_few_bytes_each() -> None:
    keys = TakenKeys()
    for number in range(MANY):
        keys.give(f"key{number}", dash)
    tracemalloc.start()
    for number in range(MANY, 2 * MANY):
        keys.give(f"key{number}", dash)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held < MANY * 20
    assert keys.give("KEY7", dash) == "KEY7-1"
