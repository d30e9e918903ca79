package dev.reroll.cli;

/** Holds the words of {@code reroll interdiff --help}. */
final class InterdiffHelp {
  static final String TEXT =
      """
      Show how the end results of two versions differ.

      What would the newer version change in a tree that has the older one? Prints a
      diffstat and one diff, as git diff does between the two branches, from the mails
      alone.

        reroll interdiff 20260309.1@example.org
        reroll interdiff v1.mbox v2.mbox

      Unlike reroll diff it does not compare patch by patch: what only moved from one
      patch to another does not show, nor do messages. The result can be applied to
      the older version with git apply.

      Usage: reroll interdiff [OPTIONS] SERIES [-v N [M]]
             reroll interdiff [OPTIONS] BEFORE AFTER
             reroll interdiff [OPTIONS] MAILBOX [-v N [M]]

      SERIES and mailboxes are those of reroll diff. In a git tree that the newer
      version applies to, the older one is rebased onto the same base, with three-way
      merges where needed. Without one a file can be compared where the patches
      of both versions start from the same content of it, as their index lines tell.
      Where others are left out, the result names them first, with what is missing;
      git apply passes over these lines.

      Which versions:
        -v, --compare-versions N [M]
                               compare version N with M, or with the one that the
                               mail belongs to, or with the newest of a mailbox
            --latest           of a SERIES take the newest version instead of the
                               one that the mail belongs to
        -m, --compare-am-mboxes BEFORE AFTER
                               compare these two mailboxes
            --series SERIES    of several series take this one: its number in the
                               list, or a part of its title
            --patch N          compare only what patch N of the newer version and its
                               counterpart make of the files
            --creation-factor PERCENT
                               find counterparts more readily (100) or less (20);
                               default 60

      Where a SERIES is looked for:
            --mbox MAILBOX     in this mailbox, and nowhere else; may be given again
            --mirror DIR       in this public-inbox mirror first; may be given again
            --offline          not on a server
        -C, --no-cache         re-fetch from the server

      In a tree:
        -g, --gitdir DIR       apply both versions in the repository in DIR; else in
                               the current repository, if it has what they need
            --no-tree          compare from the mails alone

      Where it goes:
        -U, --unified N        print N unchanged lines around a change, as far as the
                               mails hold them; default 3
            --stat             print the diffstat alone
            --no-stat          print the diff alone
            --json             write JSON, as src/docs/reroll.schema.json describes it
            --width N          for N columns; default those of the terminal, else 80
            --color[=WHEN]     always, auto or never; default auto
        -c                     colour always
            --no-pager         do not start a pager
        -o, --output-diff FILE write to FILE, all of it or nothing
            --exit-code        exit with 1 where there are differences
        -q, --quiet            print only errors
            --debug            show a stack trace if reroll fails
        -h, --help             show this help

      Exit codes: 0 compared, 1 differences (only with --exit-code), 2 wrong usage or
      unreadable input, 3 no file can be compared, 4 a server was not reached,
      5 compared in part: files or patches are left out (also with --exit-code).
      """;

  private InterdiffHelp() {}
}
