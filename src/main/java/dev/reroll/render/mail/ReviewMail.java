package dev.reroll.render.mail;

import dev.reroll.bytes.OctetBuilder;
import dev.reroll.bytes.Octets;
import dev.reroll.rangediff.Entry;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.render.text.RangeDiffText;
import dev.reroll.render.text.TextOptions;
import dev.reroll.render.text.VisibleText;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a review as the body of a mail: a sentence, a table, what stands out, and the range-diff
 * as {@code git range-diff} prints it, under a heading that tools look for.
 */
public final class ReviewMail {
  private static final int MAX_ROWS = 200;

  private final Review review;
  private final Frame frame;
  private final List<Entry> entries;
  private final Map<Integer, PatchReview> byAfter = new HashMap<>();
  private final Map<Integer, Octets> wholeTexts = new HashMap<>();

  /**
   * What stands around the review.
   *
   * @param template the layout
   * @param page where the comparison can be seen as a page
   * @param command what shows the whole comparison
   * @param slots whether there is room for a note under each patch
   * @param interdiff how the end results differ, where that is asked for
   */
  public record Frame(
      MailTemplate template,
      Optional<String> page,
      String command,
      boolean slots,
      Optional<MailInterdiff> interdiff) {}

  /** Creates a mail about {@code review}. */
  public ReviewMail(Review review, Frame frame) {
    this.review = review;
    this.frame = frame;
    this.entries = review.rangeDiff().entries();
    for (PatchReview patch : review.patches()) {
      patch.after().ifPresent(side -> byAfter.put(side.ordinal(), patch));
    }
  }

  /**
   * Returns the entries that could be left out, as indices into the range-diff: the least
   * interesting first, of equally interesting ones the longest.
   */
  public List<Integer> byInterest() {
    List<Integer> order = new ArrayList<>();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Entry.Changed) {
        order.add(i);
        sizes.put(i, wholeText(i).length());
      }
    }
    order.sort(
        Comparator.comparing((Integer i) -> kind(entries.get(i)))
            .thenComparing(i -> -sizes.getOrDefault(i, 0)));
    return order;
  }

  private ChangeKind kind(Entry entry) {
    PatchReview patch =
        entry instanceof Entry.Changed pair ? byAfter.get(pair.after().ordinal()) : null;
    return patch == null ? ChangeKind.CODE : patch.kind();
  }

  /** Returns the body, without the differences of the entries {@code leftOut}. */
  public Octets text(Set<Integer> leftOut) {
    OctetBuilder diff = new OctetBuilder(1 << 16);
    for (int i = 0; i < entries.size(); i++) {
      diff.append(leftOut.contains(i) ? text(i, false) : wholeText(i));
      if (frame.slots()) {
        diff.append(NoteSlots.slot(name(entries.get(i))));
      }
    }
    return fill(diff.toOctets(), leftOutText(leftOut));
  }

  /** Returns the body for a comparison that is too long for any mail: without the range-diff. */
  public Octets brief() {
    String text =
        "The range-diff is too long for a mail; this shows it:\n  " + frame.command() + "\n";
    return fill(Octets.utf8(text), "");
  }

  private Octets fill(Octets diff, String leftOut) {
    MailFindings findings = new MailFindings(review);
    Map<MailTemplate.Place, Octets> values = new EnumMap<>(MailTemplate.Place.class);
    String before = review.before().label().toString();
    String after = review.after().label().toString();
    String sentence = after + " against " + before + ": " + review.summary().sentence();
    values.put(MailTemplate.Place.SENTENCE, Octets.utf8(VisibleText.of(sentence) + ".\n"));
    String unseen = findings.unseen();
    String table = new MailTable(review).text(MAX_ROWS) + (unseen.isEmpty() ? "" : "\n" + unseen);
    values.put(MailTemplate.Place.TABLE, Octets.utf8(table));
    values.put(MailTemplate.Place.TAGS, Octets.utf8(findings.tags()));
    values.put(MailTemplate.Place.COMMENTS, Octets.utf8(findings.comments()));
    values.put(MailTemplate.Place.LEFT_OUT, Octets.utf8(leftOut));
    values.put(
        MailTemplate.Place.PAGE,
        Octets.utf8(frame.page().map(page -> "As a page: " + page + "\n").orElse("")));
    frame
        .interdiff()
        .ifPresent(part -> values.put(MailTemplate.Place.INTERDIFF, part.text(before)));
    values.put(MailTemplate.Place.BEFORE, Octets.utf8(before));
    values.put(MailTemplate.Place.AFTER, Octets.utf8(after));
    values.put(MailTemplate.Place.TITLE, Octets.utf8(VisibleText.of(review.after().title())));
    values.put(MailTemplate.Place.RANGE_DIFF, diff);
    return frame.template().fill(values);
  }

  private String leftOutText(Set<Integer> leftOut) {
    if (leftOut.isEmpty()) {
      return "";
    }
    List<String> names = leftOut.stream().sorted().map(i -> name(entries.get(i))).toList();
    String which = names.size() > 20 ? names.size() + " patches" : String.join(", ", names);
    return "Left out, to keep this mail short: "
        + which
        + ". This shows all:\n  "
        + frame.command()
        + "\n";
  }

  /** Names a patch as its subject does: {@code 2/4}. */
  private String name(Entry entry) {
    Optional<NumberedPatch> after = entry.afterSide();
    return after
        .map(side -> side.ordinal() + "/" + review.rangeDiff().afterCount())
        .orElse("a dropped patch");
  }

  private Octets wholeText(int index) {
    return wholeTexts.computeIfAbsent(index, i -> text(i, true));
  }

  private Octets text(int index, boolean bodies) {
    RangeDiff whole = review.rangeDiff();
    RangeDiff one =
        new RangeDiff(whole.beforeCount(), whole.afterCount(), List.of(entries.get(index)));
    TextOptions plain = TextOptions.PLAIN;
    TextOptions options =
        new TextOptions(
            plain.palette(),
            plain.dual(),
            plain.whitespace(),
            plain.filter(),
            plain.abbrev(),
            bodies,
            true,
            true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RangeDiffText.write(one, options, out);
    } catch (IOException memoryDoesNotFail) {
      throw new UncheckedIOException(memoryDoesNotFail);
    }
    return Octets.wrap(out.toByteArray());
  }
}
