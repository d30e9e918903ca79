package dev.reroll.cli;

/** Holds the words of {@code reroll mail --help}. */
final class MailHelp {
  static final String TEXT =
      """
      Reply to a new version with a mail that says what changed.

      What should the others on the list know of this reroll? Composes a reply to the
      newer version's cover letter, or to its first patch: a sentence, a table, lost
      tags and open comments, and the range-diff. It prints the mail; nothing leaves
      the machine without --send.

        reroll mail v1.mbox v2.mbox
        reroll mail 20260806.1@example.org --reply-all --annotate --send

      Unlike diff it writes a whole mail, and at most 100 kB: where the range-diff is
      longer, the least interesting patches are left out and named.

      Usage: reroll mail [OPTIONS] BEFORE AFTER
             reroll mail [OPTIONS] MAILBOX [-v N [M]]
             reroll mail [OPTIONS] SERIES [-v N [M]]
             reroll mail --send --draft=FILE

      Which versions:
        -v, --compare-versions N [M]
                               compare version N with M, or with the newest
            --latest           compare the newest version, not that of the mail
            --series SERIES    of several series take this one: its number in the
                               list, or a part of its title
            --creation-factor PERCENT
                               pair patches more readily (100) or less (20);
                               default 60
        -g, --gitdir DIR       apply versions to the trees of the repository in DIR
            --no-tree          not to those of the current repository
            --rebase           rebase the older version onto the base of the newer one
            --mirror DIR       look for a SERIES in this public-inbox mirror first;
                               may be given again
            --offline          ask no server
        -C, --no-cache         re-fetch from the server

      To whom:
            --to ADDRESS       send to ADDRESS, else to sendemail.to
            --cc ADDRESS       send a copy to ADDRESS
            --reply-all        send to the author, with copies to the list and to all
                               who commented; never to yourself or to stable@
            --suppress-cc CATEGORY
                               with --reply-all leave out author, cc or all
            --from ADDRESS     send as ADDRESS, else as sendemail.from or user.email
            --identity NAME    use sendemail.NAME.* where it is set

      What it says:
            --interdiff        say first how the end results differ: a diffstat and
                               one diff, as reroll interdiff prints them
            --annotate         leave room for a note under each patch, and open the
                               editor

      Where it goes:
        -o, --output FILE      write the mail to FILE, all of it or nothing
            --mbox FILE        append the mail to an mbox
            --maildir FOLDER   deliver the mail into a maildir, such as drafts
            --send             send the mail, after one question
            --yes              do not ask; the mail says that no person confirmed it
            --dry-run          show what would be said to the mail server
            --again            send although these versions are already mailed
            --draft FILE       take a mail that was composed before
            --no-pager         do not start a pager
        -q, --quiet            print only errors
            --debug            show a stack trace if reroll fails
        -h, --help             show this help

      Mail is sent as configured for git send-email: sendemail.*. A mail that could
      not be sent is saved, and the error says how to send it.

      Exit codes: 0 done, 2 wrong usage or unreadable input, 3 nothing to compare or
      to reply to, 4 not sent, or perhaps not.
      """;

  private MailHelp() {}
}
