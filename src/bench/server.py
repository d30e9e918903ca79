#!/usr/bin/env python3
"""Times `reroll diff MESSAGE-ID` against a real public-inbox, beside curl with the same requests.

Generates a series in two versions, each a thread of its own, serves them with public-inbox-httpd
on loopback, and lets whole processes take turns: this tool on every JDK present, without its cache,
and one curl for each request that it sends. What it sends is read from the cache that a first run
fills. Prints a Markdown table; exits 1 where the least excess over curl is above --limit.

  src/bench/server.py
  src/bench/server.py --patches 20 --runs 31
"""

import argparse
import contextlib
import datetime
import mailbox
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import range_diff
import series

LIST = "frob"


def free_port():
    with socket.socket() as unbound:
        unbound.bind(("127.0.0.1", 0))
        return unbound.getsockname()[1]


def messages(file):
    """Returns the mails of an mbox, each from its first header on."""
    return [message.as_bytes() for message in mailbox.mbox(file, create=False)]


def import_stream(mails):
    """Returns a commit for each mail, as git-fast-import(1) reads them."""
    stream = b""
    for i, mail in enumerate(mails):
        who = f"Ada Example <ada@example.org> {1_790_000_000 + 60 * i} +0000\n"
        stream += f"commit refs/heads/master\nauthor {who}committer {who}data 4\nmail\n".encode()
        stream += f"M 100644 inline m\ndata {len(mail)}\n".encode() + mail + b"\n"
    return stream


class Inbox:
    """A list on loopback, in an empty folder."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/{LIST}"
        private = {"HOME": str(folder), "PI_CONFIG": str(folder / "config")}
        self.environment = {**series.ENVIRONMENT, **private}

    def run(self, *command, **options):
        subprocess.run(
            command, cwd=self.folder, env=self.environment, check=True, capture_output=True, **options
        )

    def fill(self, mails):
        place = self.folder / LIST
        address = f"{LIST}@example.org"
        self.run("public-inbox-init", "-V2", "-L", "full", LIST, str(place), self.url, address)
        epoch = str(place / "git/0.git")
        self.run("git", "-C", epoch, "fast-import", "--quiet", input=import_stream(mails))
        self.run("public-inbox-index", str(place))

    @contextlib.contextmanager
    def served(self):
        command = ["public-inbox-httpd", "-W", "0", "-l", f"http://127.0.0.1:{self.port}"]
        with (self.folder / "log").open("wb") as log:
            server = subprocess.Popen(
                command, cwd=self.folder, env=self.environment, stdout=log, stderr=log
            )
        try:
            self.await_port(server)
            yield
        finally:
            server.terminate()
            server.wait()

    def await_port(self, server):
        while server.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.05)
        raise SystemExit((self.folder / "log").read_text())


def tool(java, home, cache, arguments):
    environment = {"REROLL_JAVA": str(home), "XDG_CACHE_HOME": str(cache)}
    command = [str(range_diff.LAUNCHER), "diff", *arguments]
    # Not in the repository: there it would apply the mails to the tree.
    return range_diff.Tool(f"reroll, {java}", "reroll", command, environment, ".")


def requests_of(cache):
    """Returns the method and address of each kept answer, in the order in which they came."""
    files = sorted((cache / "reroll/http").iterdir(), key=lambda file: file.stat().st_mtime_ns)
    return [file.read_bytes().split(b"\n", 1)[0].decode().split(" ") for file in files]


def curl(request):
    method, address = request
    body = ["-d", ""] if method == "POST" else []
    command = ["curl", "-sf", "-o", os.devnull, *body, address]
    return range_diff.Tool(f"curl {method}", "curl", command)


def measure(tools, requests, folder, count):
    """Returns tool name → seconds of each round; curl's are summed over the requests."""
    seconds = {"curl": []}
    for _ in range(count):
        for each in tools:
            seconds.setdefault(each.name, []).append(range_diff.run(each, folder)[0].seconds)
        sent = [range_diff.run(curl(request), folder)[0].seconds for request in requests]
        seconds["curl"].append(sum(sent))
    return seconds


def print_table(seconds):
    print("| | least | median | least over curl | median over curl |\n|---|---:|---:|---:|---:|")
    least, median = min(seconds["curl"]), statistics.median(seconds["curl"])
    for name, all_runs in seconds.items():
        own, middle = min(all_runs), statistics.median(all_runs)
        cells = [own, middle, own - least, middle - median]
        print(f"| {name} | {' | '.join(range_diff.milliseconds(cell) for cell in cells)} |")


def report(seconds, requests, load):
    range_diff.print_machine()
    words = f"{load[0]:.1f} before, {os.getloadavg()[0]:.1f} after"
    print(f"{datetime.datetime.now():%H:%M}, load {words}; {len(requests)} requests:\n")
    for method, address in requests:
        print(f"    {method} {address}")
    print()
    print_table(seconds)


def options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--patches", default="5", help="N or NxM (%(default)s)")
    parser.add_argument("--runs", type=int, default=15, help="of each tool (%(default)s)")
    parser.add_argument("--limit", type=float, default=0.2, help="seconds (%(default)s)")
    return parser.parse_args()


def main():
    chosen = options()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary).resolve()
        series.generate(folder, series.Size.parse(chosen.patches))
        inbox = Inbox(folder)
        inbox.fill(messages(folder / "v1.mbox") + messages(folder / "v2.mbox"))
        newest = mailbox.mbox(folder / "v2.mbox")[0]["Message-ID"].strip("<>")
        address = f"{inbox.url}/{newest}/"
        with inbox.served():
            tools = []
            for java, home in range_diff.jdks():
                cache = folder / java.replace(" ", "-")
                first = tool(java, home, cache, [address])
                range_diff.await_archive(first, folder)
                tools.append(tool(java, home, cache, ["-C", address]))
            requests = requests_of(cache)
            load = os.getloadavg()
            seconds = measure(tools, requests, folder, chosen.runs)
    report(seconds, requests, load)
    over = [min(seconds[each.name]) - min(seconds["curl"]) for each in tools]
    return 0 if max(over) <= chosen.limit else 1


if __name__ == "__main__":
    sys.exit(main())
