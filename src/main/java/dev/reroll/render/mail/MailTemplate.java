package dev.reroll.render.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How the body of a mail is laid out: text with places such as {@code ${table}}. A line with
 * nothing but a place, and the empty line below it, is left out where there is nothing to put in.
 */
public final class MailTemplate {
  /** What can be put into a template. */
  public enum Place {
    /** What became of the patches, in a sentence. */
    SENTENCE,
    /** What became of each patch. */
    TABLE,
    /** Tags that were lost. */
    TAGS,
    /** Comments that are open. */
    COMMENTS,
    /** Which patches are not shown, and where to see them. */
    LEFT_OUT,
    /** A link to the page of the comparison. */
    PAGE,
    /** The name of the older version. */
    BEFORE,
    /** The name of the newer version. */
    AFTER,
    /** The title of the series. */
    TITLE,
    /** How the end results differ, with its heading. */
    INTERDIFF,
    /** The range-diff. */
    RANGE_DIFF;

    /** Returns its name in a template. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is used where the user has no template. */
  public static final MailTemplate STANDARD =
      new MailTemplate(
          """
          ${sentence}

          ${table}

          ${tags}

          ${comments}

          ${page}

          ${left-out}

          ${interdiff}

          Range-diff against ${before}:

          ${range-diff}
          """);

  private final String text;

  private MailTemplate(String text) {
    this.text = text;
  }

  /** Reads a template; finds the first place that it names and that there is not. */
  public static Optional<String> unknownPlace(String text) {
    TreeSet<String> known = new TreeSet<>();
    for (Place place : Place.values()) {
      known.add(place.toString());
    }
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
      int end = text.indexOf('}', at);
      String name = end < 0 ? text.substring(at + 2) : text.substring(at + 2, end);
      if (end < 0 || !known.contains(name)) {
        return Optional.of(name.lines().findFirst().orElse(""));
      }
    }
    return Optional.empty();
  }

  /** Returns the template with {@code place} behind all, if it is nowhere in it yet. */
  public MailTemplate with(Place place) {
    return text.contains("${" + place + "}")
        ? this
        : new MailTemplate(text + "\n${" + place + "}\n");
  }

  /** Takes a template whose places are all known. */
  public static MailTemplate of(String text) {
    return new MailTemplate(text.endsWith("\n") ? text : text + "\n");
  }

  /** Returns the template with {@code values} in their places; what is not given is empty. */
  Octets fill(Map<Place, Octets> values) {
    Map<Place, Octets> known = new EnumMap<>(Place.class);
    known.putAll(values);
    OctetBuilder out = new OctetBuilder(1 << 14);
    List<String> lines = new ArrayList<>(text.lines().toList());
    boolean gone = false;
    for (String line : lines) {
      Optional<Place> whole = whole(line);
      Octets value =
          whole.map(place -> known.getOrDefault(place, Octets.EMPTY)).orElse(Octets.EMPTY);
      boolean skipped = gone && line.isBlank();
      gone = whole.isPresent() && value.isEmpty();
      if (whole.isPresent()) {
        out.append(value);
        if (!value.isEmpty() && !value.endsWith("\n")) {
          out.append('\n');
        }
      } else if (!skipped) {
        out.append(filled(line, known)).append('\n');
      }
    }
    return out.toOctets();
  }

  private static Optional<Place> whole(String line) {
    for (Place place : Place.values()) {
      if (line.strip().equals("${" + place + "}")) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private static String filled(String line, Map<Place, Octets> values) {
    String filled = line;
    for (Map.Entry<Place, Octets> value : values.entrySet()) {
      String text = value.getValue().decode(StandardCharsets.UTF_8).strip();
      filled = filled.replace("${" + value.getKey() + "}", text);
    }
    return filled;
  }
}
