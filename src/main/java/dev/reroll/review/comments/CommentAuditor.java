package dev.reroll.review.comments;

import dev.reroll.mail.Envelope;
import dev.reroll.message.MessageId;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.comments.VerdictRules.Facts;
import dev.reroll.review.comments.VerdictRules.PatchFate;
import dev.reroll.review.material.Material;
import dev.reroll.review.material.MessageText;
import dev.reroll.review.material.ReplyText;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.CommentAudit;
import dev.reroll.review.result.CommentAudit.Comment;
import dev.reroll.review.result.CommentAudit.Evidence;
import dev.reroll.review.result.CommentAudit.Fate;
import dev.reroll.review.result.CommentAudit.Place;
import dev.reroll.review.result.CommentAudit.Ruling;
import dev.reroll.review.result.CommentAudit.Verdict;
import dev.reroll.review.result.PatchReview;
import dev.reroll.series.Conversation.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Follows each comment on a line of the older version into the newer one.
 *
 * <p>A comment is what somebody other than the author says in answer to a patch or cover letter:
 * about the quoted line right above, and where that cannot be told, about the whole of it. What is
 * said below other people's words, in answer to them, is left to the thread, and so is that
 * somebody took the patches.
 */
public final class CommentAuditor {
  private static final int NEIGHBOURS = 4;

  /** Of so many lines above the last one, the comment is about all that is quoted. */
  private static final int LONG_QUOTE = 6;

  private final Material material;
  private final List<PatchSource> before;
  private final List<PatchSource> after;
  private final AuthorAnswers authorAnswers;
  private final LineSearch search;
  private final MessageFate messages;
  private final List<Comment> comments = new ArrayList<>();

  private CommentAuditor(Material material, List<PatchReview> patches, PatchSource.Both sources) {
    this.material = material;
    this.before = sources.before();
    this.after = sources.after();
    this.authorAnswers = new AuthorAnswers(material);
    boolean isWhole = material.after().isWhole();
    this.search = new LineSearch(sources, partners(patches), isWhole);
    this.messages =
        new MessageFate(
            material.after().version().patches().stream()
                .map(mail -> MessageText.of(mail).prose())
                .toList(),
            isWhole);
  }

  /** Returns the numbers of the old patches by those of their new ones. */
  private static Map<Integer, Integer> partners(List<PatchReview> patches) {
    Map<Integer, Integer> partners = new HashMap<>();
    for (PatchReview patch : patches) {
      Optional<NumberedPatch> now = patch.after();
      patch
          .before()
          .ifPresent(old -> now.ifPresent(side -> partners.put(side.ordinal(), old.ordinal())));
    }
    return partners;
  }

  /** Follows all comments, and returns them in the order of what they are about. */
  public static CommentAudit audit(
      Material material, List<PatchReview> patches, PatchSource.Both sources) {
    CommentAuditor auditor = new CommentAuditor(material, patches, sources);
    auditor.auditCover();
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
    int ordinal = patch.before().map(NumberedPatch::ordinal).orElseThrow();
    MessageText message = MessageText.of(patch.mails().before().orElseThrow());
    QuotedPlace places = new QuotedPlace(before.get(ordinal - 1), message);
    for (Answer answer : answers) {
      if (!authorAnswers.isAuthor(answer.reply().envelope())) {
        audit(patch, answer, places);
      }
    }
  }

  /** Takes what is said in answer to the cover letter for comments on the whole series. */
  private void auditCover() {
    Optional<MessageId> topic =
        material.before().version().cover().flatMap(cover -> cover.envelope().id());
    List<Answer> answers =
        topic.map(id -> material.talk().conversation().about(id)).orElse(List.of());
    for (Answer answer : answers) {
      Envelope mail = answer.reply().envelope();
      if (!authorAnswers.isAuthor(mail) && answer.parent().equals(answer.topic())) {
        List<QuotedComment> said = comments(answer);
        for (QuotedComment comment : said) {
          addUnplaced(new Said(mail, comment, said.size()), PatchFate.COVER, 0);
        }
      }
    }
  }

  private void audit(PatchReview patch, Answer answer, QuotedPlace places) {
    Envelope mail = answer.reply().envelope();
    List<QuotedComment> said = comments(answer);
    int ordinal = patch.before().map(NumberedPatch::ordinal).orElseThrow();
    for (QuotedComment comment : said) {
      Said one = new Said(mail, comment, said.size());
      Optional<QuotedPlace.Spot> spot =
          CommentWords.isRobot(mail) ? Optional.empty() : places.find(comment);
      if (spot.isPresent()) {
        Place place = place(patch, spot.get());
        Judgement judgement = judge(patch, spot.get(), place);
        add(
            one,
            new Facts(
                place,
                judgement.fate(),
                judgement.now(),
                fate(patch),
                standsProposed(comment, patch),
                haveNamesCome(comment, patch),
                isQuotedChanged(patch, spot.get(), ordinal)));
      } else if (answer.parent().equals(answer.topic())) {
        addUnplaced(one, fate(patch), ordinal);
      }
    }
  }

  /** Returns the comments of an answer; a robot's are one. */
  private static List<QuotedComment> comments(Answer answer) {
    Envelope mail = answer.reply().envelope();
    List<QuotedComment> said = QuotedComment.in(ReplyText.of(answer.reply().text()), mail);
    return CommentWords.isRobot(mail) ? QuotedComment.joined(said) : said;
  }

  private static PatchFate fate(PatchReview patch) {
    if (patch.after().isEmpty()) {
      return PatchFate.DROPPED;
    }
    boolean isSame = patch.kind().isNoise() || patch.kind() == ChangeKind.TAGS;
    return isSame ? PatchFate.SAME : PatchFate.CHANGED;
  }

  private boolean standsProposed(QuotedComment comment, PatchReview patch) {
    if (comment.proposed().isEmpty() || patch.after().isEmpty()) {
      return false;
    }
    PatchSource old = before.get(patch.before().orElseThrow().ordinal() - 1);
    PatchSource current = after.get(patch.after().orElseThrow().ordinal() - 1);
    return ProposedLines.stand(comment.proposed(), old, current);
  }

  private boolean haveNamesCome(QuotedComment comment, PatchReview patch) {
    if (patch.after().isEmpty() || fate(patch) == PatchFate.SAME) {
      return false;
    }
    PatchSource old = before.get(patch.before().orElseThrow().ordinal() - 1);
    PatchSource current = after.get(patch.after().orElseThrow().ordinal() - 1);
    return ProposedLines.haveCome(CommentWords.codeNames(comment), old, current);
  }

  /** Whether any line of a long quote changed. */
  private boolean isQuotedChanged(PatchReview patch, QuotedPlace.Spot spot, int ordinal) {
    if (spot.path().isEmpty() || spot.quotedAbove() < LONG_QUOTE || patch.after().isEmpty()) {
      return false;
    }
    int partner = patch.after().orElseThrow().ordinal();
    List<SourceFile.Line> old = lines(before.get(ordinal - 1), spot.path());
    List<SourceFile.Line> current = lines(after.get(partner - 1), spot.path());
    int first = spot.index() - spot.quotedAbove();
    return LineFate.isChanged(old, first, spot.index() + 1, current);
  }

  /** One of {@code count} comments in {@code mail}. */
  private record Said(Envelope mail, QuotedComment comment, int count) {}

  /** Adds a comment on a whole patch, or on the cover letter, whose ordinal is 0. */
  private void addUnplaced(Said said, PatchFate patch, int ordinal) {
    QuotedComment comment = said.comment();
    if (!comment.isReceipt()) {
      String quote =
          comment.quote().isEmpty() ? "" : comment.quote().get(comment.quote().size() - 1);
      boolean saysWhere = quote.chars().anyMatch(Character::isLetterOrDigit);
      Place place = Place.whole(ordinal, saysWhere ? quote.strip() : "");
      add(said, new Facts(place, Fate.NOT_TRACEABLE, Optional.empty(), patch, false, false, false));
    }
  }

  private void add(Said said, Facts facts) {
    QuotedComment comment = said.comment();
    Optional<AuthorAnswers.Found> answer = authorAnswers.find(said.mail(), comment, said.count());
    Ruling ruling =
        CommentWords.isRobot(said.mail())
            ? new Ruling(Verdict.REPORT, Evidence.PATCH)
            : VerdictRules.judge(comment, facts, answer);
    comments.add(
        new Comment(
            said.mail(),
            facts.place(),
            new CommentAudit.Words(comment.said(), CommentWords.firstTelling(comment)),
            facts.fate(),
            facts.now(),
            answer.map(AuthorAnswers.Found::first),
            ruling));
  }

  private Judgement judge(PatchReview patch, QuotedPlace.Spot spot, Place place) {
    Optional<NumberedPatch> partner = patch.after();
    OptionalInt ordinal = partner.map(s -> OptionalInt.of(s.ordinal())).orElse(OptionalInt.empty());
    if (spot.path().isEmpty()) {
      return messages.judge(message(patch), spot, ordinal);
    }
    if (spot.isBelowAll()) {
      return Judgement.of(Fate.AT_THE_END);
    }
    PatchSource patchBefore = before.get(place.ordinal() - 1);
    List<SourceFile.Line> old = lines(patchBefore, spot.path());
    if (partner.isPresent()) {
      PatchSource patchAfter = after.get(ordinal.getAsInt() - 1);
      List<SourceFile.Line> current = lines(patchAfter, spot.path());
      LineFate fate = LineFate.of(old, spot, current);
      if (fate.fate() == Fate.UNCHANGED
          && (isDamaged(patchBefore, spot.path(), spot.index())
              || isDamaged(patchAfter, spot.path(), fate.index().orElseThrow()))) {
        return Judgement.of(Fate.NOT_TRACEABLE);
      }
      if (fate.index().isPresent()) {
        SourceFile.Line now = current.get(fate.index().get());
        return Judgement.of(fate.fate(), LineSearch.place(ordinal.getAsInt(), spot.path(), now));
      }
    }
    int first = Math.max(0, spot.index() - NEIGHBOURS);
    int last = Math.min(old.size(), spot.index() + 1 + NEIGHBOURS);
    return search.find(place, old.subList(first, last));
  }

  private Place place(PatchReview patch, QuotedPlace.Spot spot) {
    int ordinal = patch.before().map(NumberedPatch::ordinal).orElseThrow();
    if (spot.path().isEmpty()) {
      return new Place(ordinal, "", OptionalInt.empty(), ' ', message(patch).get(spot.index()));
    }
    List<SourceFile.Line> lines = lines(before.get(ordinal - 1), spot.path());
    return LineSearch.place(ordinal, spot.path(), lines.get(spot.index()));
  }

  private static List<String> message(PatchReview patch) {
    return MessageText.of(patch.mails().before().orElseThrow()).prose();
  }

  /** Whether lines are missing around the line, so that nobody knows what changed there. */
  private static boolean isDamaged(PatchSource patch, String path, int index) {
    PatchSource.Changed file = patch.files().get(path);
    return file != null && file.source().isDamagedAt(index);
  }

  private static List<SourceFile.Line> lines(PatchSource patch, String path) {
    PatchSource.Changed file = patch.files().get(path);
    return file == null ? List.of() : file.source().lines();
  }

  /** What became of a place, and where it is now. */
  record Judgement(Fate fate, Optional<Place> now) {
    static Judgement of(Fate fate) {
      return new Judgement(fate, Optional.empty());
    }

    static Judgement of(Fate fate, Place now) {
      return new Judgement(fate, Optional.of(now));
    }
  }
}
