"""Answers of a function that is asked the same again and again, kept in a plain dictionary."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

Question = TypeVar("Question", bound=Hashable)
Answer = TypeVar("Answer")


class Remembered(dict[Question, Answer]):
    """The answers of a function by their questions: `answers[question]` asks it once each.

    It forgets everything when it holds `most` of them. `functools.lru_cache` does the same at
    four times the price for an answer that it knows, which is what names and journals ask for.
    """

    def __init__(self, function: Callable[[Question], Answer], most: int = 4096) -> None:
        """Start with no answer; the function must give the same answer to the same question."""
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, question: Question) -> Answer:
        """Ask the function."""
        answer = self._function(question)
        if len(self) >= self._most:
            self.clear()
        self[question] = answer
        return answer
