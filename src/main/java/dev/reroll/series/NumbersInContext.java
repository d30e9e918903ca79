package dev.reroll.series;

import dev.reroll.bytes.Octets;
import dev.reroll.mail.CoverLetter;
import dev.reroll.mail.Envelope;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.mail.subject.VersionNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Version numbers that only other postings can tell from something else.
 *
 * <ul>
 *   <li>{@code [PATCH v6.6]} is a version a little later than 6, or for the kernel 6.6. It is a
 *       version unless something says that it is a tree; {@code v6.20} is one only where a version
 *       6 of the same title is known.
 *   <li>{@code [PATCH] foo v2} is version 2 of {@code foo} where a posting {@code foo} is known,
 *       else a title as it stands, such as {@code support cgroup v2}.
 * </ul>
 */
final class NumbersInContext {
  /** Kernels that are looked after for years. */
  private static final Set<String> KERNELS = Set.of("4.4", "4.9", "5.4", "6.1", "6.6");

  private static final Set<String> TREE_WORDS = Set.of("stable", "autosel", "backport", "lts");

  /** How the message of a backport names what it was made of. */
  private static final List<String> UPSTREAM = List.of(" upstream.", "upstream commit ");

  /** How far into a message such a line is looked for, in octets. */
  private static final int HEAD = 400;

  /** By title in lower case: what is known of its postings. */
  private final Map<String, Postings> byTitle = new HashMap<>();

  /** The postings of one title: their plain numbers, and their numbers with a point. */
  private static final class Postings {
    final Set<Integer> plain = new HashSet<>();
    final Set<String> dotted = new TreeSet<>();
    final Set<Integer> lastWords = new HashSet<>();
    boolean isBackport;

    /** Whether a posting has the title alone, or two are told apart by its last word only. */
    boolean areKnown() {
      return !plain.isEmpty() || !dotted.isEmpty() || lastWords.size() > 1;
    }
  }

  private NumbersInContext(List<MailItem> items) {
    for (MailItem item : items) {
      if (isCounted(item)) {
        note(item);
      }
    }
  }

  /** Returns the items in their order, some of them under another number. */
  static List<MailItem> of(List<MailItem> items) {
    boolean isPlain = true;
    for (MailItem item : items) {
      isPlain &= !isCounted(item) || !isDoubtful(item.envelope().subject());
    }
    if (isPlain) {
      return items; // As most bags are.
    }
    NumbersInContext numbers = new NumbersInContext(items);
    List<MailItem> read = new ArrayList<>(items.size());
    for (MailItem item : items) {
      read.add(isCounted(item) ? numbers.read(item) : item);
    }
    return read;
  }

  private static boolean isCounted(MailItem item) {
    return item instanceof PatchMail || item instanceof CoverLetter;
  }

  private static boolean isDoubtful(SubjectLine subject) {
    return isDotted(subject)
        || dottedTag(subject).isPresent()
        || subject.withVersionFromTitle().isPresent();
  }

  private static boolean isDotted(SubjectLine subject) {
    return subject.number().isPresent() && subject.number().get().suffix().startsWith(".");
  }

  private void note(MailItem item) {
    SubjectLine subject = item.envelope().subject();
    Postings postings = postings(subject.title());
    Optional<VersionNumber> dotted = dotted(subject);
    if (dotted.isPresent()) {
      postings.dotted.add(dotted.get().toString().substring(1));
      postings.isBackport |= isForTree(item);
    } else {
      postings.plain.add(subject.version().orElse(1));
      Optional<SubjectLine> other = subject.withVersionFromTitle();
      if (other.isPresent()) {
        postings(other.get().title()).lastWords.add(other.get().version().orElse(1));
      }
    }
  }

  private Postings postings(String title) {
    String key = title.toLowerCase(Locale.ROOT);
    byTitle.putIfAbsent(key, new Postings());
    return byTitle.get(key);
  }

  private MailItem read(MailItem item) {
    SubjectLine subject = item.envelope().subject();
    Optional<VersionNumber> dotted = dotted(subject);
    if (dotted.isPresent()) {
      boolean isVersion = isVersion(postings(subject.title()), dotted.get());
      return isVersion == subject.number().isPresent() ? item : turned(item, dotted.get());
    }
    Optional<SubjectLine> other = subject.withVersionFromTitle();
    return other.isPresent() && postings(other.get().title()).areKnown()
        ? under(item, other.get())
        : item;
  }

  /** Makes a version of what is a tag, or the other way round. */
  private static MailItem turned(MailItem item, VersionNumber dotted) {
    SubjectLine subject = item.envelope().subject();
    List<String> tags = new ArrayList<>(subject.tags());
    if (subject.number().isPresent()) {
      tags.add(dotted.toString());
      return under(item, subject.withNumber(Optional.empty(), tags));
    }
    tags.removeIf(tag -> tag.equalsIgnoreCase(dotted.toString()));
    return under(item, subject.withNumber(Optional.of(dotted), tags));
  }

  private static boolean isVersion(Postings postings, VersionNumber dotted) {
    boolean isKnown = postings.plain.contains(dotted.number()) && dotted.number() > 0;
    boolean isSmall = dotted.suffix().length() == 2;
    if (isKnown) {
      return true;
    }
    Set<String> numbers = new HashSet<>();
    boolean areAllSmall = true;
    for (String other : postings.dotted) {
      numbers.add(other.substring(0, other.indexOf('.')));
      areAllSmall &= other.length() == other.indexOf('.') + 2;
    }
    boolean areKernels =
        postings.dotted.size() > 1 && (numbers.size() > 1 || KERNELS.containsAll(postings.dotted));
    return !postings.isBackport && !areKernels && (isSmall || (!areAllSmall && hasSmall(postings)));
  }

  private static boolean hasSmall(Postings postings) {
    return postings.dotted.stream().anyMatch(other -> other.length() == other.indexOf('.') + 2);
  }

  private static boolean isForTree(MailItem item) {
    for (String tag : item.envelope().subject().tags()) {
      for (String word : tag.toLowerCase(Locale.ROOT).split("[-/]", -1)) {
        if (TREE_WORDS.contains(word)) {
          return true;
        }
      }
    }
    return item instanceof PatchMail patch && namesUpstream(patch.message().body());
  }

  private static boolean namesUpstream(Octets message) {
    String head =
        message
            .slice(0, Math.min(HEAD, message.length()))
            .decode(StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return UPSTREAM.stream().anyMatch(head::contains);
  }

  /** Finds the number with a point, be it taken for a version or for a tag so far. */
  private static Optional<VersionNumber> dotted(SubjectLine subject) {
    if (isDotted(subject)) {
      return subject.number();
    }
    return subject.number().isPresent() ? Optional.empty() : dottedTag(subject);
  }

  /** Finds a tag {@code v6.20}; {@code v5.10.y} and {@code 5.10} are never versions. */
  private static Optional<VersionNumber> dottedTag(SubjectLine subject) {
    for (String tag : subject.number().isPresent() ? List.<String>of() : subject.tags()) {
      int dot = tag.indexOf('.');
      boolean isShaped = dot > 1 && dot <= 3 && (tag.charAt(0) == 'v' || tag.charAt(0) == 'V');
      if (isShaped && isNumber(tag.substring(1, dot)) && isNumber(tag.substring(dot + 1))) {
        int number = Integer.parseInt(tag.substring(1, dot));
        return Optional.of(new VersionNumber(number, tag.substring(dot), false));
      }
    }
    return Optional.empty();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 3
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static MailItem under(MailItem item, SubjectLine subject) {
    Envelope envelope = item.envelope().withSubject(subject, item.envelope().rawSubject());
    if (item instanceof PatchMail patch) {
      return new PatchMail(
          envelope,
          patch.author(),
          patch.message(),
          patch.notes(),
          patch.diff(),
          patch.diffWhere());
    }
    return new CoverLetter(envelope, ((CoverLetter) item).text());
  }
}
