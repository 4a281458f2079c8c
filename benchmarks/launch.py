"""Starts a program and tells what it took: `python launch.py REPORT.json PROGRAM ARGUMENT…`.

A process counts as its own the memory of the one that started it, up to that moment; so the
starter has to be smaller than whatever is measured. That is why this script imports so little.
Writes {"status", "seconds", "processor", "memory"} to REPORT.json: seconds by the clock, seconds
that a processor worked for it and its children, memory in the system's unit.
"""

import os
import sys
from time import perf_counter

if __name__ == "__main__":
    report, *command = sys.argv[1:]
    start = perf_counter()
    _, status, usage = os.wait4(os.posix_spawnp(command[0], command, os.environ), 0)
    seconds = perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    with open(report, "w", encoding="ascii") as out:  # noqa: PTH123 (pathlib is large)
        worked = usage.ru_utime + usage.ru_stime
        out.write(f'{{"status": {code}, "seconds": {seconds}, "processor": {worked}, ')
        out.write(f'"memory": {usage.ru_maxrss}}}')
