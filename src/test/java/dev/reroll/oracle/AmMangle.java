package dev.reroll.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages the diffs of mails, or writes them in ways in which git does not. */
final class AmMangle {
  private static final Pattern FILE = Pattern.compile("(?md)^(?=diff --git )");
  private static final Pattern HUNK =
      Pattern.compile("(?md)^@@ -(\\d+)(,\\d+)? \\+(\\d+)(,\\d+)? @@");

  private final Chance chance;

  AmMangle(Chance chance) {
    this.chance = chance;
  }

  /** Returns the mails with up to two of them changed, or put together. */
  List<Mail> mangled(List<Mail> mails) {
    List<Mail> result = new ArrayList<>(mails);
    if (result.size() > 1 && chance.percent(20)) {
      int at = chance.upTo(result.size() - 2);
      Mail next = result.remove(at + 1);
      result.set(at, joined(result.get(at), next));
    }
    if (chance.percent(40)) {
      int at = chance.upTo(result.size() - 1);
      Mail mail = result.get(at);
      result.set(at, mail.withBody(mangled(mail.body())));
    }
    return result;
  }

  /** Puts two patches into one mail, so that a file may come twice. */
  private static Mail joined(Mail first, Mail second) {
    int diff = second.body().indexOf("diff --git ");
    return diff < 0
        ? first
        : first.withBody(withoutSignature(first.body()) + second.body().substring(diff));
  }

  private static String withoutSignature(String body) {
    int signature = body.lastIndexOf("\n-- \n");
    return signature < 0 ? body : body.substring(0, signature + 1);
  }

  private String mangled(String body) {
    int start = body.indexOf("diff --git ");
    if (start < 0) {
      return body;
    }
    String text = body.substring(0, start);
    String diff = body.substring(start);
    return text
        + switch (chance.upTo(20)) {
          case 0, 1 -> movedHunk(diff);
          case 2 -> otherCount(diff);
          case 3 -> onSomeLine(diff, " ", line -> line + "x");
          case 4 -> onSomeLine(diff, "-", line -> line + "x");
          case 5 -> diff.replaceAll("(?md)^ $", "");
          case 6 -> diff.replaceAll("(?md)^\\\\ No newline.*\n", "");
          case 7 -> diff.replaceAll("(?md)^index .*\n", "");
          case 8 -> plain(diff);
          case 9 -> diff.replace(" b/", " b/../").replace(" a/", " a/../");
          case 10 -> diff.replaceAll("(?md)([ab])/(\\w)", "$1/.git/$2");
          case 11 -> onSomeLine(diff, "z", line -> line.replace('c', '"'));
          case 12 -> onSomeLine(diff, "", line -> "");
          case 13 -> onSomeLine(diff, "new file mode", line -> "");
          case 14 -> shuffled(diff);
          case 15 -> withoutHunk(diff);
          case 16 -> diff.replaceAll("(?md)^index (\\w{5})\\w*\\.\\.(\\w{5})\\w*", "index $1..$2");
          case 17 -> diff.replaceAll("(?md)^(index .*) 100644$", "$1 100755");
          case 18 -> twice(diff);
          case 19 -> diff.replace("\n", "\r\n");
          default ->
              diff.replaceAll(
                  "(?md)^(old|new|deleted file|new file) mode 100644", "$1 mode 100664");
        };
  }

  /** Says what a line becomes. */
  private interface Rewrite {
    String of(String line);
  }

  private String onSomeLine(String diff, String start, Rewrite rewrite) {
    List<String> lines = new ArrayList<>(Arrays.asList(diff.split("\n", -1)));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start) && !lines.get(i).startsWith("---")) {
        places.add(i);
      }
    }
    if (!places.isEmpty()) {
      int at = chance.of(places);
      String line = rewrite.of(lines.get(at));
      if (line.isEmpty()) {
        lines.remove(at);
      } else {
        lines.set(at, line);
      }
    }
    return String.join("\n", lines);
  }

  private String movedHunk(String diff) {
    int by = chance.between(1, 4);
    Matcher hunk = HUNK.matcher(diff);
    return hunk.replaceAll(
        found ->
            "@@ -"
                + (Integer.parseInt(found.group(1)) + by)
                + (found.group(2) == null ? "" : found.group(2))
                + " +"
                + (Integer.parseInt(found.group(3)) + by)
                + (found.group(4) == null ? "" : found.group(4))
                + " @@");
  }

  private String otherCount(String diff) {
    return diff.replaceFirst("(?md)^@@ -(\\d+),(\\d+) ", "@@ -$1," + chance.upTo(9) + " ");
  }

  /** Leaves of git's headers what other programs write, too. */
  private String plain(String diff) {
    String bare =
        diff.replaceAll(
            "(?md)^(diff --git|index|new file|deleted file|old mode|new mode|similarity|rename) .*\n",
            "");
    return switch (chance.upTo(3)) {
      case 0 -> bare.replaceAll("(?md)^(--- a/.*)$", "$1\t2024-01-01 10:00:00.000000000 +0100");
      case 1 -> bare.replaceAll("(?md)^(---|\\+\\+\\+) [ab]/", "$1 ");
      case 2 -> bare.replace("--- /dev/null", "--- a/x\t1970-01-01 00:00:00.000000000 +0000");
      default -> bare;
    };
  }

  private String shuffled(String diff) {
    List<String> files = new ArrayList<>(List.of(FILE.split(withoutSignature(diff + "\n"))));
    files.removeIf(String::isBlank);
    java.util.Collections.shuffle(files, chance.random());
    return String.join("", files);
  }

  private String twice(String diff) {
    String bare = withoutSignature(diff);
    return bare + bare;
  }

  private String withoutHunk(String diff) {
    List<Integer> starts = new ArrayList<>();
    Matcher hunk = HUNK.matcher(diff);
    while (hunk.find()) {
      starts.add(hunk.start());
    }
    if (starts.size() < 2) {
      return diff;
    }
    int at = starts.get(0);
    int end = starts.get(1);
    int nextFile = diff.indexOf("\ndiff --git ", at);
    return nextFile >= 0 && nextFile < end ? diff : diff.substring(0, at) + diff.substring(end);
  }
}
