package dev.reroll.settings;

import dev.reroll.review.flags.FlagRules;

/** The settings {@code reroll.flag.NAME.path}: the paths that raise a flag. */
public final class FlagSettings {
  private static final String SECTION = "reroll";
  private static final String FLAG = "flag.";

  private final GitSettings settings;

  /** Reads {@code settings} when something is asked for. */
  public FlagSettings(GitSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the standard rules, with the configured patterns in place of those of the same name. An
   * empty value switches a flag off.
   */
  public FlagRules rules() {
    FlagRules rules = FlagRules.STANDARD;
    for (String subsection : settings.subsections(SECTION)) {
      if (subsection.startsWith(FLAG) && subsection.length() > FLAG.length()) {
        rules =
            rules.with(
                subsection.substring(FLAG.length()),
                settings.findAll(SECTION + "." + subsection + ".path"));
      }
    }
    return rules;
  }
}
