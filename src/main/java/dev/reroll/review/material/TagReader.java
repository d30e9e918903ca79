package dev.reroll.review.material;

import dev.reroll.mail.Trailer;
import dev.reroll.review.result.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads tags as people write them: {@code Reviewed-by: Ada <ada@example.org>}, in any case, two in
 * one ({@code Reviewed-and-tested-by:}), in a sentence ({@code LGTM. Reviewed-by: …}), with the
 * address on the next line, and with no-break spaces.
 */
public final class TagReader {
  private static final Pattern TRAILER =
      Pattern.compile(
          "([A-Za-z][A-Za-z]*+(?:[-/&][A-Za-z]++)*+(?<=-[Bb][Yy])|C[Cc]|Fixes|Link|Closes|Message-I[Dd]|Change-I[Dd]"
              + "|change-id|Depends-on|Bugzilla|References)\\s*+:\\s++(\\S.*)");

  /** A tag that a reader gives, behind other words; only an address ends it for certain. */
  private static final Pattern IN_SENTENCE =
      WordPattern.compile(
          "\\<((?:(?:reviewed|acked|tested)(?:-by)?(?:-and-|/|&|, | and | & )){0,2}+"
              + "(?:reviewed|acked|tested)-by)\\s*+:\\s*+([^<>:]{0,80}+<[^<>@\\s]++@[^<>\\s]++>)");

  private static final Pattern JOINTS = Pattern.compile("-and-|/|&|, | and | & ");
  private static final Pattern ADDRESS = Pattern.compile("<[^<>@\\s]++@[^<>\\s]++>.{0,80}");
  private static final int MAX_LINE = 1000;

  private TagReader() {}

  /**
   * Tags, and how many lines they take.
   *
   * @param tags none where the line holds no tag
   * @param lineCount 2 where the next line belongs to them, else 1
   */
  public record Found(List<Tag> tags, int lineCount) {
    static final Found NOTHING = new Found(List.of(), 1);

    public Found {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Reads a line that is nothing but tags.
   *
   * @param next the line below it; empty where there is none
   */
  public static Found read(String line, String next) {
    if (line.indexOf(':') < 0 || line.length() > MAX_LINE) {
      return Found.NOTHING;
    }
    String plain = plain(line);
    String below = plain(next);
    boolean lacksAddress = plain.indexOf('<') < 0 && ADDRESS.matcher(below).matches();
    Matcher matcher = TRAILER.matcher(lacksAddress ? plain + " " + below : plain);
    if (!matcher.matches()) {
      return Found.NOTHING;
    }
    String key = matcher.group(1);
    boolean takesAddress = lacksAddress && key.toLowerCase(Locale.ROOT).endsWith("-by");
    String value = matcher.group(2);
    if (lacksAddress && !takesAddress) {
      value = value.substring(0, value.length() - below.length()).strip();
    }
    return value.isEmpty() ? Found.NOTHING : new Found(tags(key, value), takesAddress ? 2 : 1);
  }

  /** Reads a line that is nothing but tags, or holds one that a reader gives. */
  public static Found readGiven(String line, String next) {
    Found found = read(line, next);
    if (!found.tags().isEmpty() || line.indexOf('<') < 0 || line.length() > MAX_LINE) {
      return found;
    }
    Matcher matcher = IN_SENTENCE.matcher(plain(line));
    List<Tag> tags = new ArrayList<>();
    while (matcher.find()) {
      tags.addAll(tags(matcher.group(1), matcher.group(2)));
    }
    return new Found(tags, 1);
  }

  /** Reads a line that is one tag or several. */
  public static Optional<Tag> first(String line) {
    return read(line, "").tags().stream().findFirst();
  }

  /** Returns both tags of {@code Reviewed-and-tested-by}; keys that a reader gives as git's are. */
  private static List<Tag> tags(String key, String value) {
    List<Tag> tags = new ArrayList<>();
    String[] words = JOINTS.split(key, -1);
    for (String word : words) {
      String whole = word.toLowerCase(Locale.ROOT).endsWith("-by") ? word : word + "-by";
      boolean isOne = words.length == 1;
      tags.add(Tag.of(new Trailer(named(isOne ? key : whole), value.strip())));
    }
    return tags;
  }

  private static String named(String key) {
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "reviewed-by" -> "Reviewed-by";
      case "acked-by" -> "Acked-by";
      case "tested-by" -> "Tested-by";
      default -> key;
    };
  }

  /** Puts a blank for each kind of blank: some mail programs send no-break spaces. */
  private static String plain(String line) {
    return line.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u2007', ' ').strip();
  }
}
