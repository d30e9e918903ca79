"""Generates large patch series: a tree of code-like files, and two versions of a series on it.

Every patch changes functions of its own, so patches can be reordered and still apply. In the second
version every patch is changed a little, a few change places, and more may follow at the end.
The same size gives the same series.
"""

import dataclasses
import os
import pathlib
import random
import subprocess

FUNCTIONS_PER_FILE = 60
PLACES_PER_PATCH = 5
NOUNS = "buffer queue page inode device request timer channel region entry cache lock".split()
VERBS = "alloc free map attach flush submit probe reset init update release find".split()
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "LC_ALL": "C.UTF-8",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_COUNT": "5",
    "GIT_CONFIG_KEY_0": "core.abbrev",
    "GIT_CONFIG_VALUE_0": "12",
    "GIT_CONFIG_KEY_1": "user.name",
    "GIT_CONFIG_VALUE_1": "Ada Example",
    "GIT_CONFIG_KEY_2": "user.email",
    "GIT_CONFIG_VALUE_2": "ada@example.org",
    "GIT_CONFIG_KEY_3": "gc.auto",
    "GIT_CONFIG_VALUE_3": "0",
    "GIT_CONFIG_KEY_4": "advice.detachedHead",
    "GIT_CONFIG_VALUE_4": "false",
}


@dataclasses.dataclass(frozen=True)
class Size:
    """How many patches the two versions have."""

    before: int
    after: int

    @staticmethod
    def parse(text):
        before, _, after = text.partition("x")
        return Size(int(before), int(after or before))

    def __str__(self):
        return f"{self.before} × {self.after}"


@dataclasses.dataclass(frozen=True)
class Patch:
    """One patch: its number, whether it is the second version of it."""

    number: int
    is_second: bool

    def rng(self, purpose):
        return random.Random(f"{self.number}/{purpose}")

    def message(self):
        rng = self.rng("message")
        verb, noun = rng.choice(VERBS), rng.choice(NOUNS)
        body = [f"{noun}: {verb} the {rng.choice(NOUNS)} only once ({self.number})", ""]
        for _ in range(rng.randint(1, 4)):
            body.append(" ".join(rng.choice(VERBS + NOUNS) for _ in range(9)))
        if self.is_second and rng.random() < 0.3:
            body.append(f"While at it, {verb} the {rng.choice(NOUNS)} as well.")
        return "\n".join(body + ["", "Signed-off-by: Ada Example <ada@example.org>", ""])

    def apply(self, tree):
        """Changes the tree; returns the paths of the files that are different now."""
        rng = self.rng("place")
        paths = []
        for part in range(rng.randint(1, PLACES_PER_PATCH)):
            path, function = place(self.number * PLACES_PER_PATCH + part)
            tree[path][function] = self.edit(tree[path][function], part)
            paths.append(path)
        if self.number % 10 == 3:
            path = f"lib/new_{self.number}.c"
            tree[path] = [self.edit(function_lines(rng), 7) for _ in range(4)]
            paths.append(path)
        return sorted(set(paths))

    def edit(self, lines, part):
        rng = self.rng(f"edit {part}")
        lines = list(lines)
        at = rng.randint(2, len(lines) - 3)
        del lines[at : at + rng.randint(0, 2)]
        added = [statement(rng) for _ in range(rng.randint(2, 20))]
        if self.is_second:
            change = self.rng(f"change {part}")
            added[change.randrange(len(added))] = f"\tcount_{part} += {change.randrange(9)};"
            if change.random() < 0.4:
                added.append(statement(change))
        return lines[:at] + added + lines[at:]


def place(slot):
    """Returns the file and the function of a slot; neighbours in number are in different files."""
    directory = NOUNS[slot % len(NOUNS)]
    file, function = divmod(slot // len(NOUNS), FUNCTIONS_PER_FILE)
    return f"drivers/{directory}/{directory}_{file}.c", function


def statement(rng):
    verb, noun, other = rng.choice(VERBS), rng.choice(NOUNS), rng.choice(NOUNS)
    return rng.choice(
        [
            f"\t{noun}->{other} = {verb}_{noun}({other}, {rng.randrange(64)});",
            f"\tif (!{noun}->{verb})",
            f"\t\treturn -E{other.upper()};",
            f"\t{verb}_{noun}(&{other}->{noun}_list);",
            "\t\tgoto out;",
            "\t}",
            "",
            f"\tpr_debug(\"{verb} %d\\n\", {noun}->{other});",
        ]
    )


def function_lines(rng):
    verb, noun = rng.choice(VERBS), rng.choice(NOUNS)
    head = f"static int {verb}_{noun}_{rng.randrange(10_000)}(struct {noun} *{noun}, int flags)"
    body = [statement(rng) for _ in range(rng.randint(6, 20))]
    return [head, "{", "\tint err = 0;", *body, "\treturn err;", "}", ""]


def base_tree(patch_count, untouched):
    """Returns path → functions: the files that patches change, and so many that none does."""
    rng = random.Random(patch_count)
    tree = {}
    for slot in range(patch_count * PLACES_PER_PATCH):
        path, _ = place(slot)
        tree.setdefault(path, [function_lines(rng) for _ in range(FUNCTIONS_PER_FILE)])
    for number in range(untouched):
        path = f"sub{number % 24}/part{number // 24 % 60}/more{number // 1440 % 4}/file{number}.c"
        tree[path] = [function_lines(rng) for _ in range(rng.randint(1, 6))]
    return tree


def order(count, is_second):
    numbers = list(range(count))
    if is_second:
        rng = random.Random(count)
        for _ in range(count // 20):
            at = rng.randrange(count - 1)
            numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
    return numbers


class Importer:
    """Writes commits to the input of git fast-import."""

    def __init__(self, out):
        self.out = out
        self.mark = 0

    def commit(self, branch, parent, message, files):
        self.mark += 1
        self.write(f"commit refs/heads/{branch}\nmark :{self.mark}\n")
        for role in ("author", "committer"):
            self.write(f"{role} Ada Example <ada@example.org> {1_700_000_000 + self.mark} +0000\n")
        self.data(message)
        if parent:
            self.write(f"from :{parent}\n")
        for path, functions in files:
            self.write(f"M 100644 inline {path}\n")
            self.data("\n".join(line for function in functions for line in function) + "\n")
        return self.mark

    def data(self, text):
        octets = text.encode()
        self.write(f"data {len(octets)}\n")
        self.out.write(octets + b"\n")

    def write(self, text):
        self.out.write(text.encode())


def git(repository, *arguments, **options):
    return subprocess.run(
        ["git", *arguments], cwd=repository, env=ENVIRONMENT, check=True, **options
    )


def generate(folder: pathlib.Path, size: Size, untouched=0):
    """Makes folder/repo with branches base, v1, v2, and folder/v1.mbox, folder/v2.mbox."""
    repository = folder / "repo"
    repository.mkdir(parents=True)
    git(repository, "init", "-q", "-b", "base")
    stream = folder / "import"
    with stream.open("wb") as out:
        importer = Importer(out)
        tree = base_tree(max(size.before, size.after), untouched)
        base = importer.commit("base", None, "base\n", tree.items())
        for branch, count in (("v1", size.before), ("v2", size.after)):
            version = {path: list(functions) for path, functions in tree.items()}
            parent = base
            for number in order(count, branch == "v2"):
                patch = Patch(number, branch == "v2")
                files = [(path, version[path]) for path in patch.apply(version)]
                parent = importer.commit(branch, parent, patch.message(), files)
    with stream.open("rb") as source:
        git(repository, "fast-import", "--quiet", stdin=source)
    git(repository, "checkout", "-q", "base")
    for branch, label in (("v1", "-v1"), ("v2", "-v2")):
        with (folder / f"{branch}.mbox").open("wb") as out:
            git(
                repository, "format-patch", "--stdout", "--thread", label, f"base..{branch}",
                stdout=out,
            )
