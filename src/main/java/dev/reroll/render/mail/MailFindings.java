package dev.reroll.render.mail;

import dev.reroll.patch.UnseenChanges.UnseenChange;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.render.text.VisibleText;
import dev.reroll.review.result.CommentAudit;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import dev.reroll.review.result.TagAudit;
import java.util.ArrayList;
import java.util.List;

/** Writes what a reviewer asks first: which tags were lost, and which comments are open. */
final class MailFindings {
  /** More of them would be a mail of its own. */
  private static final int MAX_LINES = 12;

  private static final int WIDTH = MailTable.WIDTH;

  private final Review review;

  MailFindings(Review review) {
    this.review = review;
  }

  /** Returns the tags that are missing or out of date; empty where there are none. */
  String tags() {
    return list(
            "Tags lost, though the patch does the same:", lines(TagAudit.Fate.DROPPED_ON_SAME_CODE))
        + list(
            "Tags kept, although the code changed since they were given:",
            lines(TagAudit.Fate.KEPT_ON_CHANGED_CODE));
  }

  private List<String> lines(TagAudit.Fate fate) {
    List<String> lines = new ArrayList<>();
    for (TagAudit.Finding finding : review.tags().findings()) {
      if (finding.fate() == fate) {
        lines.add(place(finding.patch()) + "  " + VisibleText.of(finding.tag().toString()));
      }
    }
    return lines;
  }

  /** Returns what changed and the range-diff does not show; empty where there is nothing. */
  String unseen() {
    List<String> lines = new ArrayList<>();
    for (PatchReview patch : review.patches()) {
      for (UnseenChange change : patch.unseen()) {
        lines.add(place(patch) + "  " + VisibleText.of(change.sentence()));
      }
    }
    return list("Changed in what git range-diff does not compare:", lines);
  }

  /** Returns the comments on which only a promise was made, and those that are open. */
  String comments() {
    return list("Promised, but the lines did not change:", lines(CommentAudit.Verdict.PROMISED))
        + list(
            "Comments without a reply, on lines that did not change:",
            lines(CommentAudit.Verdict.OPEN));
  }

  private List<String> lines(CommentAudit.Verdict verdict) {
    List<String> lines = new ArrayList<>();
    for (CommentAudit.Comment comment : review.comments().comments()) {
      if (comment.verdict() == verdict) {
        lines.add(line(comment));
      }
    }
    return lines;
  }

  private String line(CommentAudit.Comment comment) {
    String said = comment.mail().from().name() + ": " + comment.said().excerpt().get(0).strip();
    return VisibleText.of(place(comment.now().orElse(comment.place())))
        + "\n    "
        + MailTable.clipped(VisibleText.of(said), WIDTH - 4);
  }

  private String place(CommentAudit.Place place) {
    if (place.ordinal() == 0) {
      return "cover letter";
    }
    String line = place.line().isPresent() ? ":" + place.line().getAsInt() : "";
    String file = place.path().isEmpty() ? "message" : place.path() + line;
    return place.ordinal() + "/" + review.rangeDiff().afterCount() + "  " + file;
  }

  private String place(PatchReview patch) {
    int total = review.rangeDiff().afterCount();
    return patch
        .after()
        .map(NumberedPatch::ordinal)
        .map(ordinal -> ordinal + "/" + total)
        .orElse("-");
  }

  private static String list(String heading, List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(heading).append('\n');
    for (String line : lines.subList(0, Math.min(MAX_LINES, lines.size()))) {
      text.append("  ").append(line).append('\n');
    }
    if (lines.size() > MAX_LINES) {
      text.append("  and ").append(lines.size() - MAX_LINES).append(" more\n");
    }
    return text.toString();
  }
}
