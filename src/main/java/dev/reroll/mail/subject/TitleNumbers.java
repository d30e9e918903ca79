package dev.reroll.mail.subject;

import java.util.Optional;

/**
 * A title without the version and the position that people write into it: {@code foo, v2}, {@code
 * foo (v2)}, {@code v2: foo}, {@code 1/3: foo}, {@code foo (1/3)}.
 *
 * <p>A bare {@code foo v2} is not read here: {@code support cgroup v2} is a title as it stands. Who
 * knows other postings can tell the two apart, with {@link #lastWord}.
 *
 * @param title what remains
 * @param version the version, where one is looked for and found
 * @param position the position, where one is looked for and found
 */
record TitleNumbers(String title, Optional<VersionNumber> version, Optional<Position> position) {
  private static final String OPENERS = "([{";
  private static final String CLOSERS = ")]}";

  /** Returns {@code title} as it is, with a version or position that was found elsewhere. */
  TitleNumbers {
    title = title.strip();
  }

  /** Reads on until there is nothing more to find; what is known already is not looked for. */
  static TitleNumbers of(TitleNumbers known) {
    TitleNumbers read = known;
    boolean isMore = !known.title().isEmpty();
    while (isMore && (read.version().isEmpty() || read.position().isEmpty())) {
      Optional<TitleNumbers> next = read.first();
      next = next.isPresent() ? next : read.last();
      isMore = next.isPresent();
      read = next.orElse(read);
    }
    return read;
  }

  /** Takes off the {@code v2} of {@code foo v2}; nothing where the title does not end in one. */
  static Optional<TitleNumbers> lastWord(String title) {
    int blank = title.lastIndexOf(' ');
    Optional<VersionNumber> version =
        blank <= 0 ? Optional.empty() : versionOf(title.substring(blank + 1));
    return version.isPresent()
        ? Optional.of(new TitleNumbers(title.substring(0, blank), version, Optional.empty()))
        : Optional.empty();
  }

  private Optional<TitleNumbers> first() {
    int end = title.indexOf(' ');
    if (end <= 0) {
      return Optional.empty();
    }
    String word = title.substring(0, end);
    String rest = title.substring(end + 1);
    boolean isMarked = ":,;".indexOf(word.charAt(word.length() - 1)) >= 0;
    String plain = isMarked ? word.substring(0, word.length() - 1) : word;
    String bare = enclosed(plain).orElse(plain);
    boolean isNumber = isMarked || !bare.equals(plain);
    if (!isNumber) {
      return Optional.empty();
    }
    Optional<TitleNumbers> positioned = withPosition(bare, rest);
    return positioned.isPresent() ? positioned : withVersion(bare, rest);
  }

  private Optional<TitleNumbers> last() {
    int blank = title.lastIndexOf(' ');
    if (blank <= 0) {
      return Optional.empty();
    }
    String word = title.substring(blank + 1);
    String rest = title.substring(0, blank).strip();
    Optional<String> enclosed = enclosed(word);
    if (enclosed.isPresent()) {
      Optional<TitleNumbers> numbered = withVersion(enclosed.get(), rest);
      return numbered.isPresent() ? numbered : withPosition(enclosed.get(), rest);
    }
    char before = rest.isEmpty() ? ' ' : rest.charAt(rest.length() - 1);
    boolean isSetOff = ",;".indexOf(before) >= 0 || rest.endsWith(" -");
    return isSetOff ? withVersion(word, rest.substring(0, rest.length() - 1)) : Optional.empty();
  }

  private Optional<TitleNumbers> withVersion(String word, String rest) {
    Optional<VersionNumber> read = version.isPresent() ? Optional.empty() : versionOf(word);
    return read.isPresent()
        ? Optional.of(new TitleNumbers(rest, read, position))
        : Optional.empty();
  }

  private Optional<TitleNumbers> withPosition(String word, String rest) {
    if (position.isPresent()) {
      return Optional.empty();
    }
    Optional<PositionToken> token = PositionToken.read(word);
    boolean isRead =
        token.isPresent()
            && token.get().before().isEmpty()
            && token.get().behind().isEmpty()
            && token.get().position().total() > 0
            && token.get().position().ordinal() <= token.get().position().total();
    return isRead
        ? Optional.of(new TitleNumbers(rest, version, Optional.of(token.get().position())))
        : Optional.empty();
  }

  private static Optional<VersionNumber> versionOf(String word) {
    VersionToken token = VersionToken.split(word);
    if (!token.tags().isEmpty() || token.version().isEmpty()) {
      return Optional.empty();
    }
    VersionNumber version = token.version().get();
    return Optional.of(new VersionNumber(version.number(), version.suffix(), true));
  }

  /** Returns the {@code v2} of {@code (v2)}. */
  private static Optional<String> enclosed(String word) {
    int kind = word.length() < 3 ? -1 : OPENERS.indexOf(word.charAt(0));
    boolean isEnclosed = kind >= 0 && word.charAt(word.length() - 1) == CLOSERS.charAt(kind);
    return isEnclosed ? Optional.of(word.substring(1, word.length() - 1)) : Optional.empty();
  }
}
