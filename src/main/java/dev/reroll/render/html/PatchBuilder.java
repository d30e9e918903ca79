package dev.reroll.render.html;

import dev.reroll.mail.PatchMail;
import dev.reroll.render.html.page.PageFact;
import dev.reroll.render.html.page.PageLink;
import dev.reroll.render.html.page.PagePatch;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.CommentAudit.Comment;
import dev.reroll.review.result.HunkMove;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds what a page shows of one patch, or of a pair. */
final class PatchBuilder {
  private final Review review;
  private final TextReader reader;
  private final FactBuilder facts;
  private final BodyBuilder bodies;

  PatchBuilder(Review review, TextReader reader, FactBuilder facts, BodyBuilder bodies) {
    this.review = review;
    this.reader = reader;
    this.facts = facts;
    this.bodies = bodies;
  }

  PagePatch build(PatchReview patch) {
    String id = PatchAnchors.of(patch);
    boolean open = patch.sign() == '!' || patch.sign() == '>';
    List<PageFact> all = new ArrayList<>();
    all.add(new PageFact("Mail", List.of(mails(patch.mails()))));
    all.addAll(facts.of(patch));
    return new PagePatch(head(patch, id), open, all, bodies.build(patch, id));
  }

  private PageFact.Item mails(PatchReview.Mails mails) {
    List<PageLink> links = new ArrayList<>();
    link(mails.before(), review.before().label().toString()).ifPresent(links::add);
    link(mails.after(), review.after().label().toString()).ifPresent(links::add);
    String author =
        mails
            .after()
            .or(mails::before)
            .flatMap(PatchMail::author)
            .map(person -> person.name())
            .orElse("");
    return new PageFact.Item("", false, reader.read(author), List.of(), links);
  }

  private Optional<PageLink> link(Optional<PatchMail> mail, String words) {
    return mail.map(found -> facts.mail(found.envelope(), words));
  }

  private PagePatch.Head head(PatchReview patch, String id) {
    return new PagePatch.Head(
        id,
        state(patch.sign()),
        String.valueOf(patch.sign()),
        patch.before().map(side -> String.valueOf(side.ordinal())).orElse(""),
        patch.after().map(side -> String.valueOf(side.ordinal())).orElse(""),
        reader.read(patch.after().or(patch::before).orElseThrow().patch().subject()),
        kinds(patch),
        patch.lines().total() == 0 ? "" : patch.lines().toString(),
        notes(patch));
  }

  static String state(char sign) {
    return switch (sign) {
      case '=' -> "same";
      case '!' -> "changed";
      case '<' -> "gone";
      default -> "new";
    };
  }

  private static List<String> kinds(PatchReview patch) {
    List<String> kinds = new ArrayList<>();
    for (ChangeKind kind : patch.sortedKinds()) {
      if (kind != ChangeKind.IDENTICAL) {
        kinds.add(kind.toString());
      }
    }
    return kinds;
  }

  private List<PagePatch.Note> notes(PatchReview patch) {
    List<PagePatch.Note> notes = new ArrayList<>();
    tagNotes(patch, notes);
    commentNote(FactBuilder.comments(review, patch), notes);
    for (HunkMove move : review.moves()) {
      boolean isFrom =
          patch.before().map(side -> move.before().contains(side.ordinal())).orElse(false);
      boolean isTo = patch.after().map(side -> move.after().contains(side.ordinal())).orElse(false);
      if (isFrom || isTo) {
        notes.add(new PagePatch.Note(move.kind().toString(), false));
      }
    }
    return notes.stream().distinct().toList();
  }

  private void tagNotes(PatchReview patch, List<PagePatch.Note> notes) {
    long gained = patch.tags().gained().size();
    long lost = patch.tags().lost().size();
    if (gained + lost > 0) {
      String words =
          (gained > 0 ? "+" + gained : "")
              + (gained * lost > 0 ? " " : "")
              + (lost > 0 ? "−" + lost : "");
      notes.add(new PagePatch.Note("tags " + words, lost > 0));
    }
  }

  private static void commentNote(List<Comment> comments, List<PagePatch.Note> notes) {
    if (!comments.isEmpty()) {
      boolean open = comments.stream().anyMatch(comment -> comment.verdict().isPending());
      notes.add(
          new PagePatch.Note(
              comments.size() == 1 ? "1 comment" : comments.size() + " comments", open));
    }
  }
}
