package dev.reroll.settings;

import java.util.Optional;

/**
 * Knows the user's editor, as git does (git-var(1), "GIT_EDITOR"): {@code GIT_EDITOR}, {@code
 * core.editor}, {@code VISUAL} unless the terminal is dumb, {@code EDITOR}, else vi.
 */
public final class EditorSettings {
  private EditorSettings() {}

  /** Finds the command, for a shell; none on a dumb terminal without an editor of its own. */
  public static Optional<String> find(GitSettings settings) {
    boolean dumb = settings.environment("TERM").orElse("dumb").equals("dumb");
    return settings
        .environment("GIT_EDITOR")
        .or(() -> settings.find("core.editor"))
        .or(() -> dumb ? Optional.empty() : settings.environment("VISUAL"))
        .or(() -> settings.environment("EDITOR"))
        .or(() -> dumb ? Optional.empty() : Optional.of("vi"));
  }
}
