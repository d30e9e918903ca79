package dev.reroll.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code sendemail.*} as {@code git send-email} does: a variable of the chosen identity
 * counts before the plain one (git-send-email(1), "CONFIGURATION").
 */
public final class SendEmailSettings {
  private static final String SECTION = "sendemail.";

  private final GitSettings settings;
  private final Optional<String> identity;

  /**
   * Reads for one identity.
   *
   * @param asked the identity that was asked for; else {@code b4.sendemail-identity} and {@code
   *     sendemail.identity} say which
   */
  public SendEmailSettings(GitSettings settings, Optional<String> asked) {
    this.settings = settings;
    this.identity =
        asked
            .or(() -> settings.find("b4.sendemail-identity"))
            .or(() -> TreeConfig.read(settings.topLevel()).find("sendemail-identity"))
            .or(() -> settings.find("sendemail.identity"))
            .filter(name -> !name.isEmpty());
  }

  /** Finds {@code sendemail.<identity>.<name>}, else {@code sendemail.<name>}. */
  public Optional<String> find(String name) {
    return identity
        .flatMap(own -> settings.find(SECTION + own + "." + name))
        .or(() -> settings.find(SECTION + name));
  }

  /** Finds what is not empty. */
  public Optional<String> findText(String name) {
    return find(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Finds {@code reroll.<name>}, where it is not empty: what git's variables cannot say. */
  public Optional<String> own(String name) {
    return settings.find("reroll." + name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Returns all values of a variable that may have several; those of the identity alone. */
  public List<String> findAll(String name) {
    List<String> own = new ArrayList<>();
    identity.ifPresent(chosen -> own.addAll(settings.findAll(SECTION + chosen + "." + name)));
    return own.isEmpty() ? settings.findAll(SECTION + name) : own;
  }

  /** Finds the user's home. */
  public Optional<String> home() {
    return settings.environment("HOME").filter(home -> !home.isEmpty());
  }

  /** Returns the identity, where one is chosen. */
  public Optional<String> identity() {
    return identity;
  }
}
