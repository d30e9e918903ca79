package dev.reroll.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options of one command, in the order in which its help lists them. The parser, the help, the
 * manual page, the reference and the completion are made from this one list.
 */
public final class Syntax {
  /** The values that are file names, so that a shell can complete them. */
  private static final Set<String> FILES =
      Set.of("BEFORE AFTER", "DIR", "FILE", "FOLDER", "MAILBOX");

  private final String command;
  private final List<Section> sections = new ArrayList<>();

  /** Starts the list of {@code reroll COMMAND} with nothing in it. */
  public Syntax(String command) {
    this.command = command;
  }

  /**
   * Options that belong together.
   *
   * @param title what stands above them; may be empty
   * @param options in the order in which they are listed
   */
  public record Section(String title, List<Option> options) {
    public Section {
      options = List.copyOf(options);
    }
  }

  /** Adds options below {@code title}, which may be empty. */
  public Syntax section(String title, Option... options) {
    sections.add(new Section(title, List.of(options)));
    return this;
  }

  /** Adds a section that several commands have. */
  public Syntax section(Section section) {
    sections.add(section);
    return this;
  }

  /** Returns the command's name. */
  public String command() {
    return command;
  }

  /** Returns the options by section. */
  public List<Section> sections() {
    return List.copyOf(sections);
  }

  /** Returns the names of all options. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Section section : sections) {
      section.options().forEach(option -> names.addAll(option.names()));
    }
    return names;
  }

  /** Finds the option that {@code name} is a name of. */
  Optional<Option> find(String name) {
    return sections.stream()
        .flatMap(section -> section.options().stream())
        .filter(option -> option.names().contains(name))
        .findFirst();
  }

  /** Returns the options as picocli parses them. */
  public CommandSpec parser() {
    CommandSpec spec = CommandSpec.create().name("reroll " + command);
    for (Section section : sections) {
      section.options().forEach(option -> spec.addOption(spec(option, String.class)));
    }
    return spec.addPositional(names(String.class));
  }

  /**
   * Returns the same for shell completion: file names are marked as such, and optional values are
   * left out, since they are never a word of their own.
   */
  public CommandSpec completed() {
    CommandSpec spec = CommandSpec.create().name("reroll " + command);
    for (Section section : sections) {
      for (Option option : section.options()) {
        Class<?> type = FILES.contains(option.value()) ? Path.class : String.class;
        spec.addOption(option.value().startsWith("[") ? flag(option) : spec(option, type));
      }
    }
    return spec.addPositional(names(Path.class));
  }

  private static PositionalParamSpec names(Class<?> type) {
    return PositionalParamSpec.builder()
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(type)
        .build();
  }

  private static OptionSpec flag(Option option) {
    return OptionSpec.builder(option.names().toArray(new String[0])).type(boolean.class).build();
  }

  private static OptionSpec spec(Option option, Class<?> type) {
    if (option instanceof Option.Flag) {
      return flag(option);
    }
    OptionSpec.Builder spec = OptionSpec.builder(option.names().toArray(new String[0]));
    return option instanceof Option.Values values
        ? spec.type(List.class).auxiliaryTypes(type).arity(String.valueOf(values.arity())).build()
        : spec.type(type).arity("1").build();
  }
}
