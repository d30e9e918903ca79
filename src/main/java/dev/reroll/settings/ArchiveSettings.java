package dev.reroll.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the mails of lists are found: {@code b4.*} of git's configuration, then of the tree's
 * {@code .b4-config}, and {@code reroll.mirror}.
 */
public final class ArchiveSettings {
  private static final Duration USUAL_EXPIRY = Duration.ofMinutes(10);
  private static final String USUAL_PREFERENCE = "*.feeds.kernel.org,*.linux.dev,*.kernel.org,*";

  private final GitSettings settings;
  private final TreeConfig tree;

  /** Reads {@code settings} when something is asked for, and the tree's file now. */
  public ArchiveSettings(GitSettings settings) {
    this.settings = settings;
    this.tree = TreeConfig.read(settings.topLevel());
  }

  /** Finds {@code b4.midmask}: the address of a mail, {@code %s} for its id. */
  public Optional<String> mailMask() {
    return find("midmask");
  }

  /** Finds {@code b4.searchmask}: the address of a search, {@code %s} for the query. */
  public Optional<String> searchMask() {
    return find("searchmask");
  }

  /** Finds {@code b4.linkmask}: how a mail is linked to for readers, {@code %s} for its id. */
  public Optional<String> linkMask() {
    return find("linkmask");
  }

  /** Returns {@code b4.listid-preference}: patterns of list ids, the preferred one first. */
  public List<String> listPreference() {
    List<String> patterns = new ArrayList<>();
    for (String pattern : find("listid-preference").orElse(USUAL_PREFERENCE).split(",", -1)) {
      if (!pattern.isBlank()) {
        patterns.add(pattern.strip());
      }
    }
    return patterns;
  }

  /**
   * Returns how long answers of servers are kept: {@code b4.cache-expire} in minutes, else ten;
   * what is no number counts as not set.
   */
  public Duration cacheExpiry() {
    String minutes = find("cache-expire").map(String::strip).orElse("");
    boolean isNumber =
        !minutes.isEmpty()
            && minutes.length() <= 9
            && minutes.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Duration.ofMinutes(Long.parseLong(minutes)) : USUAL_EXPIRY;
  }

  /**
   * Returns the folders of {@code reroll.mirror}, which may be set several times, with {@code ~/}
   * for the home; relative ones start where the user stands.
   */
  public List<Path> mirrors() {
    List<Path> folders = new ArrayList<>();
    for (String name : settings.findAll("reroll.mirror")) {
      Optional<String> home = settings.environment("HOME");
      folders.add(
          name.startsWith("~/") && home.isPresent()
              ? Path.of(home.get()).resolve(name.substring(2))
              : Path.of(name));
    }
    return folders;
  }

  private Optional<String> find(String name) {
    return settings.find("b4." + name).or(() -> tree.find(name)).filter(value -> !value.isBlank());
  }
}
