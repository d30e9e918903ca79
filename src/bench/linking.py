#!/usr/bin/env python3
"""Measures how well versions are linked, on real lists whose lineages are known.

Prints, for every list of the corpus: how many of the manifest's links are found, how many of all
links that are proposed are right, and each disagreement with its message-ids; the same as if
authors had said nothing (no links, answers and change-ids); and how many predecessors are found by
queries to an archive, as `reroll diff MSGID` asks them. Then a table of 50 random links. Verdicts on
links that the manifest does not have are in linking-verdicts.tsv, by people who read both sides.

  src/bench/linking.py CORPUS
  src/bench/linking.py CORPUS --brief       figures and misses only
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
VERDICTS = HERE / "linking-verdicts.tsv"
MAIN = "dev.reroll.linking.LinkingEvaluation"
BRIEF = ("recall", "links", "by queries", "  ", "MISSED", "BY_WAY")
RUNS = [
    ("39 lineages", "io-uring.git.tar.gz", "manifest.tsv", ["folders"]),
    ("39 lineages, authors' words hidden", "io-uring.git.tar.gz", "manifest.tsv", ["folders", "hidden"]),
    ("39 lineages, by queries", "io-uring.git.tar.gz", "manifest.tsv", ["folders", "route"]),
    ("two years", "io-uring-2024-2026.git.tar.gz", "manifest-2024-2026.tsv", []),
    (
        "two years, authors' words hidden",
        "io-uring-2024-2026.git.tar.gz",
        "manifest-2024-2026.tsv",
        ["hidden"],
    ),
    ("two years, by queries", "io-uring-2024-2026.git.tar.gz", "manifest-2024-2026.tsv", ["route"]),
    ("50 random links", "io-uring-2024-2026.git.tar.gz", "manifest-2024-2026.tsv", ["sample"]),
]


def class_path():
    """Compiles everything; returns where it and the libraries are."""
    with tempfile.NamedTemporaryFile("r") as file:
        maven = ["mvn", "-q", "-B", "test-compile", "dependency:build-classpath"]
        options = [f"-Dmdep.outputFile={file.name}", "-Dmdep.includeScope=test"]
        subprocess.run(maven + options, cwd=ROOT, check=True)
        return f"{ROOT}/target/test-classes:{ROOT}/target/classes:{file.read()}"


def is_brief(block):
    return block[0].startswith(BRIEF[:3]) or block[0].startswith(BRIEF[4:])


def brief(text):
    """Returns the figures and the misses: blocks begin where lines are not indented."""
    blocks = []
    for line in text.splitlines():
        if line.startswith(" ") and blocks:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return "\n".join("\n".join(block) for block in blocks if is_brief(block))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path, help="the folder with the lists and manifests")
    parser.add_argument("--brief", action="store_true", help="leave the disagreements out")
    arguments = parser.parse_args()
    java = ["java", "-Xmx2g", "-cp", class_path(), MAIN]
    for title, archive, manifest, modes in RUNS:
        files = [arguments.corpus / archive, arguments.corpus / manifest, VERDICTS]
        run = subprocess.run(java + files + modes, check=True, capture_output=True, text=True)
        show = arguments.brief and modes != ["sample"]
        print(f"## {title}\n\n{brief(run.stdout) if show else run.stdout.rstrip()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
