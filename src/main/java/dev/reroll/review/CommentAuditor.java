package dev.reroll.review;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.MessageId;
import dev.reroll.rangediff.Side;
import dev.reroll.review.CommentAudit.Comment;
import dev.reroll.review.CommentAudit.Fate;
import dev.reroll.review.CommentAudit.Place;
import dev.reroll.series.Conversation.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Follows each comment on a line of the older version into the newer one.
 *
 * <p>A comment is what somebody other than the author says right below a quoted line of the patch.
 * What is said below anything else, such as other people's words, is left to the thread.
 */
final class CommentAuditor {
  private final Material material;
  private final List<PatchSource> before;
  private final List<PatchSource> after;
  private final AuthorAnswers authorAnswers;
  private final List<Comment> comments = new ArrayList<>();

  private CommentAuditor(Material material, Sources sources) {
    this.material = material;
    this.before = sources.before();
    this.after = sources.after();
    this.authorAnswers = new AuthorAnswers(material);
  }

  /** The patches of both versions as text. */
  record Sources(List<PatchSource> before, List<PatchSource> after) {}

  static CommentAudit audit(Material material, List<PatchReview> patches, Sources sources) {
    CommentAuditor auditor = new CommentAuditor(material, sources);
    patches.forEach(auditor::audit);
    auditor.comments.sort(
        Comparator.comparingInt((Comment comment) -> comment.place().ordinal())
            .thenComparing(comment -> comment.place().path())
            .thenComparingInt(comment -> comment.place().line().orElse(0)));
    return new CommentAudit(auditor.comments);
  }

  private void audit(PatchReview patch) {
    Optional<MessageId> topic = patch.mails().before().flatMap(mail -> mail.envelope().id());
    List<Answer> answers =
        topic.map(id -> material.talk().conversation().about(id)).orElse(List.of());
    if (answers.isEmpty()) {
      return;
    }
    int ordinal = patch.before().map(Side::ordinal).orElseThrow();
    MessageText message = MessageText.of(patch.mails().before().orElseThrow());
    QuotedPlace places = new QuotedPlace(before.get(ordinal - 1), message);
    for (Answer answer : answers) {
      if (!authorAnswers.isAuthor(answer.reply().envelope())) {
        audit(patch, answer, places);
      }
    }
  }

  private void audit(PatchReview patch, Answer answer, QuotedPlace places) {
    Envelope mail = answer.reply().envelope();
    List<QuotedComment> said = QuotedComment.in(ReplyText.of(answer.reply().text()), mail);
    for (QuotedComment comment : said) {
      Optional<QuotedPlace.Spot> spot = places.find(comment);
      if (spot.isPresent()) {
        Judged judged = judge(patch, spot.get());
        comments.add(
            new Comment(
                mail,
                judged.place(),
                comment.said().get(0),
                comment.said().size(),
                judged.fate(),
                judged.now(),
                authorAnswers.find(mail, comment, said.size())));
      }
    }
  }

  /** A line, what became of it, and where it is now. */
  private record Judged(Place place, Fate fate, Optional<Place> now) {}

  private Judged judge(PatchReview patch, QuotedPlace.Spot spot) {
    int ordinal = patch.before().map(Side::ordinal).orElseThrow();
    if (spot.path().isEmpty()) {
      return judgeMessage(patch, ordinal, spot.index());
    }
    List<SourceFile.Line> lines = lines(before.get(ordinal - 1), spot.path());
    SourceFile.Line line = lines.get(spot.index());
    Place place = place(ordinal, spot.path(), line);
    Optional<Side> partner = patch.after();
    if (partner.isPresent()) {
      List<SourceFile.Line> current = lines(after.get(partner.get().ordinal() - 1), spot.path());
      LineFate fate = LineFate.of(lines, spot, current);
      Optional<Place> now =
          fate.index().map(i -> place(partner.get().ordinal(), spot.path(), current.get(i)));
      if (now.isPresent() || fate.fate() == Fate.CHANGED) {
        return new Judged(place, fate.fate(), now);
      }
    }
    return elsewhere(place);
  }

  /** Looks for a line that says enough in all new patches, first in the same file. */
  private Judged elsewhere(Place place) {
    if (place.sign() == ' ') {
      return new Judged(place, Fate.NOT_SHOWN, Optional.empty());
    }
    String key = QuotedPlace.key(place.sign() + place.text());
    List<Place> found = LineFate.isDistinctive(key) ? everywhere(key) : List.of();
    List<Place> inFile = found.stream().filter(p -> p.path().equals(place.path())).toList();
    List<Place> best = inFile.isEmpty() ? found : inFile;
    Optional<Place> now = best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    return new Judged(place, best.isEmpty() ? Fate.GONE : Fate.MOVED, now);
  }

  private List<Place> everywhere(String key) {
    List<Place> found = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      int ordinal = i + 1;
      after.get(i).files().forEach((path, file) -> collect(key, ordinal, file.source(), found));
    }
    return found;
  }

  private static void collect(String key, int ordinal, SourceFile file, List<Place> found) {
    for (SourceFile.Line line : file.lines()) {
      if (line.isChanged() && QuotedPlace.key(line.signed()).equals(key)) {
        found.add(place(ordinal, file.path(), line));
      }
    }
  }

  private Judged judgeMessage(PatchReview patch, int ordinal, int index) {
    String text = MessageText.of(patch.mails().before().orElseThrow()).prose().get(index);
    Place place = new Place(ordinal, "", OptionalInt.empty(), ' ', text);
    Optional<PatchMail> current = patch.mails().after();
    List<String> prose = current.map(mail -> MessageText.of(mail).prose()).orElse(List.of());
    int newOrdinal = patch.after().map(Side::ordinal).orElse(0);
    if (prose.contains(text)) {
      return new Judged(
          place,
          Fate.UNCHANGED,
          Optional.of(new Place(newOrdinal, "", OptionalInt.empty(), ' ', text)));
    }
    Optional<String> like =
        prose.stream().filter(line -> LineFate.likeness(text, line) > 0.5).findFirst();
    return new Judged(
        place,
        like.isPresent() ? Fate.CHANGED : Fate.GONE,
        like.map(line -> new Place(newOrdinal, "", OptionalInt.empty(), ' ', line)));
  }

  private static List<SourceFile.Line> lines(PatchSource patch, String path) {
    PatchSource.Changed file = patch.files().get(path);
    return file == null ? List.of() : file.source().lines();
  }

  private static Place place(int ordinal, String path, SourceFile.Line line) {
    return new Place(ordinal, path, OptionalInt.of(line.number()), line.sign(), line.text());
  }
}
