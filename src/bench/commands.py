#!/usr/bin/env python3
"""Times whole processes of our own commands on two versions of a series, and prints a Markdown table.

`review` and `html` are held against `diff`, which reads the same mails. The commands take turns, so
that a noisy moment hits all of them.

  src/bench/commands.py v4.mbox.gz v5.mbox.gz
"""

import argparse
import pathlib
import statistics
import sys
import tempfile

import range_diff

COMMANDS = ("diff", "review", "html", "mail")


def tools(mailboxes, page, cache):
    """Returns, for each JDK, its name and one tool a command."""
    found = []
    for name, home in range_diff.jdks():
        environment = {"REROLL_JAVA": str(home), "XDG_CACHE_HOME": str(cache)}
        row = []
        for command in COMMANDS:
            output = ["-o", str(page)] if command == "html" else []
            words = [str(range_diff.LAUNCHER), command, *output, *mailboxes]
            row.append(range_diff.Tool(command, name, words, environment))
        found.append((name, row))
    return found


def medians(row, folder, runs):
    for tool in row:
        range_diff.await_archive(tool, folder)
    seconds = {tool.name: [] for tool in row}
    for _ in range(runs):
        for tool in row:
            seconds[tool.name].append(range_diff.run(tool, folder)[0].seconds)
    return {name: statistics.median(times) for name, times in seconds.items()}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mailboxes", nargs=2, type=pathlib.Path, metavar="MAILBOX")
    parser.add_argument("--runs", type=int, default=15, help="of each command (%(default)s)")
    chosen = parser.parse_args()
    mailboxes = [str(path.resolve()) for path in chosen.mailboxes]
    range_diff.print_machine()
    print(f"\n| | {' | '.join(COMMANDS)} |\n|---|{'---:|' * len(COMMANDS)}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / "repo").mkdir()
        for name, row in tools(mailboxes, folder / "page.html", folder / "cache"):
            found = medians(row, folder, chosen.runs)
            cells = [
                f"{found[command] * 1000:.0f} ms ({found[command] / found['diff']:.2f})"
                for command in COMMANDS
            ]
            print(f"| {name} | {' | '.join(cells)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
