#!/usr/bin/env python3
"""Times whole processes of our own commands on two versions of a series, and prints a Markdown table.

The others are held against `diff`, which reads the same mails; with --against each is held against the
same command of another package, to see what a change has cost. The commands take turns, so that a
noisy moment hits all of them.

  src/bench/commands.py v4.mbox.gz v5.mbox.gz
  src/bench/commands.py v4.mbox.gz v5.mbox.gz --against ../before/target/reroll
"""

import argparse
import pathlib
import statistics
import sys
import tempfile

import range_diff

OTHER = " of the other package"
COMMANDS = ("diff", "review", "interdiff", "html", "mail")


def tools(launcher, mailboxes, page, environment, suffix=""):
    """Returns one tool a command."""
    row = []
    for command in COMMANDS:
        output = ["-o", str(page)] if command == "html" else []
        words = [str(launcher), command, *output, *mailboxes]
        row.append(range_diff.Tool(command + suffix, command, words, environment))
    return row


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
    parser.add_argument("--against", type=pathlib.Path, metavar="PACKAGE", help="another package")
    parser.add_argument("--runs", type=int, default=15, help="of each command (%(default)s)")
    chosen = parser.parse_args()
    mailboxes = [str(path.resolve()) for path in chosen.mailboxes]
    range_diff.print_machine()
    print(f"\n| | {' | '.join(COMMANDS)} |\n|---|{'---:|' * len(COMMANDS)}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / "repo").mkdir()
        page = folder / "page.html"
        for name, home in range_diff.jdks():
            environment = {"REROLL_JAVA": str(home), "XDG_CACHE_HOME": str(folder / "cache")}
            row = tools(range_diff.LAUNCHER, mailboxes, page, environment)
            if chosen.against:
                other = chosen.against.resolve() / "bin" / "reroll"
                row += tools(other, mailboxes, page, environment, OTHER)
            found = medians(row, folder, chosen.runs)
            cells = []
            for command in COMMANDS:
                base = found[command + OTHER] if chosen.against else found["diff"]
                cells.append(f"{found[command] * 1000:.0f} ms ({found[command] / base:.2f})")
            print(f"| {name} | {' | '.join(cells)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
