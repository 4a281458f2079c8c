"""A progress bar on stderr, for work of more than a second that people wait for."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from litconv.cli import console
from litconv.cli.measure import Measure
from litconv.cli.report import write_stderr
from litconv.files import STDIN, Input
from litconv.model import Record

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

PATIENCE = 1.0
"""Seconds before the bar shows up; a quick run shows none and does not load rich."""
_REDRAWN = 0.1


class Progress:
    """Counts inputs and records; draws the bar only on a terminal and only when work takes long.

    `input_names` gives the bar its length, by the sizes of the files; see `measure`.
    """

    def __init__(self, input_names: list[str], *, wanted: bool = True) -> None:
        """Start the clock; see the class."""
        self._measure = Measure(input_names)
        self._bar: RichProgress | None = None
        self._lock = threading.RLock()
        self._closed = threading.Event()
        self._timer: threading.Timer | None = None
        typing_in = STDIN in input_names and console.is_terminal(sys.stdin)
        if wanted and console.is_terminal(sys.stderr) and not typing_in:
            self._timer = threading.Timer(PATIENCE, self._start)
            self._timer.daemon = True
            self._timer.start()

    @property
    def records(self) -> int:
        """The number of records that were passed on."""
        return self._measure.records

    def inputs(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Pass the inputs on."""
        return self._measure.inputs(inputs)

    def counted(self, records: Iterable[Record]) -> Iterator[Record]:
        """Pass the records on and count them."""
        return self._measure.counted(records)

    def watch(self, written: Callable[[], int]) -> None:
        """Take what gives the number of texts that were written until now."""
        self._measure.written = written

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
        self._closed.set()
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
            bar.add_task("reading", total=None)
            bar.start()
            self._bar = bar
        self._measure.count_lines()
        self._show()
        while not self._closed.wait(_REDRAWN):  # here, so that the run itself is not held up
            self._show()

    def _show(self) -> None:
        with self._lock:
            bar = self._bar
            if bar is None:
                return
            words, done, total = self._measure.state()
            task = bar.tasks[0]
            task.total = total  # None, which `update` would leave out, makes the bar pulse
            bar.update(task.id, completed=done, description=words)
