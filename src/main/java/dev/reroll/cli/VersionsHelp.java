package dev.reroll.cli;

/** Holds the words of {@code reroll versions --help}. */
final class VersionsHelp {
  static final String TEXT =
      """
      Show all versions of a patch series, and what became of each patch.

      Which versions are there, and in which did this patch change? Prints a timeline
      that says why each version is taken to follow another, and a table with a row
      for each patch and a column for each version.

        reroll versions 20260309.1@example.org
        reroll versions thread.mbox

      Unlike reroll diff it shows where something changed, in any number of versions,
      but not what.

      Usage: reroll versions [OPTIONS] SERIES
             reroll versions [OPTIONS] MAILBOX

      SERIES is a message-id of any mail of the series, a URL that holds one, or - for
      the mail itself on standard input.

      Where it is looked for:
            --mbox MAILBOX     in this mailbox, and nowhere else; may be given again
            --mirror DIR       in this public-inbox mirror first; may be given again
            --offline          not on a server
        -C, --no-cache         re-fetch from the server
            --series SERIES    of several series in a mailbox take this one: its
                               number in the list, or a part of its title

      What is printed:
            --explain          all evidence for each link, and what was searched
            --json             JSON, as src/docs/reroll.schema.json describes it
            --width N          for N columns; default those of the terminal, else 80
            --color[=WHEN]     always, auto or never; default auto
        -c                     colour always
            --no-pager         do not start a pager
        -o, --output-diff FILE write to FILE, all of it or nothing
        -q, --quiet            print only errors
            --debug            show a stack trace if reroll fails
        -h, --help             show this help

      Signs: + new, ! changed, - dropped, ~ moved among the others, ? its mail was not
      found; a number alone is the patch as it was before.

      Exit codes: 0 shown, 2 wrong usage or unreadable input, 3 no such series, 4 a
      server was not reached.
      """;

  private VersionsHelp() {}
}
