package dev.reroll.repo.attributes;

import dev.reroll.interdiff.BuiltInHeadings;
import dev.reroll.interdiff.HeadingRule;
import dev.reroll.repo.paths.TreeChange;
import dev.reroll.repo.place.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds how a file is compared: by its {@code diff} attribute, and what is configured for that. */
public final class DiffDrivers {
  private final AttributeFiles attributes;
  private final Settings settings;
  private final Map<String, DiffDriver> byName = new HashMap<>();

  /** Finds drivers by these attributes, and what they do in the configuration. */
  public DiffDrivers(AttributeFiles attributes, Settings settings) {
    this.attributes = attributes;
    this.settings = settings;
  }

  /** Returns what holds for a file; attributes are for regular ones. */
  public DiffDriver of(TreeChange.State state) throws IOException {
    if (!state.isRegular()) {
      return DiffDriver.STANDARD;
    }
    AttributeFiles.Value value = attributes.diffOf(state.path());
    return switch (value.state()) {
      case UNSPECIFIED -> DiffDriver.STANDARD;
      case SET -> new DiffDriver(Optional.of(false), Optional.empty());
      case UNSET -> new DiffDriver(Optional.of(true), Optional.empty());
      case NAMED -> byName.computeIfAbsent(value.name(), this::read);
    };
  }

  private DiffDriver read(String name) {
    String section = "diff." + name;
    Optional<Boolean> binary =
        settings
            .find(section + ".binary")
            .filter(value -> !value.equalsIgnoreCase("auto"))
            .map(value -> settings.isTrue(section + ".binary", false));
    Optional<HeadingRule> configured =
        settings.find(section + ".xfuncname").flatMap(PatternHeadings::of);
    return new DiffDriver(binary, configured.or(() -> BuiltInHeadings.of(name)));
  }
}
