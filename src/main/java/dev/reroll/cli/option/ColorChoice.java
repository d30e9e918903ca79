package dev.reroll.cli.option;

import dev.reroll.problem.Hint;
import dev.reroll.problem.Refusal;
import dev.reroll.render.color.AnsiColor;
import dev.reroll.render.color.ColorSlot;
import dev.reroll.render.color.Palette;
import dev.reroll.render.text.TextFilter;
import dev.reroll.render.text.WhitespaceRule;
import dev.reroll.settings.GitSettings;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether and how to colour: {@code -c} and {@code --dual-color}, {@code --color}, else
 * {@code color.diff}, else {@code color.ui}, else colours where a person reads (git-config(1)).
 */
public final class ColorChoice {
  /** {@code --color}: when to colour. */
  public static final Option.Value COLOR =
      new Option.Value(
          "--color[=WHEN]",
          "always, auto or never; default auto",
          "Without a value it means always; --no-color means never.");

  /** {@code -c}: colours always, as in b4. */
  public static final Option.Flag ALWAYS = new Option.Flag("-c", "colour always, as b4 diff -c");

  /** {@code --dual-color}: colours for both signs of a diff of diffs. */
  public static final Option.Flag DUAL =
      new Option.Flag(
          "--dual-color",
          "colour both signs, whatever --color says; where there are colours, this is the default");

  /** {@code --no-dual-color}: colours for the outer sign only. */
  public static final Option.Flag NO_DUAL =
      new Option.Flag(
          "--no-dual-color",
          "colour lines by their outer sign only",
          "White-space errors are marked, too.");

  private final GitSettings settings;
  private final boolean forPerson;
  private final boolean colored;

  /** Decides for output that a person reads on a terminal, or for a file or pipe. */
  public ColorChoice(GivenWords options, GitSettings settings, boolean forPerson) throws Refusal {
    this.settings = settings;
    this.forPerson = forPerson;
    this.colored = decide(options);
  }

  /** Decides by {@code when}, the value of {@code --color}, alone. */
  public ColorChoice(String when, GitSettings settings, boolean forPerson) throws Refusal {
    this.settings = settings;
    this.forPerson = forPerson;
    this.colored = when(when, "--color", Hint.line("reroll colorize --color=auto"));
  }

  /** Returns whether anything is coloured. */
  public boolean isColored() {
    return colored;
  }

  /** Returns the filter for text of a mail, which a person's terminal must be kept safe from. */
  public TextFilter filter() {
    return forPerson ? TextFilter.VISIBLE : TextFilter.AS_IS;
  }

  /** Returns the colours that git's configuration gives each part, or none at all. */
  public Palette palette() throws Refusal {
    if (!colored) {
      return Palette.NONE;
    }
    Map<ColorSlot, String> colors = new EnumMap<>(ColorSlot.class);
    for (ColorSlot slot : ColorSlot.values()) {
      colors.put(slot, color(slot));
    }
    return Palette.of(colors);
  }

  /** Returns which white space is marked as an error: what {@code core.whitespace} says. */
  public WhitespaceRule whitespace() {
    if (!colored) {
      return WhitespaceRule.STANDARD;
    }
    return settings
        .find("core.whitespace")
        .map(WhitespaceRule::parse)
        .orElse(WhitespaceRule.STANDARD);
  }

  private boolean decide(GivenWords options) throws Refusal {
    if (options.has(ALWAYS) || options.has(DUAL)) {
      return true;
    }
    Optional<String> option = options.value(COLOR);
    if (option.isPresent()) {
      return when(option.get(), "--color", Hint.again("--color=auto BEFORE AFTER"));
    }
    Optional<String> diff = settings.find("color.diff");
    if (diff.isPresent()) {
      return configured(diff.get(), "color.diff");
    }
    Optional<String> ui = settings.find("color.ui");
    return ui.isPresent() ? configured(ui.get(), "color.ui") : automatic();
  }

  private boolean configured(String word, String key) throws Refusal {
    return when(word, key, Hint.line("git config --global " + key + " auto"));
  }

  private boolean when(String word, String where, Hint hint) throws Refusal {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "always" -> true;
      case "never", "false", "no", "off", "0" -> false;
      case "auto", "true", "yes", "on", "1", "" -> automatic();
      default ->
          throw Refusal.unreadable(
              where + " takes always, auto or never, not '" + word + "'", hint);
    };
  }

  private boolean automatic() {
    boolean wanted = settings.environment("NO_COLOR").orElse("").isEmpty();
    boolean able = !settings.environment("TERM").orElse("dumb").equals("dumb");
    return forPerson && wanted && able;
  }

  private String color(ColorSlot slot) throws Refusal {
    String key = "color.diff." + slot.key();
    Optional<String> configured = settings.find(key);
    if (configured.isEmpty() && slot == ColorSlot.CONTEXT) {
      configured = settings.find("color.diff.plain");
    }
    String text = configured.orElse(slot.standard());
    return AnsiColor.parse(text)
        .orElseThrow(
            () ->
                Refusal.unreadable(
                    "'" + text + "' is not a colour for " + key,
                    "git config --global --unset " + key));
  }
}
