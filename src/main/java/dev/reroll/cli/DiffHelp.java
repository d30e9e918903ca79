package dev.reroll.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/** Holds the words of {@code reroll diff --help}, and its options with theirs. */
final class DiffHelp {
  static final String[] DESCRIPTION = {
    "",
    "Answers: what changed since I last looked at this series? Prints what git range-diff would"
        + " print for the two versions applied with git am, from the mails alone.",
    "",
    "  reroll diff v1.mbox v2.mbox",
    "  reroll diff thread.mbox -v 2 3",
    "",
    "A mailbox is an mbox (also gzipped), a maildir, a folder of patches, a single patch or diff, or"
        + " - for standard input. With one mailbox its newest version is compared with the one"
        + " before it.",
  };

  static final String[] FOOTER = {
    "",
    "Signs: = unchanged, ! changed, < only in the old version, > only in the new one.",
    "Ids are stable patch-ids: mailed patches have no commit.",
    "",
    "Exit code: 0 compared, 1 differences found (only with --exit-code), 2 wrong usage or unreadable"
        + " input, 3 nothing to compare.",
    "",
    "Differs from git range-diff: needs no repository and no commits. Differs from git diff v1.mbox"
        + " v2.mbox: compares patch by patch, whatever their order.",
  };

  static final List<Supplier<OptionSpec>> OPTIONS =
      List.of(
          () ->
              OptionSpec.builder("-v", "--compare-versions")
                  .arity("1")
                  .paramLabel("N [M]")
                  .type(List.class)
                  .auxiliaryTypes(String.class)
                  .description("Compare version N with M, or with the newest; also labels: rfc-v1.")
                  .build(),
          () ->
              OptionSpec.builder("-m", "--compare-am-mboxes")
                  .arity("2")
                  .paramLabel("MAILBOX")
                  .type(List.class)
                  .auxiliaryTypes(String.class)
                  .description("Compare these two mailboxes, the older first.")
                  .build(),
          () -> text("--series", "SERIES", "Take this series: its number, or a part of its title."),
          () -> text("--creation-factor", "PERCENT", "How readily patches are paired; default 60."),
          () ->
              DiffOptions.flag("Leave out patches that only the new version has.", "--left-only")
                  .build(),
          () ->
              DiffOptions.flag("Leave out patches that only the old version has.", "--right-only")
                  .build(),
          () ->
              DiffOptions.flag("Print one line for each patch, no differences.", "-s", "--no-patch")
                  .build(),
          () ->
              OptionSpec.builder("-U", "--unified")
                  .arity("1")
                  .paramLabel("N")
                  .type(String.class)
                  .description("Print N unchanged lines around each change; default 3.")
                  .build(),
          () -> text("--abbrev", "[=N]", "Print N digits of each id; default 12."),
          () -> text("--color", "[=WHEN]", "Colour: always, auto or never; default auto."),
          () -> DiffOptions.flag("Colour always, as b4 does.", "-c").build(),
          () ->
              DiffOptions.flag("Colour lines by their outer sign only.", "--no-dual-color").build(),
          () -> DiffOptions.flag("Colour both signs; the default.", "--dual-color").build(),
          () ->
              text(
                  "--range-diff-opts",
                  "OPTS",
                  "Options of git range-diff in one word, as b4 takes them."),
          () ->
              OptionSpec.builder("-o", "--output-diff")
                  .arity("1")
                  .paramLabel("FILE")
                  .type(String.class)
                  .description("Write the comparison to FILE.")
                  .build(),
          () -> DiffOptions.flag("End with 1 where there are differences.", "--exit-code").build(),
          () -> DiffOptions.flag("Say errors only.", "-q", "--quiet").build(),
          () -> DiffOptions.flag("Do not start a pager.", "--no-pager").build(),
          () ->
              DiffOptions.flag(
                      "b4's: print the git command. Refused: mails have no commits.",
                      "-n",
                      "--no-diff")
                  .build(),
          () -> DiffOptions.flag("Show a stack trace where reroll fails.", "--debug").build(),
          () -> DiffOptions.flag("Show this help.", "-h", "--help").build());

  private DiffHelp() {}

  private static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .arity("1")
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }
}
