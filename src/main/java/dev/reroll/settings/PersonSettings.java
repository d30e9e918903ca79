package dev.reroll.settings;

import dev.reroll.mail.Person;
import java.util.Optional;

/**
 * Knows who the user is, as git does (git-var(1), "GIT_AUTHOR_IDENT"): the environment, else {@code
 * author.*}, else {@code user.*}, else {@code EMAIL}. What git would guess from the machine's name
 * is not guessed: mails from there are rarely wanted.
 */
public final class PersonSettings {
  private final GitSettings settings;

  /** Creates it; nothing is read yet. */
  public PersonSettings(GitSettings settings) {
    this.settings = settings;
  }

  /** Finds the user; the name is empty where only the address is known. */
  public Optional<Person> find() {
    Optional<String> name = first("NAME", "name");
    Optional<String> address =
        first("EMAIL", "email").or(() -> text(settings.environment("EMAIL")));
    return address.map(found -> new Person(name.orElse(""), found));
  }

  private Optional<String> first(String variable, String key) {
    return text(settings.environment("GIT_AUTHOR_" + variable))
        .or(() -> text(settings.find("author." + key)))
        .or(() -> text(settings.find("user." + key)))
        .or(() -> text(settings.environment("GIT_COMMITTER_" + variable)))
        .or(() -> text(settings.find("committer." + key)));
  }

  private static Optional<String> text(Optional<String> value) {
    return value.map(String::strip).filter(text -> !text.isEmpty());
  }
}
