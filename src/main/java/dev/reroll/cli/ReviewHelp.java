package dev.reroll.cli;

/** Holds the words of {@code reroll review --help}. */
final class ReviewHelp {
  static final String TEXT =
      """
      Show what changed between two versions, for a reviewer of the older one.

      Which patches must I re-read? Were my comments addressed, and are my tags
      still there? Prints a line for each patch with the kind of its change, then
      moved hunks, comments, tags, changelog and cover letter, then the changes
      without noise.

        reroll review 20260309.1@example.org
        reroll review thread.mbox -v 2 3

      Unlike reroll diff it leaves out what does not matter, and reads the replies
      in the thread.

      Usage: reroll review [OPTIONS] SERIES
             reroll review [OPTIONS] MAILBOX
             reroll review [OPTIONS] BEFORE AFTER

      SERIES is a message-id of any mail of the series, a URL that holds one, or - for
      the mail itself on standard input.

      Which versions:
        -v, --compare-versions N [M]
                               compare version N with M; without M, with the one that
                               the mail belongs to, in a mailbox with the newest
            --latest           compare the newest version, not that of the mail
            --since-mine       compare the newest version with the last one that I
                               replied to or tagged
            --series SERIES    of several series in a mailbox take this one: its
                               number in the list, or a part of its title

      Where a SERIES is looked for:
            --mbox MAILBOX     in this mailbox, and nowhere else; may be given again
            --mirror DIR       in this public-inbox mirror first; may be given again
            --offline          not on a server
        -C, --no-cache         re-fetch from the server

      What is looked at:
            --patch N          only patch N of the newer version
            --only KINDS       only patches with such changes, with commas between:
                               identical, context, tags, message, white-space,
                               comments, renames, code, dropped, new
            --mine             only my comments and tags; I am user.email
            --all              also what is folded: noise, and new and dropped
                               patches in full
        -s, --no-patch         nothing below the summary of all patches
        -U, --unified N        print N unchanged lines around a change; default 3
            --creation-factor PERCENT
                               pair patches more readily (100) or less (20);
                               default 60

      Where it goes:
        -g, --gitdir DIR       apply versions to the trees of the repository in DIR
            --no-tree          not to those of the current repository
            --rebase           rebase the older version onto the base of the newer one
            --json             JSON, as src/docs/reroll.schema.json describes it
            --width N          for N columns; default those of the terminal, else 80
            --color[=WHEN]     always, auto or never; default auto
        -c                     colour always
            --no-pager         do not start a pager
        -o, --output-diff FILE write to FILE, all of it or nothing
            --exit-code        exit with 1 where a patch changed, came or went
        -q, --quiet            print only errors
            --debug            show a stack trace if reroll fails
        -h, --help             show this help

      Kinds: context is what a rebase changes; white space, comments and renames are
      called so only if nothing else changed. A patch with the sign ≈ was paired by
      its title alone. +R -A +2T: a Reviewed-by more, an Acked-by less, two Tested-by
      more.

      Exit codes: 0 reviewed, 1 differences (only with --exit-code), 2 wrong usage or
      unreadable input, 3 nothing to compare, 4 a server was not reached.
      """;

  private ReviewHelp() {}
}
