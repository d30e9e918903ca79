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

  private static final Pattern FIRST_LINES =
      Pattern.compile("\\Adiff --git .*\nindex .*\n--- .*\n");

  private static final int MAX_KIND = 46;
  private static final int DAMAGE_BEHIND = 20;
  private static final int OTHER_MODE = 17;
  private static final int DELETED_TWICE = 24;

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
    if (chance.percent(55)) {
      int kind = chance.percent(50) ? fitting(result.get(0)) : chance.upTo(MAX_KIND);
      for (int at = 0; at < result.size(); at++) {
        Mail mail = result.get(at);
        Mail other = mail.withBody(mangled(kind, mail.body()));
        if (!other.equals(mail)) {
          result.set(at, other);
          break;
        }
      }
    }
    return result;
  }

  /** Draws a kind of damage; one that is rare where the mail is as it needs it. */
  private int fitting(Mail mail) {
    if (mail.body().contains(" b/second.bin\n")) {
      return DAMAGE_BEHIND;
    }
    boolean deletes = mail.body().contains(" b/small\ndeleted file ");
    int other = chance.percent(15) ? OTHER_MODE : chance.upTo(MAX_KIND);
    return deletes ? DELETED_TWICE : other;
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

  private String mangled(int kind, String body) {
    int start = body.indexOf("diff --git ");
    if (start < 0) {
      return body;
    }
    String text = body.substring(0, start);
    String diff = body.substring(start);
    return text
        + switch (kind) {
          case 0, 1 -> movedHunk(diff);
          case 2, 46 -> otherCount(diff);
          case 3 -> onSomeLine(diff, " ", line -> line + "x");
          case 4 -> onSomeLine(diff, "-", line -> line + "x");
          case 5 -> diff.replaceAll("(?md)^ $", "");
          case 6 -> diff.replaceAll("(?md)^\\\\ No newline.*\n", "");
          case 7 -> diff.replaceAll("(?md)^index .*\n", "");
          case 8 -> plain(diff);
          case 9 -> diff.replace(" b/", " b/../").replace(" a/", " a/../");
          case 36, 37 -> newFileAt(diff, ".git/x");
          case 10 -> diff.replaceAll("(?md)([ab])/(\\w)", "$1/.git/$2");
          case DAMAGE_BEHIND, 21, 29, 30, 38, 39, 40 -> withDamageBehind(diff);
          case 11 -> diff.replaceFirst("(?md)^((literal|delta) \\d+\n.)..", "$1\"\"");
          case 12 -> onSomeLine(diff, "", line -> "");
          case 13 -> onSomeLine(diff, "new file mode", line -> "");
          case 14 -> shuffled(diff);
          case 15 -> withoutHunk(diff);
          case 22, 23, 31, 41 -> withoutHunks(diff);
          case DELETED_TWICE, 25, 32, 33, 34, 42, 43, 44, 45 -> deletedTwice(diff);
          case 26 -> onSomeLine(diff, "@@ ", line -> line.replace("@@ -", "@@ -x"));
          case 35 -> newFileAt(diff, "../x");
          case 27 -> diff.replaceAll("(?md)^(---|\\+\\+\\+|diff --git) (\"?)a/", "$1 $2a/../");
          case 16 -> diff.replaceAll("(?md)^index (\\w{5})\\w*\\.\\.(\\w{5})\\w*", "index $1..$2");
          case OTHER_MODE -> diff.replaceAll("(?md)^(index .*) 100644$", "$1 100755");
          case 18 -> twice(diff);
          case 19 -> diff.replace("\n", "\r\n");
          default ->
              diff.replaceAll(
                  "(?md)^(old|new|deleted file|new file) mode 100644", "$1 mode 100664");
        };
  }

  /** What a line becomes. */
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
      case 2, 46 -> bare.replace("--- /dev/null", "--- a/x\t1970-01-01 00:00:00.000000000 +0000");
      default -> bare;
    };
  }

  private String shuffled(String diff) {
    List<String> files = new ArrayList<>(List.of(FILE.split(withoutSignature(diff + "\n"))));
    files.removeIf(String::isBlank);
    java.util.Collections.shuffle(files, chance.random());
    return String.join("", files);
  }

  /** Leaves only the header of a file that is changed. */
  private static String withoutHunks(String diff) {
    String[] files = FILE.split(diff, -1);
    for (int i = 0; i < files.length; i++) {
      if (FIRST_LINES.matcher(files[i]).find()) {
        files[i] = files[i].substring(0, files[i].indexOf("\n--- ") + 1);
        break;
      }
    }
    return String.join("", files);
  }

  /** Deletes one file once more, where one is deleted. */
  private String deletedTwice(String diff) {
    for (String file : FILE.split(withoutSignature(diff), -1)) {
      if (file.contains("\ndeleted file mode ") && file.endsWith("\n")) {
        return withoutSignature(diff) + file;
      }
    }
    return diff;
  }

  /** Damages binary data that do not come first. */
  private static String withDamageBehind(String diff) {
    int second = diff.indexOf("\ndiff --git ");
    int data = second < 0 ? -1 : diff.indexOf("\nGIT binary patch\n", second);
    return data < 0
        ? diff
        : diff.substring(0, data)
            + diff.substring(data).replaceFirst("(?md)^((literal|delta) \\d+\n.)..", "$1\"\"");
  }

  /** Puts the first new file elsewhere. */
  private static String newFileAt(String diff, String path) {
    String[] files = FILE.split(diff, -1);
    for (int i = 0; i < files.length; i++) {
      if (files[i].contains("\nnew file mode 100")) {
        files[i] =
            files[i]
                .replaceFirst("^diff --git .*", "diff --git a/" + path + " b/" + path)
                .replaceFirst("\n\\+\\+\\+ .*", "\n+++ b/" + path);
        break;
      }
    }
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
