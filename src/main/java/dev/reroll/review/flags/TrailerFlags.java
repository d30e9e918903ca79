package dev.reroll.review.flags;

import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.review.material.MessageText;
import dev.reroll.review.result.PatchReview;
import dev.reroll.review.result.ReviewFlag;
import dev.reroll.review.result.ReviewFlag.Change;
import dev.reroll.review.result.ReviewFlag.Kind;
import dev.reroll.review.result.SamePerson;
import dev.reroll.review.result.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The flags on the trailers of a patch. */
final class TrailerFlags {
  private TrailerFlags() {}

  static List<ReviewFlag> of(PatchReview patch) {
    List<ReviewFlag> flags = new ArrayList<>();
    List<Tag> gained = patch.tags().gained();
    List<Tag> lost = patch.tags().lost();
    flag(patch, Kind.STABLE, stable(lost), stable(gained)).ifPresent(flags::add);
    flag(patch, Kind.FIXES, fixes(lost, gained), fixes(gained, lost)).ifPresent(flags::add);
    signOffs(patch, flags);
    return flags;
  }

  /** Returns a flag if a trailer was lost or gained; both together are a change. */
  private static Optional<ReviewFlag> flag(
      PatchReview patch, Kind kind, List<String> lost, List<String> gained) {
    boolean isSame = lost.isEmpty() && gained.isEmpty();
    if (isSame || (kind == Kind.STABLE && !lost.isEmpty() && !gained.isEmpty())) {
      return Optional.empty();
    }
    Change change =
        lost.isEmpty() ? Change.ADDED : gained.isEmpty() ? Change.DROPPED : Change.CHANGED;
    List<String> what = new ArrayList<>(lost);
    what.addAll(gained);
    return Optional.of(new ReviewFlag(kind, change, Optional.of(patch), what));
  }

  private static List<String> stable(List<Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.key().equalsIgnoreCase("cc"))
        .map(Tag::value)
        .filter(value -> isStable(value))
        .toList();
  }

  private static boolean isStable(String value) {
    return value.contains("stable@vger.kernel.org") || value.contains("stable@kernel.org");
  }

  /** Returns the fixed commits in {@code tags} that no tag of {@code others} names. */
  private static List<String> fixes(List<Tag> tags, List<Tag> others) {
    return tags.stream()
        .filter(tag -> tag.key().equalsIgnoreCase("fixes"))
        .map(Tag::value)
        .filter(value -> others.stream().noneMatch(other -> isSameCommit(value, other)))
        .toList();
  }

  private static boolean isSameCommit(String value, Tag other) {
    String one = firstWord(value);
    String two = firstWord(other.value());
    return other.key().equalsIgnoreCase("fixes") && (one.startsWith(two) || two.startsWith(one));
  }

  private static String firstWord(String value) {
    String word = value.startsWith("commit ") ? value.substring(7) : value;
    int blank = word.indexOf(' ');
    return (blank < 0 ? word : word.substring(0, blank)).toLowerCase(Locale.ROOT);
  }

  private static void signOffs(PatchReview patch, List<ReviewFlag> flags) {
    Optional<PatchMail> before = patch.mails().before();
    Optional<PatchMail> after = patch.mails().after();
    if (after.isEmpty()) {
      return;
    }
    Optional<Person> sender = missing(after.get(), Optional.of(after.get().envelope().from()));
    Optional<Person> author = missing(after.get(), after.get().author());
    boolean senderWas =
        before.flatMap(old -> missing(old, Optional.of(old.envelope().from()))).isPresent();
    boolean authorWas = before.flatMap(old -> missing(old, old.author())).isPresent();
    if (author.isPresent() && !authorWas) {
      flags.add(missing(Kind.AUTHOR_SIGN_OFF, patch, author.get()));
    }
    boolean isAuthorToo = author.isPresent() && author.equals(sender);
    if (sender.isPresent() && !senderWas && !isAuthorToo) {
      flags.add(missing(Kind.SENDER_SIGN_OFF, patch, sender.get()));
    }
  }

  private static ReviewFlag missing(Kind kind, PatchReview patch, Person person) {
    return new ReviewFlag(kind, Change.MISSING, Optional.of(patch), List.of(person.name()));
  }

  /** Returns {@code person} if the patch has sign-offs, but not theirs; relays do not count. */
  private static Optional<Person> missing(PatchMail mail, Optional<Person> person) {
    List<Person> signers =
        MessageText.of(mail).tags().stream()
            .filter(tag -> tag.key().equalsIgnoreCase("signed-off-by"))
            .flatMap(tag -> tag.person().stream())
            .toList();
    return signers.isEmpty()
        ? Optional.empty()
        : person
            .filter(someone -> !someone.address().isEmpty())
            .filter(someone -> someone.relayedName().isEmpty())
            .filter(someone -> signers.stream().noneMatch(s -> SamePerson.test(s, someone)));
  }
}
