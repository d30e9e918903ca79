package dev.reroll.oracle;

import java.util.regex.Pattern;

/** Names what a pair can have; each is looked for in the mails, or in what git prints. */
enum Feature {
  RENAME(Where.MAILS, "(?md)^rename from "),
  RENAME_WITHOUT_CHANGE(Where.MAILS, "(?md)^similarity index 100%"),
  RENAME_WITH_CHANGE(Where.MAILS, "(?md)^similarity index \\d\\d%"),
  MODE_CHANGE(Where.MAILS, "(?md)^old mode "),
  MODE_CHANGE_WITH_HUNK(Where.OUTPUT, "(?md)\\(mode change \\d+ => \\d+\\) ##\n +.?@@"),
  BINARY_NEW(Where.MAILS, "(?md)^new file mode \\d+\nindex .*\nGIT binary patch"),
  BINARY_CHANGED(Where.MAILS, "(?md)^index \\S+ \\d+\nGIT binary patch"),
  BINARY_DELETED(Where.MAILS, "(?md)^deleted file mode \\d+\nindex .*\nGIT binary patch"),
  NO_NEWLINE_BEFORE(Where.MAILS, "(?md)^-.*\n\\\\ No newline"),
  NO_NEWLINE_AFTER(Where.MAILS, "(?md)^\\+.*\n\\\\ No newline"),
  NO_NEWLINE_BOTH(Where.MAILS, "(?md)^ .*\n\\\\ No newline"),
  CARRIAGE_RETURN(Where.MAILS, "(?md)^[-+].*\r\n"),
  EMPTY_FILE_ADDED(Where.MAILS, "(?md)^new file mode \\d+\nindex 0+\\.\\.e69de29"),
  EMPTY_FILE_DELETED(Where.MAILS, "(?md)^deleted file mode \\d+\nindex e69de29"),
  SYMBOLIC_LINK(Where.MAILS, "(?md)^new file mode 120000"),
  QUOTED_PATH(Where.MAILS, "(?md)^diff --git \""),
  PATH_WITH_TAB(Where.MAILS, "(?md)^diff --git \".*\\\\t"),
  PATH_WITH_QUOTE(Where.MAILS, "(?md)^diff --git \".*\\\\\""),
  PATH_WITH_BACKSLASH(Where.MAILS, "(?md)^diff --git \".*\\\\\\\\"),
  PATH_IN_UTF_8(Where.MAILS, "(?md)^diff --git \".*\\\\303\\\\266"),
  PATH_IN_LATIN_1(Where.MAILS, "(?md)^diff --git \".*caf\\\\351"),
  PATH_WITH_SPACE(Where.MAILS, "(?md)^diff --git a/[^\n]* [^\n]* b/"),
  ENCODED_AUTHOR(Where.MAILS, "(?md)^From: =\\?UTF-8"),
  QUOTED_AUTHOR(Where.MAILS, "(?md)^From: \""),
  AUTHOR_IN_BODY(Where.MAILS, "(?md)\n\nFrom: "),
  ODD_LINE_IN_MESSAGE(Where.MAILS, "(?md)^(----| ---|---x|-- |## path ##|@@ here|From me.*)$"),
  TAB_IN_MESSAGE(Where.OUTPUT, "(?md)^.*\u00e6\u009c\u00ac    after wide"),
  TAB_AFTER_CONTROL(Where.OUTPUT, "(?md)^.*\u0007\tafter"),
  LONG_HEADING(Where.OUTPUT, "(?md)^    @@ [^\n]{77,80}$"),
  HEADING_CUT_IN_CHARACTER(Where.OUTPUT, "(?md)^    @@ [^\n]{76,78}[\u0080-\u00bf]$"),
  LATIN_1_LINE(Where.OUTPUT, "caf\u00e9 "),
  NUMBER_OF_PATCHES_ABOVE_40(Where.OUTPUT, "(?md)^ *4\\d:  "),
  SINGLE_PATCH(Where.MAILS, "(?md)^Subject: \\[PATCH\\] "),
  MORE_THAN_51_EQUAL(Where.PLAN, ""),
  MORE_THAN_204_EQUAL(Where.PLAN, ""),
  DEAR_PATCH(Where.PLAN, ""),
  BODY(Where.OUTPUT, "(?md)^ *\\d+:  \\S+ ! *\\d+:"),
  UNCHANGED(Where.OUTPUT, "(?md)^ *\\d+:  \\S+ = *\\d+:"),
  REMOVED(Where.OUTPUT, "(?md)^ *\\d+:  \\S+ < *-:"),
  ADDED(Where.OUTPUT, "(?md)^ *-:  \\S+ > *\\d+:");

  /** Where it is looked for. */
  enum Where {
    MAILS,
    OUTPUT,
    PLAN
  }

  private final Where where;
  private final Pattern pattern;

  Feature(Where where, String pattern) {
    this.where = where;
    this.pattern = Pattern.compile(pattern);
  }

  boolean isIn(Where place, String text) {
    return where == place && pattern.matcher(text).find();
  }
}
