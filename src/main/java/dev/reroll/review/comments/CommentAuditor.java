package dev.reroll.review.comments;

import dev.reroll.mail.Envelope;
import dev.reroll.mail.Person;
import dev.reroll.message.MessageId;
import dev.reroll.rangediff.NumberedPatch;
import dev.reroll.review.code.PatchSource;
import dev.reroll.review.code.SourceFile;
import dev.reroll.review.material.Material;
import dev.reroll.review.material.MessageText;
import dev.reroll.review.material.ReplyText;
import dev.reroll.review.result.CommentAudit;
import dev.reroll.review.result.CommentAudit.Comment;
import dev.reroll.review.result.CommentAudit.Fate;
import dev.reroll.review.result.CommentAudit.Place;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.SamePerson;
import dev.reroll.series.Conversation;
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
        List<QuotedComment> said = QuotedComment.in(ReplyText.of(answer.reply().text()), mail);
        for (QuotedComment comment : said) {
          addUnplaced(0, new Said(mail, comment, said.size()));
        }
      }
    }
  }

  private void audit(PatchReview patch, Answer answer, QuotedPlace places) {
    Envelope mail = answer.reply().envelope();
    List<QuotedComment> said = QuotedComment.in(ReplyText.of(answer.reply().text()), mail);
    for (QuotedComment comment : said) {
      Optional<QuotedPlace.Spot> spot = places.find(comment);
      if (spot.isPresent()) {
        Place place = place(patch, spot.get());
        add(new Said(mail, comment, said.size()), place, judge(patch, spot.get(), place));
      } else if (answer.parent().equals(answer.topic())) {
        int ordinal = patch.before().map(NumberedPatch::ordinal).orElseThrow();
        addUnplaced(ordinal, new Said(mail, comment, said.size()));
      }
    }
  }

  /** One of {@code count} comments in {@code mail}. */
  private record Said(Envelope mail, QuotedComment comment, int count) {}

  /** Adds a comment on a whole patch, or on the cover letter, whose ordinal is 0. */
  private void addUnplaced(int ordinal, Said said) {
    QuotedComment comment = said.comment();
    if (!comment.isReceipt()) {
      String quote =
          comment.quote().isEmpty() ? "" : comment.quote().get(comment.quote().size() - 1);
      add(said, Place.whole(ordinal, quote.strip()), Judgement.of(Fate.NOT_TRACEABLE));
    }
  }

  private void add(Said said, Place place, Judgement judgement) {
    QuotedComment comment = said.comment();
    comments.add(
        new Comment(
            said.mail(),
            place,
            comment.said().get(0),
            comment.said().size(),
            judgement.fate(),
            judgement.now(),
            authorAnswers.find(said.mail(), comment, said.count())));
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

  /**
   * Finds what the author of the older version wrote back.
   *
   * <p>A comment is answered where the author's mail, sent in answer to that of the comment, quotes
   * its words and says something below; of a mail with one comment, where it says anything.
   */
  private static final class AuthorAnswers {
    private final Person author;
    private final Map<MessageId, List<Conversation.Answer>> byParent = new HashMap<>();

    AuthorAnswers(Material material) {
      author = material.before().version().sender();
      for (Conversation.Answer answer :
          material.talk().conversation().about(material.before().version())) {
        if (isAuthor(answer.reply().envelope())) {
          byParent.computeIfAbsent(answer.parent(), id -> new ArrayList<>()).add(answer);
        }
      }
    }

    boolean isAuthor(Envelope mail) {
      return SamePerson.test(author, mail.from());
    }

    /** Finds the answer to one of {@code count} comments of {@code mail}. */
    Optional<CommentAudit.Answer> find(Envelope mail, QuotedComment comment, int count) {
      List<Conversation.Answer> answers =
          mail.id().map(id -> byParent.getOrDefault(id, List.of())).orElse(List.of());
      for (Conversation.Answer answer : answers) {
        List<ReplyText.Line> lines = ReplyText.of(answer.reply().text()).lines();
        Optional<String> said = below(lines, comment);
        if (said.isEmpty() && count == 1) {
          said = firstSaid(lines);
        }
        if (said.isPresent()) {
          return Optional.of(new CommentAudit.Answer(answer.reply().envelope(), said.get()));
        }
      }
      return Optional.empty();
    }

    /** Finds the first words of the author below any quoted line of the comment. */
    private static Optional<String> below(List<ReplyText.Line> lines, QuotedComment comment) {
      boolean quoted = false;
      for (ReplyText.Line line : lines) {
        boolean isComment = line.depth() == 1 && comment.said().contains(line.text().strip());
        if (line.depth() > 0) {
          quoted = isComment || (quoted && line.depth() == 1);
        } else if (quoted && QuotedComment.saysSomething(line.text())) {
          return Optional.of(line.text().strip());
        }
      }
      return Optional.empty();
    }

    private static Optional<String> firstSaid(List<ReplyText.Line> lines) {
      return lines.stream()
          .filter(line -> line.depth() == 0 && QuotedComment.saysSomething(line.text()))
          .map(line -> line.text().strip())
          .findFirst();
    }
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
