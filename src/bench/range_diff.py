#!/usr/bin/env python3
"""Times whole processes on generated series, and prints Markdown tables.

From two mailboxes to the printed range-diff: this tool on every JDK present, `git am` twice and
`git range-diff`, `b4 diff -m` in a tree; and `git range-diff` on the commits themselves. The tools
take turns, so that a noisy moment hits all of them. Before it is timed, our output is compared with
git's, ids masked.

Beside them stands what a program that does nothing takes on each JDK, with an archive of its own and
the launcher's options for a small input, but without the launcher: no program on that JDK takes less.

  src/bench/range_diff.py                       all sizes, all tools
  src/bench/range_diff.py --sizes 5,45x60 --tools reroll,git --runs 21
  src/bench/range_diff.py --sizes 5 --files 85000      in a tree as large as that of Linux
"""

import argparse
import datetime
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

import series

HERE = pathlib.Path(__file__).resolve().parent
LAUNCHER = HERE.parent.parent / "target/reroll/bin/reroll"
SIZES = "1,5,20,45x60,60,200,500,1000"
HEADER = re.compile(rb"^( *(?:\d+|-):  )\S+( [=!<>] +(?:\d+|-):  )\S+", re.MULTILINE)
AM = """
set -e
for v in v1 v2; do
  git checkout -q -B am-$v base
  git am -q --keep-cr "../$v.mbox"
done
git range-diff --no-color base am-v1 am-v2
"""


@dataclass
class Tool:
    """A way to the range-diff."""

    name: str
    family: str
    command: list
    environment: dict = field(default_factory=dict)
    place: str = "repo"


EMPTY = "class Empty { public static void main(String[] arguments) {} }"
EMPTY_OPTIONS = (
    "-Xlog:disable -XX:-UsePerfData -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions"
    " -XX:ArchiveRelocationMode=0 -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
).split()
GIT = Tool("git range-diff", "git", ["git", "range-diff", "--no-color", "base", "v1", "v2"])


@dataclass
class Run:
    """What one process took: seconds, and megabytes at its peak."""

    seconds: float
    megabytes: float


class Failed(Exception):
    """A tool ended with an error."""


def run(tool, folder):
    """Runs the tool in the series' repository; returns what it took and what it printed."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.perf_counter()
        process = subprocess.Popen(
            tool.command,
            cwd=folder / tool.place,
            env={**series.ENVIRONMENT, **tool.environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            err.seek(0)
            lines = err.read().decode(errors="replace").strip().splitlines() or ["no message"]
            raise Failed(f"exit {process.returncode}: {lines[-1]}")
        out.seek(0)
        return Run(seconds, usage.ru_maxrss / 1024), out.read()


def jdks():
    """Returns name and home of each JDK of Java 17 or newer, by its release file, newest first."""
    found = {}
    folders = [pathlib.Path("/usr/lib/jvm"), pathlib.Path("/opt")]
    folders.append(pathlib.Path.home() / ".sdkman/candidates/java")
    candidates = [home for folder in folders if folder.is_dir() for home in folder.iterdir()]
    candidates += pathlib.Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home")
    if "JAVA_HOME" in os.environ:
        candidates.append(pathlib.Path(os.environ["JAVA_HOME"]))
    for home in candidates:
        if (home / "bin/java").exists() and (home / "release").exists():
            match = re.search(r'^JAVA_VERSION="(\d+)', (home / "release").read_text(), re.MULTILINE)
            if match and int(match[1]) >= 17:
                found[home.resolve()] = int(match[1])
    newest_first = sorted(found.items(), key=lambda item: -item[1])
    return [(f"Java {version}", home) for home, version in newest_first]


def empty_program(name, home, folder):
    """Makes a program that does nothing, and the archive of its classes for the JDK at home."""
    folder.mkdir(parents=True)
    (folder / "Empty.java").write_text(EMPTY)
    java, jar, archive = home / "bin/java", folder / "empty.jar", folder / "archive"

    def make(*command):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)

    make(home / "bin/javac", "Empty.java")
    make(home / "bin/jar", "cf", jar, "Empty.class")
    if int(name.split()[-1]) >= 25:
        make(java, "-XX:+UseSerialGC", f"-XX:AOTCacheOutput={archive}", "-cp", jar, "Empty")
        option = f"-XX:AOTCache={archive}"
    else:
        make(java, "-XX:+UseSerialGC", "-XX:DumpLoadedClassList=list", "-cp", jar, "Empty")
        option = f"-XX:SharedArchiveFile={archive}"
        make(java, "-Xshare:dump", "-XX:SharedClassListFile=list", option, "-cp", jar)
    command = [str(java), *EMPTY_OPTIONS, option, "-cp", str(jar), "Empty"]
    return Tool(f"nothing, {name}", "nothing", command)


def all_tools(cache):
    mailboxes = ["../v1.mbox", "../v2.mbox"]
    tools = [
        Tool(
            f"reroll, {name}",
            "reroll",
            [str(LAUNCHER), "diff", "v1.mbox", "v2.mbox"],
            {"REROLL_JAVA": str(home), "XDG_CACHE_HOME": str(cache)},
            ".",  # Not in the repository: there it would apply the mails to the tree.
        )
        for name, home in jdks()
    ]
    private = {f"XDG_{kind}_HOME": str(cache) for kind in ("CACHE", "DATA", "CONFIG")}
    b4 = ["b4", "--offline-mode", "diff", "-m", *mailboxes]
    return [
        *tools,
        *(empty_program(name, home, cache / name) for name, home in jdks()),
        GIT,
        Tool("git am × 2 + range-diff", "am", ["sh", "-c", AM]),
        Tool("b4 diff -m", "b4", b4, private),
    ]


def await_archive(tool, folder):
    """Lets the first run make its archive, which goes on after the run has ended."""
    run(tool, folder)
    cache = pathlib.Path(tool.environment["XDG_CACHE_HOME"])
    until = time.monotonic() + 60
    while list(cache.glob("**/making")) and time.monotonic() < until:
        time.sleep(0.05)


def masked(output):
    return HEADER.sub(rb"\1ID\2ID", output)


def works(tool, folder, expected):
    """Runs the tool once and says whether it can be timed; what it prints must be git's."""
    if not shutil.which(tool.command[0]):
        print(f"skipped: {tool.name}: no {tool.command[0]}", file=sys.stderr)
        return False
    try:
        if tool.family == "reroll":
            await_archive(tool, folder)
        output = run(tool, folder)[1]
    except Failed as failure:
        print(f"skipped: {tool.name}: {failure}", file=sys.stderr)
        return False
    if tool.family == "reroll" and masked(output) != expected:
        print(f"different: {tool.name}: see {folder}/expected and actual", file=sys.stderr)
        (folder / "expected").write_bytes(expected)
        (folder / "actual").write_bytes(masked(output))
        return False
    return True


def measure(tools, folder, options):
    """Returns tool name → runs; each round runs every tool once, while its seconds last."""
    runs = {tool.name: [] for tool in tools}
    for _ in range(options.runs):
        for tool in tools:
            if sum(done.seconds for done in runs[tool.name]) < options.budget:
                runs[tool.name].append(run(tool, folder)[0])
    return runs


def medians(runs):
    """Returns tool name → the run of median time and median memory."""
    return {
        name: Run(
            statistics.median(done.seconds for done in all_runs),
            statistics.median(done.megabytes for done in all_runs),
        )
        for name, all_runs in runs.items()
    }


def measure_sizes(options, folder):
    """Returns size → tool name → median run, and whether all output was git's."""
    results = {}
    tools = [tool for tool in all_tools(folder / "cache") if tool.family in options.tools]
    for size in options.sizes:
        print(f"{size} …", file=sys.stderr)
        place = folder / f"{size.before}x{size.after}"
        series.generate(place, size, options.files)
        expected = masked(run(GIT, place)[1])
        working = [tool for tool in tools if tool is GIT or works(tool, place, expected)]
        results[str(size)] = medians(measure(working, place, options))
    return results, not list(folder.glob("*/actual"))


def milliseconds(seconds):
    return f"{seconds * 1000:.0f} ms" if seconds < 10 else f"{seconds:.1f} s"


def cell(median, git):
    ratio = f" ({median.seconds / git.seconds:.2f})" if git else ""
    return milliseconds(median.seconds) + ratio


def table(title, results, show):
    """Prints a table with a line for each size, a column for each tool."""
    names = list(dict.fromkeys(name for row in results.values() for name in row))
    print(f"\n{title}\n\n| patches | {' | '.join(names)} |\n|---|{'---:|' * len(names)}")
    for size, row in results.items():
        cells = [show(row[name], row.get(GIT.name)) if name in row else "–" for name in names]
        print(f"| {size} | {' | '.join(cells)} |")


def print_shares(results):
    """Prints our time as a share of each other tool's, which is what the targets are about."""
    names = list(dict.fromkeys(name for row in results.values() for name in row))
    ours = [name for name in names if name.startswith("reroll")]
    others = [name for name in names if name not in ours and not name.startswith("nothing")]
    pairs = [(our, their) for our in ours for their in others]
    heads = [f"{our.removeprefix('reroll, ')} : {their}" for our, their in pairs]
    print(f"\nOur time by theirs:\n\n| patches | {' | '.join(heads)} |\n|---|{'---:|' * len(pairs)}")
    for size, row in results.items():
        cells = [
            f"{row[our].seconds / row[their].seconds:.2f}" if our in row and their in row else "–"
            for our, their in pairs
        ]
        print(f"| {size} | {' | '.join(cells)} |")


def print_growth(results):
    small, large = results.get(str(series.Size(200, 200))), results.get(str(series.Size(1000, 1000)))
    if small and large:
        print("\nGrowth of the time from 200 to 1000 patches:", end=" ")
        grown = [n for n in small if n in large]
        print(", ".join(f"{n} × {large[n].seconds / small[n].seconds:.1f}" for n in grown))


def print_machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    git_version = subprocess.run(["git", "version"], capture_output=True, text=True, check=True)
    print(
        f"{datetime.date.today()}, {os.cpu_count()} cores, {memory:.0f} GB of memory,"
        f" {platform.system()} {platform.machine()}, {git_version.stdout.strip()}"
    )


def options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default=SIZES, help=f"N or NxM, with commas ({SIZES})")
    parser.add_argument("--tools", default="reroll,nothing,git,am,b4", help="with commas (%(default)s)")
    parser.add_argument("--runs", type=int, default=11, help="of each tool (%(default)s)")
    parser.add_argument(
        "--budget", type=float, default=20, help="seconds for a tool at a size (%(default)s)"
    )
    parser.add_argument(
        "--files", type=int, default=0, help="more files in the tree, untouched (%(default)s)"
    )
    parser.add_argument("--keep", type=pathlib.Path, help="a new folder to leave the series in")
    chosen = parser.parse_args()
    chosen.sizes = [series.Size.parse(size) for size in chosen.sizes.split(",")]
    chosen.tools = chosen.tools.split(",")
    return chosen


def main():
    chosen = options()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (chosen.keep or pathlib.Path(temporary)).resolve()
        results, is_same = measure_sizes(chosen, folder)
    print_machine()
    table("Wall time, median, and its ratio to `git range-diff`:", results, cell)
    table("Peak memory of the largest process:", results, lambda run, _: f"{run.megabytes:.0f} MB")
    print_shares(results)
    print_growth(results)
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main())
