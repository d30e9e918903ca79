#!/usr/bin/env python3
"""Times whole processes in a large repository, and prints a Markdown table.

From two mailboxes to the printed range-diff of what they apply to: this tool on every JDK present,
`git am` twice and `git range-diff`. The repository is generated: 100,000 files, 10,000 commits, and two
versions of 20 patches, once on its newest commit and once far back, where the base must be searched
for. The tools take turns. Before it is timed, our output is compared with git's, ids masked.

  src/bench/tree.py
  src/bench/tree.py --files 1000 --commits 100 --back 0,50 --runs 3
"""

import argparse
import pathlib
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass

import range_diff
import series

PATCHES = 20
FILES_PER_PATCH = 3
START = 1_700_000_000


@dataclass
class Shape:
    """How large the repository is."""

    files: int
    commits: int


def path(number):
    return f"dir{number // 1000}/part{number // 100}/file{number}.c"


def content(rng, number, functions):
    return "".join(
        f"static int f{number}_{i}(int x)\n{{\n\treturn {rng.randrange(1000)};\n}}\n\n"
        for i in range(functions)
    )


class Importer:
    """Writes a stream for git fast-import."""

    def __init__(self, stream):
        self.stream = stream
        self.count = 0

    def commit(self, branch, message, files):
        self.count += 1
        who = f"Ada Example <ada@example.org> {START + self.count * 60} +0000"
        self.stream.write(f"commit refs/heads/{branch}\nmark :{self.count}\nauthor {who}\n")
        self.stream.write(f"committer {who}\n")
        self.data(message)
        for name, text in files:
            self.stream.write(f"M 100644 inline {name}\n")
            self.data(text)

    def data(self, text):
        self.stream.write(f"data {len(text)}\n{text}\n")

    def start(self, branch, mark):
        self.stream.write(f"reset refs/heads/{branch}\nfrom :{mark}\n\n")


def write_history(importer, shape):
    """Writes the main branch; returns the texts of all files after each commit that is wanted."""
    rng = random.Random(1)
    texts = {}
    for number in range(shape.files):
        texts[number] = content(rng, number, rng.randrange(3, 25))
    importer.commit("main", "base\n", ((path(n), text) for n, text in texts.items()))
    for number in range(1, shape.commits):
        changed = rng.randrange(shape.files)
        texts[changed] = content(rng, changed, rng.randrange(3, 25))
        importer.commit("main", f"change {number}\n", [(path(changed), texts[changed])])


def write_version(importer, branch, mark, shape):
    """Writes a version of a series: both versions touch the same files, with other numbers."""
    importer.start(branch, mark)
    shared, own = random.Random(7), random.Random(branch)
    for patch in range(PATCHES):
        files = []
        for _ in range(FILES_PER_PATCH):
            number = shared.randrange(shape.files)
            text = content(shared, number, 12) + (content(own, number, 1) if patch % 3 == 0 else "")
            files.append((path(number), text))
        importer.commit(branch, f"part {patch}: do the thing\n\nBody of {patch}.\n", files)


def git(folder, *words, **options):
    environment = {**series.ENVIRONMENT}
    return subprocess.run(["git", *words], cwd=folder, env=environment, check=True, **options)


def generate(folder, shape, distances):
    """Makes the repository, and below it a folder of mailboxes for each distance of the base."""
    repository = folder / "repo"
    repository.mkdir(parents=True)
    git(repository, "init", "-q", "-b", "main")
    with open(folder / "import", "w+", encoding="ascii") as stream:
        importer = Importer(stream)
        write_history(importer, shape)
        for distance in distances:
            for version in ("v1", "v2"):
                write_version(importer, f"{version}-{distance}", shape.commits - distance, shape)
        stream.seek(0)
        git(repository, "fast-import", "--quiet", stdin=stream)
    (folder / "import").unlink()
    git(repository, "checkout", "-q", "main")
    for distance in distances:
        (folder / str(distance)).mkdir()
        for version in ("v1", "v2"):
            branch = f"{version}-{distance}"
            with open(folder / str(distance) / f"{version}.mbox", "wb") as mailbox:
                words = ["format-patch", "--stdout", f"-{version}", f"main~{distance}..{branch}"]
                git(repository, *words, stdout=mailbox)
            git(repository, "branch", "-q", "-D", branch)
    git(repository, "config", "gc.auto", "0")


def tools(distance, cache):
    mailboxes = [f"../{distance}/{version}.mbox" for version in ("v1", "v2")]
    found = [
        range_diff.Tool(
            f"reroll, {name}",
            "reroll",
            [str(range_diff.LAUNCHER), "diff", *mailboxes],
            {"REROLL_JAVA": str(home), "XDG_CACHE_HOME": str(cache)},
        )
        for name, home in range_diff.jdks()
    ]
    script = range_diff.AM.replace("../$v.mbox", f"../{distance}/$v.mbox")
    am = range_diff.Tool("git am × 2 + range-diff", "am", ["sh", "-c", script])
    return [*found, am]


def row(folder, distance, options):
    """Returns tool name → median run, for a base so many commits back."""
    git(folder / "repo", "branch", "-q", "-f", "base", f"main~{distance}")
    git(folder / "repo", "checkout", "-q", "base")
    all_tools = tools(distance, folder / "cache")
    expected = range_diff.masked(range_diff.run(all_tools[-1], folder)[1])
    working = [
        tool
        for tool in all_tools
        if tool.family == "am" or range_diff.works(tool, folder, expected)
    ]
    return range_diff.medians(range_diff.measure(working, folder, options))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=100_000, help="(%(default)s)")
    parser.add_argument("--commits", type=int, default=10_000, help="(%(default)s)")
    parser.add_argument("--back", default="0,9000", help="where the base is (%(default)s)")
    parser.add_argument("--runs", type=int, default=7, help="of each tool (%(default)s)")
    parser.add_argument("--keep", type=pathlib.Path, help="a new folder to leave it in")
    options = parser.parse_args()
    options.budget = 120
    distances = [int(distance) for distance in options.back.split(",")]
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or pathlib.Path(temporary) / "tree").resolve()
        print("generating …", file=sys.stderr)
        generate(folder, Shape(options.files, options.commits), distances)
        rows = {f"{back} commits back": row(folder, back, options) for back in distances}
        range_diff.print_machine()
        for title, show in (
            ("Time", lambda run: range_diff.milliseconds(run.seconds)),
            ("Memory at its peak", lambda run: f"{run.megabytes:.0f} MB"),
        ):
            names = list(next(iter(rows.values())))
            print(f"\n{title}:\n\n| base | {' | '.join(names)} |\n|---|{'---:|' * len(names)}")
            for name, found in rows.items():
                print(f"| {name} | {' | '.join(show(found[tool]) for tool in names)} |")
        if list(folder.glob("actual")):
            sys.exit("the output is not git's")


if __name__ == "__main__":
    main()
