"""A progress bar on stderr, for work of more than a second that people wait for."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from litconv.cli import console
from litconv.cli.report import write_stderr
from litconv.files import STDIN, Input
from litconv.model import Record

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

PATIENCE = 1.0
"""Seconds before the bar shows up; a quick run shows none and does not load rich."""


class Progress:
    """Counts inputs and records; draws the bar only on a terminal and only when work takes long.

    `input_names` gives the bar its length, by the sizes of the files; standard input has none.
    """

    def __init__(self, input_names: list[str], *, wanted: bool = True) -> None:
        """Start the clock; see the class."""
        self._names = input_names
        self._total = sum(_size(name) for name in input_names)
        self._done = 0
        self._position: Callable[[], int] = _nowhere
        self.records = 0
        self._bar: RichProgress | None = None
        self._lock = threading.RLock()
        self._timer: threading.Timer | None = None
        typing_in = STDIN in input_names and console.is_terminal(sys.stdin)
        if wanted and console.is_terminal(sys.stderr) and not typing_in:
            self._timer = threading.Timer(PATIENCE, self._start)
            self._timer.daemon = True
            self._timer.start()

    def inputs(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Pass the inputs on; one is done when the next is asked for."""
        for one in inputs:
            base, self._position = self._done, one.position
            yield one
            self._done = max(self._done, base + one.position())
            self._position = _nowhere
            self._show()

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        """Pass the records on and count them."""
        for record in records:
            self.records += 1
            self._show()
            yield record

    def emit(self, text: str) -> None:
        """Write a line to stderr above the bar."""
        with self._lock:
            if self._bar is None:
                write_stderr(text)
            else:
                rich_text = import_module("rich.text")
                self._bar.console.print(rich_text.Text.from_ansi(text), soft_wrap=True)

    def close(self) -> None:
        """Take the bar away; nothing of it stays on the terminal."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
                self._timer = None
            if self._bar:
                self._bar.stop()
                self._bar = None

    def close_on_terminal(self) -> None:
        """Take the bar away because data follows on the same terminal."""
        if console.is_terminal(sys.stdout):
            self.close()

    def _start(self) -> None:
        rich = import_module("rich.progress")
        rich_console = import_module("rich.console")
        with self._lock:
            if self._timer is None:  # closed meanwhile
                return
            colour = "auto" if console.has_colour(sys.stderr) else None
            bar: RichProgress = rich.Progress(
                rich.SpinnerColumn("line"),
                rich.TextColumn("{task.description}"),
                rich.BarColumn(bar_width=None),
                rich.TimeElapsedColumn(),
                console=rich_console.Console(file=sys.stderr, color_system=colour),
                transient=True,
            )
            bar.add_task("reading", total=self._total or None)
            bar.start()
            self._bar = bar
            self._show()

    def _show(self) -> None:
        bar = self._bar
        if bar is not None:
            records = f"{self.records} record{'s' * (self.records != 1)}"
            bar.update(
                bar.task_ids[0], completed=self._done + self._position(), description=records
            )


def _nowhere() -> int:
    return 0


def _size(name: str) -> int:
    try:
        return 0 if name == STDIN else Path(name).stat().st_size
    except (OSError, ValueError):
        return 0
