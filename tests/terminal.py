"""Runs the program in a terminal of a given width, as a person would, and gives what it drew."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple


class Seen(NamedTuple):
    """Exit code and everything that reached the terminal, escape sequences included."""

    code: int
    text: str


def run_in_terminal(
    args: list[str],
    folder: Path,
    environment: dict[str, str],
    *,
    columns: int = 80,
    in_shell: bool = False,
) -> Seen:
    """Run litconv (or, with `in_shell`, a bash command) with a terminal on all three streams."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    command = ["bash", "-c", *args] if in_shell else [sys.executable, "-m", "litconv", *args]
    with subprocess.Popen(
        command,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=folder,
        env={"TERM": "xterm-256color", **environment},
        start_new_session=True,
    ) as process:
        os.close(slave)
        chunks: list[bytes] = []
        reader = threading.Thread(target=_drain, args=(master, chunks))
        reader.start()
        code = process.wait(timeout=120)
        reader.join(timeout=10)
    os.close(master)
    return Seen(code, b"".join(chunks).decode().replace("\r\n", "\n"))


def _drain(master: int, chunks: list[bytes]) -> None:
    try:
        while chunk := os.read(master, 65536):
            chunks.append(chunk)
    except OSError:  # Linux says so when the other side is closed
        return
