package dev.reroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees at a terminal of 80 columns and 24 rows, with the real less. */
class PagerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SAMPLES =
      Sample.ALL.toAbsolutePath().resolve("code-changed").toString();
  private static final List<String> OVERVIEW =
      List.of(
          "v1: 4 patches, 'hwmon: (tarn47) Limits and alarms', Mira Holt, 2026-03-09",
          "v2: 4 patches, 'hwmon: (tarn47) Limits and alarms', Mira Holt, 2026-03-17",
          "2 unchanged, 2 changed, 0 new, 0 dropped");

  private final Path folder;

  PagerIT(@TempDir Path folder) throws Exception {
    this.folder = folder;
    for (String program : List.of("tmux", "less")) {
      if (Stream.of(path().split(File.pathSeparator))
          .noneMatch(place -> Files.isExecutable(Path.of(place, program)))) {
        if ("required".equals(System.getenv("REROLL_LIVE"))) {
          fail(program + " is not installed");
        }
        abort(program + " is not installed");
      }
    }
    tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sh");
    type("PS1='READY '; clear");
    await("READY");
  }

  @AfterEach
  void endTerminal() throws Exception {
    tmux("kill-server");
  }

  @Test
  void headStandsAboveAndBelowButNotTwiceOnOneScreen() throws Exception {
    type(reroll("", ""));
    assertThat(await("\n:$").subList(0, 3)).isEqualTo(OVERVIEW);
    tmux("send-keys", "q");
    List<String> screen = await("READY$");
    assertThat(screen).filteredOn(OVERVIEW::contains).isEqualTo(OVERVIEW);
    assertThat(screen.subList(screen.size() - 4, screen.size() - 1)).isEqualTo(OVERVIEW);
  }

  @Test
  void headIsRepeatedAfterTheEndOfTheTextWasRead() throws Exception {
    type(reroll("", ""));
    await("\n:$");
    tmux("send-keys", "G");
    await("\\(END\\)$");
    tmux("send-keys", "q");
    List<String> screen = await("READY$");
    assertThat(screen).filteredOn(OVERVIEW::contains).isEqualTo(OVERVIEW);
  }

  @Test
  void textThatFitsIsShownOnce() throws Exception {
    type(reroll("", "-s"));
    assertThat(await("READY$")).filteredOn(OVERVIEW::contains).isEqualTo(OVERVIEW);
  }

  @Test
  void textThatLessTakesAwayIsFollowedByTheHead() throws Exception {
    type(reroll("LESS=R ", "-s"));
    await("\\(END\\)$");
    tmux("send-keys", "q");
    assertThat(await("READY$")).filteredOn(OVERVIEW::contains).isEqualTo(OVERVIEW);
  }

  @Test
  void errorStaysOnTheScreen() throws Exception {
    type(reroll("", "--series=none"));
    assertThat(await("READY$")).anyMatch(line -> line.startsWith("error: no series is called"));
  }

  private String reroll(String environment, String options) {
    return "clear; "
        + environment
        + "HOME="
        + folder
        + " GIT_DIR=/dev/null GIT_CONFIG_SYSTEM=/dev/null java -XX:TieredStopAtLevel=1"
        + " -Dreroll.terminal.stdout=true -Dreroll.terminal.stderr=true -cp \"$CLASSES\""
        + " dev.reroll.launch.Main diff --no-color "
        + options
        + (" " + SAMPLES + "/v1.mbox " + SAMPLES + "/v2.mbox");
  }

  private void type(String line) throws Exception {
    tmux("send-keys", "-l", line);
    tmux("send-keys", "Enter");
  }

  /** Returns the lines of the screen once they end as {@code pattern} says. */
  private List<String> await(String pattern) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    String screen = "";
    while (Instant.now().isBefore(end)) {
      screen = tmux("capture-pane", "-p").stripTrailing();
      if (screen.matches("(?s).*" + pattern) && !screen.contains("Main diff")) {
        return screen.lines().toList();
      }
    }
    return fail("the screen never ended with " + pattern + ":\n" + screen);
  }

  private String tmux(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("tmux", "-S", folder.resolve("tmux").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("LESS", "PAGER", "GIT_PAGER", "TMUX"));
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    Process process = builder.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command) + ": " + answer).isZero();
    return answer;
  }

  private static String path() {
    return Objects.requireNonNullElse(System.getenv("PATH"), "");
  }
}
