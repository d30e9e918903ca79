package dev.reroll.review.material;

import dev.reroll.mail.CommitMessage;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.mail.Trailer;
import dev.reroll.review.result.ChangeKind;
import dev.reroll.review.result.SamePerson;
import dev.reroll.review.result.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A commit message taken apart: what it tells, and its trailers.
 *
 * <p>Trailers are those that git recognises, and lines anywhere that look like the ones people use:
 * some put a changelog between them.
 *
 * @param author who wrote the patch
 * @param prose the title and the lines that are no trailers, blank ones left out
 * @param tags the trailers in their order
 */
public record MessageText(Optional<Person> author, List<String> prose, List<Tag> tags) {
  /** Takes the commit message of a mailed patch apart. */
  public static MessageText of(PatchMail mail) {
    CommitMessage message = mail.message();
    Set<Trailer> trailers = new HashSet<>(message.trailers());
    List<String> prose = new ArrayList<>(List.of(message.subject().toString()));
    List<Tag> tags = new ArrayList<>();
    String[] lines = message.body().toString().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      TagReader.Found found = TagReader.read(lines[i], i + 1 < lines.length ? lines[i + 1] : "");
      if (found.tags().isEmpty()) {
        Optional<Tag> other = among(trailers, lines[i]);
        other.ifPresent(tags::add);
        if (other.isEmpty() && !lines[i].isBlank()) {
          prose.add(lines[i].strip());
        }
      }
      tags.addAll(found.tags());
      i += found.lineCount() - 1;
    }
    return new MessageText(mail.author(), prose, tags);
  }

  private static Optional<Tag> among(Set<Trailer> trailers, String line) {
    int colon = line.indexOf(':');
    if (colon <= 0 || trailers.isEmpty()) {
      return Optional.empty();
    }
    Trailer read = new Trailer(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    return trailers.contains(read) ? Optional.of(Tag.of(read)) : Optional.empty();
  }

  /** Whether the author is the same; a list that stands in for him changes nothing. */
  private boolean isSameAuthor(MessageText after) {
    boolean isRelayed =
        author.flatMap(Person::relayedName).isPresent()
            || after.author.flatMap(Person::relayedName).isPresent();
    return author.equals(after.author)
        || (isRelayed
            && author.isPresent()
            && after.author.isPresent()
            && SamePerson.test(author.get(), after.author.get()));
  }

  /** Returns the sorts of change from this message to {@code after}: tags, message, both, none. */
  public Set<ChangeKind> changesTo(MessageText after) {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    if (!isSameAuthor(after) || !prose.equals(after.prose)) {
      kinds.add(ChangeKind.MESSAGE);
    }
    if (!tags.equals(after.tags)) {
      kinds.add(ChangeKind.TAGS);
    }
    return kinds;
  }
}
