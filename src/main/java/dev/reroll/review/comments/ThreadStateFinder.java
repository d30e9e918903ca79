package dev.reroll.review.comments;

import dev.reroll.mail.Envelope;
import dev.reroll.review.material.Material;
import dev.reroll.review.material.ReplyText;
import dev.reroll.review.material.WordPattern;
import dev.reroll.review.result.SamePerson;
import dev.reroll.review.result.ThreadState;
import dev.reroll.review.result.ThreadState.Kind;
import dev.reroll.review.result.ThreadState.Note;
import dev.reroll.series.Conversation.Answer;
import dev.reroll.series.SeriesVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search for the state of a thread: whether the newer version was applied, refused, tested by
 * robots or superseded, and whether the older one was answered late. Quoted text does not count.
 */
public final class ThreadStateFinder {
  /** Matches the beginning of a sentence only, so that plans and questions do not count. */
  private static final Pattern APPLIED =
      WordPattern.compile(
          "(?:^|[.!,] )(?:(?:now |both |all |so )?(?:applied|queued(?: up)?|picked up|pushed)"
              + "(?:[.!,]|$| to | for | in | with | v\\d| thanks)"
              + "|(?:i've|i have) (?:now |just )?(?:applied|queued(?: up)?|merged|picked up|pushed)"
              + " (?:this|it|these|both|all|the (?:series|patch|set)|\\d)"
              + "|(?:this|the) (?:patch|series|set) (?:was|has been|is) (?:applied|merged))");

  private static final Pattern REFUSED = WordPattern.compile("^(?:nak|nack|nacked-by:)(?!\\w)");

  /** Matches a commit as {@code b4 ty} and the robot of Patchwork write it. */
  private static final Pattern COMMIT =
      Pattern.compile("^(?:commit: |- \\[?https?://[^\\s]{1,200}?/c/)([0-9a-f]{12,40}+)");

  private static final int ID_DIGITS = 12;

  private final Material material;

  private ThreadStateFinder(Material material) {
    this.material = material;
  }

  /** Finds the state of the thread of {@code material}. */
  public static ThreadState find(Material material) {
    return new ThreadStateFinder(material).find();
  }

  private ThreadState find() {
    List<Note> notes = new ArrayList<>();
    superseded().ifPresent(notes::add);
    SeriesVersion after = material.after().version();
    List<Answer> answers = material.talk().conversation().about(after);
    notes.addAll(applied(answers));
    note(Kind.REFUSED, answers.stream().filter(ThreadStateFinder::isRefusal).toList(), notes);
    List<Answer> robots = answers.stream().filter(ThreadStateFinder::isRobot).toList();
    note(Kind.REPORTED, robots, notes);
    note(Kind.ANSWERED_LATE, late(after), notes);
    return new ThreadState(notes);
  }

  private Optional<Note> superseded() {
    List<SeriesVersion> versions = material.talk().versions();
    int at = versions.indexOf(material.after().version());
    List<String> later =
        versions.subList(at + 1, versions.size()).stream()
            .map(version -> version.label().toString())
            .toList();
    return at < 0 || later.isEmpty()
        ? Optional.empty()
        : Optional.of(new Note(Kind.SUPERSEDED, later, Optional.empty()));
  }

  private List<Note> applied(List<Answer> answers) {
    Map<String, Note> byPerson = new LinkedHashMap<>();
    for (Answer answer : answers) {
      Envelope mail = answer.reply().envelope();
      List<String> own = own(answer);
      boolean isAuthors = SamePerson.test(material.after().version().sender(), mail.from());
      if (!isAuthors && own.stream().anyMatch(line -> APPLIED.matcher(line).find())) {
        String name = mail.from().name();
        List<String> what = new ArrayList<>(List.of(name));
        what.addAll(commits(own));
        byPerson.merge(
            name, new Note(Kind.APPLIED, what, Optional.of(mail)), ThreadStateFinder::joined);
      }
    }
    return List.copyOf(byPerson.values());
  }

  private static Note joined(Note first, Note next) {
    List<String> what = new ArrayList<>(first.what());
    next.what().stream().filter(word -> !what.contains(word)).forEach(what::add);
    return new Note(Kind.APPLIED, what, first.mail());
  }

  private static List<String> commits(List<String> lines) {
    List<String> commits = new ArrayList<>();
    for (String line : lines) {
      Matcher commit = COMMIT.matcher(line);
      if (commit.find()) {
        commits.add(commit.group(1).substring(0, ID_DIGITS));
      }
    }
    return commits;
  }

  private static boolean isRefusal(Answer answer) {
    return own(answer).stream().anyMatch(line -> REFUSED.matcher(line).find());
  }

  private static boolean isRobot(Answer answer) {
    return CommentWords.isRobot(answer.reply().envelope())
        && own(answer).stream().noneMatch(line -> APPLIED.matcher(line).find());
  }

  /** Returns the answers of others to the older version, sent after the newer version. */
  private List<Answer> late(SeriesVersion after) {
    Optional<Instant> sent = after.date();
    if (sent.isEmpty()) {
      return List.of();
    }
    List<Answer> late = new ArrayList<>();
    for (Answer answer : material.talk().conversation().about(material.before().version())) {
      Envelope mail = answer.reply().envelope();
      boolean isLate = mail.date().isPresent() && mail.date().get().isAfter(sent.get());
      boolean isAuthors = SamePerson.test(after.sender(), mail.from());
      if (isLate && !isAuthors && !CommentWords.isRobot(mail)) {
        late.add(answer);
      }
    }
    return late;
  }

  private static void note(Kind kind, List<Answer> answers, List<Note> notes) {
    if (!answers.isEmpty()) {
      List<String> people =
          answers.stream()
              .map(answer -> answer.reply().envelope().from().name())
              .distinct()
              .toList();
      notes.add(new Note(kind, people, Optional.of(answers.get(0).reply().envelope())));
    }
  }

  private static List<String> own(Answer answer) {
    return ReplyText.of(answer.reply().text()).lines().stream()
        .filter(line -> line.depth() == 0)
        .map(line -> line.text().strip())
        .toList();
  }
}
