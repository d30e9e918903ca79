package dev.reroll.settings;

import dev.reroll.review.flags.FlagRules;

/** Reads which paths a maintainer wants to hear of: {@code reroll.flag.NAME.path}. */
public final class FlagSettings {
  private static final String SECTION = "reroll";
  private static final String FLAG = "flag.";

  private final GitSettings settings;

  /** Reads {@code settings} when something is asked for. */
  public FlagSettings(GitSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns the usual rules with those that are set in place of the ones of their names; an empty
   * value switches a flag off.
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
