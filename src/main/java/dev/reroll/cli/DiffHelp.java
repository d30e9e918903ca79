package dev.reroll.cli;

/** Holds the words of {@code reroll diff --help}. */
final class DiffHelp {
  static final String TEXT =
      """
      Compare two versions of a patch series.

      What changed since I last looked at it? Prints what git range-diff prints for
      the two versions applied with git am, from the mails alone. In a repository
      that has the files they change, each version is applied in memory first, so it
      does not matter how its diffs were made.

        reroll diff 20260317.1@example.org
        reroll diff v1.mbox v2.mbox

      Unlike git range-diff it needs neither a repository nor commits. Unlike diff it
      compares patch by patch, whatever their order.

      Usage: reroll diff [OPTIONS] SERIES [-v N [M]]
             reroll diff [OPTIONS] BEFORE AFTER
             reroll diff [OPTIONS] MAILBOX [-v N [M]]
             reroll diff [OPTIONS] RANGE RANGE [[--] PATH...]
             reroll diff [OPTIONS] OLD...NEW | BASE OLD NEW [[--] PATH...]

      SERIES is a message-id of any mail of a series, a URL that holds one, or - for
      the mail itself on standard input. The version that the mail belongs to is
      compared with the one that it follows. Two message-ids compare their versions;
      one side may also be a mailbox.

      A mailbox is an mbox, a maildir, a folder of patches, a mail, a patch or a
      diff, each also gzipped, or - for standard input. Where one holds several
      versions, the newest is compared with the one before it.

      A RANGE is commits of the current repository: A..B, A^!, A^-1. Either side may
      also be a mailbox or a SERIES: reroll diff v2.mbox HEAD~5..

      Which versions:
        -v, --compare-versions N [M]
                               compare version N with M, or with the one that the
                               mail belongs to, or with the newest of a mailbox; a
                               label will do: rfc-v1, v2-resend
            --latest           of a SERIES take the newest version instead of the
                               one that the mail belongs to
            --explain          instead of a comparison, print why each version is
                               taken to follow another, and what was searched
        -m, --compare-am-mboxes BEFORE AFTER
                               compare these two mailboxes, as b4 diff -m
            --series SERIES    of several series take this one: its number in the
                               list, or a part of its title

      Where a SERIES is looked for:
            --mbox MAILBOX     in this mailbox, and nowhere else; may be given again
            --mirror DIR       in this public-inbox mirror first; may be given again
            --offline          not on a server
        -C, --no-cache         re-fetch from the server

      How they are compared:
            --creation-factor PERCENT
                               pair patches more readily (100) or less (20);
                               default 60
            --left-only        leave out patches that only the newer version has
            --right-only       leave out patches that only the older version has
        -s, --no-patch         print one line for each patch, nothing below it
        -p, -u, --patch        print what changed below each pair; the default
        -U, --unified N        print N unchanged lines around a change; default 3
            --abbrev[=N]       print N digits of each id, 0 for all; default 12,
                               for commits what git shows
            --submodule[=FORMAT]
                               changes nothing, as in git range-diff
            --no-renames       changes nothing, as in git range-diff
            --notes[=REF]      of commits show the notes of REF instead of the
                               standard ones; a pattern such as * will do
            --no-notes         of commits show no notes
        -g, --gitdir DIR       take commits from the repository in DIR, and apply
                               mails to its trees
            --no-tree          compare mails as they were sent, also in a repository
            --rebase           rebase the older version onto the base of the newer
                               one, so that no change of others shows; needs a tree
                               that has what they were made on
            --range-diff-opts OPTS
                               options of git range-diff in one word, as b4 diff
                               takes them

      Where it goes:
            --color[=WHEN]     always, auto or never; default auto
        -c                     colour always, as b4 diff -c
            --no-dual-color    colour lines by their outer sign only
            --dual-color       colour both signs, whatever --color says; where there
                               are colours, this is the default
            --no-pager         do not start a pager
            --json             write JSON, as src/docs/reroll.schema.json describes it
        -o, --output-diff FILE write the comparison to FILE, all of it or nothing
            --exit-code        exit with 1 where there are differences
        -q, --quiet            print only errors
            --debug            show a stack trace if reroll fails
            --write-refs       write the versions as commits, for you to try, and show
                               their ids: refs/reroll/SERIES/VERSION
        -n, --no-diff          print git's own command instead, as b4 diff -n; for
                               commits, and with --write-refs
        -h, --help             show this help

      Long options may be abbreviated, as --creat=60, as long as they are unique.

      Signs: = unchanged, ! changed, < dropped, > new. A mailed patch has no commit:
      its id is its stable patch-id, as git patch-id prints it.

      Exit codes: 0 compared, 1 differences (only with --exit-code), 2 wrong usage or
      unreadable input, 3 nothing to compare, 4 a server was not reached.
      """;

  private DiffHelp() {}
}
