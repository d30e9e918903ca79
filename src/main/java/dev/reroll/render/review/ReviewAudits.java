package dev.reroll.render.review;

import dev.reroll.mail.Envelope;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.review.result.ChangelogCheck;
import dev.reroll.review.result.CommentAudit.Comment;
import dev.reroll.review.result.CommentAudit.Fate;
import dev.reroll.review.result.CommentAudit.Place;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.TagAudit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what goes across patches: moved hunks, tags, comments, and the author's word. */
final class ReviewAudits {
  private final Review review;
  private final ReviewPage page;

  ReviewAudits(Review review, ReviewPage page) {
    this.review = review;
    this.page = page;
  }

  void write() {
    moves();
    comments();
    tags();
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
    int patch = -1;
    for (Comment comment : comments) {
      if (comment.place().ordinal() != patch) {
        patch = comment.place().ordinal();
        page.line(ColorSlot.FUNC, "  " + (patch == 0 ? "cover letter" : "patch " + title(patch)));
      }
      comment(comment);
    }
  }

  private static String counts(List<Comment> comments) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Fate fate : Fate.values()) {
      for (Comment comment : comments) {
        if (comment.fate() == fate && !comment.place().isWhole()) {
          counts.merge(fate.toString(), 1, Integer::sum);
        }
      }
    }
    int whole = (int) comments.stream().filter(comment -> comment.place().isWhole()).count();
    if (whole > 0) {
      counts.put("without a line", whole);
    }
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
    Place place = comment.place();
    String where = place.path().isEmpty() ? "commit message" : spot(place);
    if (place.isWhole()) {
      boolean isQuoted = !place.text().isEmpty();
      page.line(
          line ->
              line.add(ColorSlot.CONTEXT, isQuoted ? "    on  " : "    on the whole")
                  .add(ColorSlot.CONTEXT_DIMMED, isQuoted ? "> " + plain(place) : ""));
    } else {
      page.line(
          line ->
              line.add(color(comment.fate()), "    " + comment.fate())
                  .add(ColorSlot.CONTEXT, ", " + where)
                  .add(ColorSlot.CONTEXT_DIMMED, "  " + place.sign() + plain(place)));
    }
    page.line(
        line ->
            line.add(ColorSlot.CONTEXT_BOLD, "      " + name(comment.mail()))
                .add(ColorSlot.CONTEXT, ": " + comment.said() + more(comment)));
    comment.now().ifPresent(now -> now(comment, now));
    comment
        .answer()
        .ifPresent(
            answer ->
                page.line(
                    line ->
                        line.add(ColorSlot.CONTEXT_DIMMED, "      " + name(answer.mail()))
                            .add(ColorSlot.CONTEXT_DIMMED, " answered: " + answer.said())));
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

  private static String more(Comment comment) {
    int more = comment.lineCount() - 1;
    return more == 0 ? "" : " (+" + more + (more == 1 ? " line)" : " lines)");
  }

  private static String spot(Place place) {
    return place.path() + (place.line().isPresent() ? ":" + place.line().getAsInt() : "");
  }

  private static ColorSlot color(Fate fate) {
    return switch (fate) {
      case UNCHANGED -> ColorSlot.OLD_BOLD;
      case CHANGED, GONE, CHANGED_AROUND -> ColorSlot.NEW;
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
