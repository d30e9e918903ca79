package dev.reroll.cli;

/** Holds the words of {@code reroll html --help}. */
final class HtmlHelp {
  static final String TEXT =
      """
      Write a page that shows what changed between two versions of a patch series.

      What changed, in a form that can be mailed, attached to a test's result, or put
      on any web server? Each page is one file that loads nothing and can be read
      without script.

        reroll html -o review.html v1.mbox v2.mbox
        reroll html -o review/ thread.mbox
        reroll html -o review/ 20260810.1@example.org

      Unlike reroll diff it also shows what kind of change each patch went through,
      what became of tags and comments, and shows the patches side by side.

      Usage: reroll html [OPTIONS] -o FILE SERIES|MAILBOX [-v N [M]]
             reroll html [OPTIONS] -o FILE BEFORE AFTER
             reroll html [OPTIONS] -o DIR/ SERIES|MAILBOX [-v N [M]]

      SERIES and mailboxes are what reroll diff takes. With a folder behind -o the
      whole lineage is written: index.html with all versions and what each made of
      each patch, and a page for each version and the one that it follows, such as
      v1-v2.html.

        -o, --output FILE      write to FILE; to a folder, if it is one or ends in /;
                               without it, to standard output

      Which versions:
        -v, --compare-versions N [M]
                               compare version N with M, or with the newest; with a
                               folder, write this page too
            --latest           compare the newest version, not that of the mail
            --series SERIES    of several series take this one: its number, or a
                               part of its title

      Where a SERIES is looked for:
            --mbox MAILBOX     in this mailbox, and nowhere else; may be given again
            --mirror DIR       in this public-inbox mirror first; may be given again
            --offline          not on a server
        -C, --no-cache         re-fetch from the server

      What is shown:
            --creation-factor PERCENT
                               pair patches more readily (100) or less (20);
                               default 60
        -U, --unified N        N unchanged lines around a change; default 3
        -g, --gitdir DIR       apply versions to the trees of the repository in DIR
            --no-tree          not to those of the current repository
            --rebase           rebase the older version onto the base of the newer one
            --link-mask MASK   link to mails at MASK, with %s for the message-id;
                               empty for no links; default reroll.linkmask, then
                               b4.linkmask, then https://lore.kernel.org/r/%s
            --most-unchanged LINES
                               leave unchanged lines out where a page would have
                               more than LINES of them; default 20000

        -q, --quiet            print only errors
            --debug            show a stack trace if reroll fails
        -h, --help             show this help

      Exit codes: 0 written, 2 wrong usage or unreadable input, 3 nothing to
      compare, 4 a server was not reached.
      """;

  private HtmlHelp() {}
}
