package dev.reroll.render.review;

import dev.reroll.mail.Envelope;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.review.result.ChangelogCheck;
import dev.reroll.review.result.CommentAudit;
import dev.reroll.review.result.CommentAudit.Comment;
import dev.reroll.review.result.CommentAudit.Place;
import dev.reroll.review.result.CommentAudit.Verdict;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.TagAudit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what goes across patches: moved hunks, tags, comments, and the author's word. */
final class ReviewAudits {
  /** The indent of what people said. */
  private static final String SAID = "        ";

  /** Narrower than elsewhere: code in a comment is short of room. */
  private static final String TAB = "    ";

  /** A line that was broken by an editor has at least so many characters. */
  private static final int MIN_BROKEN = 45;

  /** Enough for the lines of an excerpt, which are joined here. */
  private static final int LINES_OF_PARAGRAPH = CommentAudit.Words.EXCERPT_LINES;

  private final Review review;
  private final ReviewOptions options;
  private final ReviewPage page;

  ReviewAudits(Review review, ReviewOptions options, ReviewPage page) {
    this.review = review;
    this.options = options;
    this.page = page;
  }

  void write() {
    tags();
    comments();
    moves();
    changelog();
  }

  private void moves() {
    if (review.moves().isEmpty()) {
      return;
    }
    page.heading("Hunks that moved");
    review.moves().forEach(move -> page.wrapped(ColorSlot.CONTEXT, "    ", "  " + words(move)));
  }

  private static String words(HunkMove move) {
    String where = move.paths().size() == 1 ? move.paths().get(0) : move.paths().size() + " files";
    return move.kind()
        + " old "
        + joined(move.before())
        + " → new "
        + joined(move.after())
        + ": "
        + MoveText.share(move)
        + ", in "
        + where;
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void comments() {
    List<Comment> comments = review.comments().comments();
    if (comments.isEmpty()) {
      return;
    }
    page.heading("Comments on " + review.before().label() + " (" + counts(comments) + ")");
    List<Comment> shown =
        comments.stream()
            .filter(comment -> options.everything() || !comment.verdict().isSettled())
            .sorted(Comparator.comparing(Comment::verdict))
            .toList();
    int patch = -1;
    for (Comment comment : shown) {
      if (comment.place().ordinal() != patch) {
        patch = comment.place().ordinal();
        page.line(ColorSlot.FUNC, "  " + (patch == 0 ? "cover letter" : "patch " + title(patch)));
      }
      comment(comment);
    }
    folded(comments);
  }

  private void folded(List<Comment> comments) {
    List<Comment> folded =
        comments.stream()
            .filter(comment -> !options.everything() && comment.verdict().isSettled())
            .toList();
    if (!folded.isEmpty() && folded.size() < comments.size()) {
      page.line(ColorSlot.CONTEXT_DIMMED, "  (" + counts(folded) + ")");
    }
  }

  private static String counts(List<Comment> comments) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    comments.forEach(comment -> counts.merge(comment.verdict(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private String title(int ordinal) {
    return ordinal
        + ": "
        + review.before().patches().get(ordinal - 1).message().subject().toString();
  }

  private void comment(Comment comment) {
    place(comment);
    said(comment);
    comment.now().ifPresent(now -> now(comment, now));
    comment
        .answer()
        .ifPresent(
            answer ->
                page.wrapped(
                    ColorSlot.CONTEXT_DIMMED,
                    SAID,
                    "      " + name(answer.mail()) + " answered: " + excerpt(answer.said())));
  }

  private void place(Comment comment) {
    Place place = comment.place();
    ColorSlot color = color(comment.verdict());
    if (!place.isWhole()) {
      String where = place.path().isEmpty() ? "commit message" : spot(place);
      page.line(
          line ->
              line.add(color, "    " + verdict(comment))
                  .add(ColorSlot.CONTEXT, ", " + where)
                  .add(ColorSlot.CONTEXT_DIMMED, "  " + place.sign() + plain(place)));
      return;
    }
    boolean isQuoted = !place.text().isEmpty();
    page.line(
        line ->
            line.add(color, "    " + comment.verdict())
                .add(ColorSlot.CONTEXT, isQuoted ? ", on  " : ", on the whole")
                .add(ColorSlot.CONTEXT_DIMMED, isQuoted ? "> " + plain(place) : ""));
  }

  private static String verdict(Comment comment) {
    String fate =
        switch (comment.fate()) {
          case GONE, NOT_SHOWN, UNCERTAIN -> " (" + comment.fate() + ")";
          case CHANGED_AROUND -> " (around it)";
          default -> "";
        };
    return comment.verdict() + fate;
  }

  /** Writes the words of a comment: a robot's in one line, a person's in three, or all. */
  private void said(Comment comment) {
    List<String> lines =
        options.wholeComments() ? comment.said().lines() : comment.said().excerpt();
    boolean isReport = comment.verdict() == Verdict.REPORT && !options.wholeComments();
    List<String> shown = isReport ? lines.subList(0, 1) : lines;
    int more = isReport ? 0 : comment.said().lines().size() - shown.size();
    shown = paragraphs(shown);
    for (int i = 0; i < shown.size(); i++) {
      String begin = i == 0 ? "      " + name(comment.mail()) + ": " : SAID;
      String text = options.wholeComments() ? shown.get(i) : excerpt(shown.get(i));
      String plain = (i == 0 ? text.strip() : text).replace("\t", TAB);
      page.wrappedWords(begin, SAID, plain + (i + 1 == shown.size() ? more(more) : ""));
    }
  }

  /** Joins lines that an editor broke; lists and lines of code stay as they are. */
  private static List<String> paragraphs(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    String last = "";
    for (String line : lines) {
      boolean goesOn =
          last.length() >= MIN_BROKEN
              && ":;{},>".indexOf(last.charAt(last.length() - 1)) < 0
              && (Character.isLetterOrDigit(line.charAt(0)) || "('\"".indexOf(line.charAt(0)) >= 0)
              && ";{}".indexOf(line.charAt(line.length() - 1)) < 0;
      if (goesOn) {
        int end = paragraphs.size() - 1;
        paragraphs.set(end, paragraphs.get(end) + " " + line);
      } else {
        paragraphs.add(line);
      }
      last = line;
    }
    return paragraphs;
  }

  /** Cuts a paragraph that its mail holds as one line. */
  private String excerpt(String line) {
    int most = LINES_OF_PARAGRAPH * page.width();
    return line.length() <= most ? line : line.substring(0, most) + "..";
  }

  private void now(Comment comment, Place now) {
    switch (comment.fate()) {
      case CHANGED -> page.line(ColorSlot.NEW, "      now: " + changed(comment.place(), now));
      case MOVED -> page.line(ColorSlot.COMMIT, "      now: " + patch(now));
      case UNCERTAIN -> {
        String text = "  " + now.sign() + plain(now);
        page.line(ColorSlot.COMMIT, "      probably now: " + patch(now) + text);
      }
      default -> {}
    }
  }

  private static String changed(Place place, Place now) {
    if (now.sign() != place.sign()) {
      return now.sign() + plain(now);
    }
    return plain(now).equals(plain(place)) ? "other white space" : plain(now);
  }

  private static String plain(Place place) {
    return place.text().strip().replaceAll("\\s+", " ");
  }

  private static String patch(Place now) {
    return "patch " + now.ordinal() + (now.path().isEmpty() ? "" : ", " + spot(now));
  }

  private static String more(int more) {
    return more == 0 ? "" : " (+" + more + (more == 1 ? " line)" : " lines)");
  }

  private static String spot(Place place) {
    return place.path() + (place.line().isPresent() ? ":" + place.line().getAsInt() : "");
  }

  private static ColorSlot color(Verdict verdict) {
    return switch (verdict) {
      case PROMISED, OPEN -> ColorSlot.OLD_BOLD;
      case CHANGED, DONE, DROPPED -> ColorSlot.NEW;
      default -> ColorSlot.COMMIT;
    };
  }

  private static String name(Envelope mail) {
    return mail.from().name().isEmpty() ? mail.from().address() : mail.from().name();
  }

  private void tags() {
    Map<TagAudit.Fate, List<TagAudit.Finding>> byFate =
        review.tags().findings().stream()
            .collect(
                Collectors.groupingBy(
                    TagAudit.Finding::fate, LinkedHashMap::new, Collectors.toList()));
    if (byFate.isEmpty()) {
      return;
    }
    page.heading("Tags");
    for (TagAudit.Fate fate : TagAudit.Fate.values()) {
      List<TagAudit.Finding> findings = byFate.getOrDefault(fate, List.of());
      if (!findings.isEmpty()) {
        tags(fate, findings);
      }
    }
  }

  /** Writes one line for each tag of each person, with the patches that it is for. */
  private void tags(TagAudit.Fate fate, List<TagAudit.Finding> findings) {
    page.line(fate.standsOut() ? ColorSlot.OLD_BOLD : ColorSlot.FUNC, "  " + fate);
    Map<String, List<TagAudit.Finding>> byTag =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> words(finding), LinkedHashMap::new, Collectors.toList()));
    byTag.forEach(
        (tag, of) -> page.wrapped(ColorSlot.CONTEXT, "      ", "    " + tag + ": " + patches(of)));
  }

  private static String words(TagAudit.Finding finding) {
    String who = finding.tag().person().map(person -> person.name()).orElse(finding.tag().value());
    return finding.tag().key() + " " + who;
  }

  private String patches(List<TagAudit.Finding> findings) {
    return findings.stream()
        .map(finding -> number(finding.patch()) + (finding.forSeries() ? "*" : ""))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String number(PatchReview patch) {
    return patch
        .after()
        .map(side -> String.valueOf(side.ordinal()))
        .orElseGet(() -> patch.before().orElseThrow().ordinal() + " of " + review.before().label());
  }

  private void changelog() {
    List<ChangelogCheck.Finding> findings = review.changelog().findings();
    if (findings.isEmpty()) {
      return;
    }
    page.heading("Changelog");
    for (ChangelogCheck.Finding finding : findings) {
      String patch = "  patch " + number(finding.patch()) + ", " + finding.patch().title() + ": ";
      String words =
          finding.kind() == ChangelogCheck.Kind.NOT_MENTIONED
              ? "the code changed, but is not mentioned in any changelog"
              : "the diff is the same, but the changelog mentions it: " + finding.line();
      page.wrapped(ColorSlot.CONTEXT, "    ", patch + words);
    }
  }
}
