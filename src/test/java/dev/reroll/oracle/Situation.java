package dev.reroll.oracle;

import dev.reroll.cli.Program;
import dev.reroll.cli.terminal.Streams;
import dev.reroll.linediff.GitCommand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A place with a repository {@code r}, whose branches {@code before} and {@code after} change three
 * files, and a home {@code home}: commands of a shell make more of it, and then git and the program
 * compare the branches.
 */
public final class Situation {
  private static final String START =
      """
      mkdir home
      git init -q r
      cd r
      mkdir sub
      seq 30 >a.c; seq 30 >sub/b.c; seq 30 >sub/c.txt
      git add . && git commit -q -m base && git branch base
      git checkout -q -b before
      sed -i 's/^7$/seven/' a.c sub/b.c sub/c.txt; git commit -q -a -m 'change seven'
      git checkout -q -b after base
      sed -i 's/^7$/seven/;s/^9$/nine/' a.c sub/b.c sub/c.txt; git commit -q -a -m 'change seven'
      git checkout -q base
      """;

  private static final List<String> RANGES = List.of("base..before", "base..after");

  private final Path folder;

  /** Makes it in an empty folder. */
  public Situation(Path folder) throws IOException {
    this.folder = folder.toRealPath();
    shell(START, this.folder);
  }

  /** What a comparison printed, one char an octet. */
  public record Outputs(List<String> gits, String ours) {}

  /** Runs commands in the folder of the repository. */
  public void make(String commands) throws IOException {
    shell(commands, folder.resolve("r"));
  }

  /**
   * Compares the branches with each git that is there, and with the program.
   *
   * @param from the folder that one stands in, from the place's own
   * @param variables what is set besides; {@code @} in values is the place
   */
  public Outputs compare(String from, Map<String, String> variables, List<String> options)
      throws IOException {
    Path standing = folder.resolve(from);
    Map<String, String> environment = environment();
    variables.forEach((name, value) -> environment.put(name, value.replace("@", folder + "")));
    List<String> gits = new ArrayList<>();
    List<String> programs = new ArrayList<>(List.of(GitCommand.INSTALLED));
    GitCommand.newest().ifPresent(programs::add);
    for (String program : programs) {
      List<String> command = new ArrayList<>(List.of(program, "range-diff"));
      command.addAll(options);
      command.addAll(RANGES);
      gits.add(output(command, standing, environment));
    }
    return new Outputs(gits, ours(options, standing, environment));
  }

  private static String ours(List<String> options, Path standing, Map<String, String> environment) {
    List<String> words = new ArrayList<>(List.of("diff", "-q"));
    words.addAll(options);
    words.addAll(RANGES);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]), out, err, false, false, environment, standing);
    new Program(streams).run(words.toArray(String[]::new));
    return OctetText.of(out.toByteArray()) + OctetText.of(err.toByteArray());
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), ""));
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", "Ada");
      environment.put("GIT_" + role + "_EMAIL", "ada@example.org");
    }
    return environment;
  }

  private void shell(String commands, Path standing) throws IOException {
    output(List.of("sh", "-e", "-c", commands), standing, environment());
  }

  private String output(List<String> command, Path standing, Map<String, String> environment)
      throws IOException {
    Path errors = folder.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(standing.toFile()).redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = OctetText.of(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + ": " + Files.readString(errors));
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return out;
  }
}
