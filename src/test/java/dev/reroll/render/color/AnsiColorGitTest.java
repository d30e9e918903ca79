package dev.reroll.render.color;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colours as real git reads them. */
class AnsiColorGitTest {
  private static final List<String> COLORS =
      List.of(
          "red",
          "RED",
          "bold red",
          "red bold",
          "normal",
          "default",
          "reset",
          "reset red",
          "red reset",
          "reset reset",
          "RESET",
          "reset bold normal red",
          "no-bold",
          "nobold",
          "no-dim",
          "nodim",
          "bold nobold",
          "nobold bold",
          "nobold dim",
          "bold bold",
          "ul 123 #00ff7f",
          "brightred",
          "-1",
          "0",
          "7",
          "8",
          "15",
          "16",
          "255",
          "+5",
          "007",
          "0007",
          "red green",
          "normal red",
          "default default",
          "dim red",
          "#FF0000",
          "italic strike reverse blink",
          "noitalic noul noreverse noblink nostrike no-ul",
          "  red  ",
          "normal bold",
          "red -1",
          "bold normal normal",
          "black white",
          "brightblack brightwhite",
          "cyan 240",
          "\tred\tul");
  private static final List<String> REFUSED =
      List.of(
          "bright red",
          "256",
          "red green blue",
          "red,green",
          "brightdefault",
          "brightnormal",
          "-2",
          "bold-red",
          "no--bold",
          "Bold",
          "none",
          "#ggg000",
          "#12345",
          "99999999999",
          "+");

  private final Path folder;

  AnsiColorGitTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void coloursBecomeGitsEscapeSequences() throws Exception {
    GitCommand.require();
    for (String color : COLORS) {
      byte[] printed =
          new GitCommand(folder)
              .run(List.of("config", "--file", "/dev/null", "--get-color", "x", color));

      assertThat(AnsiColor.parse(color))
          .as(color)
          .contains(new String(printed, StandardCharsets.UTF_8));
    }
  }

  @Test
  void whatGitRefusesIsNoColour() throws Exception {
    GitCommand.require();
    for (String color : REFUSED) {
      Process git =
          new ProcessBuilder("git", "config", "--file", "/dev/null", "--get-color", "x", color)
              .redirectErrorStream(true)
              .start();
      git.getInputStream().readAllBytes();

      assertThat(git.waitFor()).as("git refuses %s", color).isNotZero();
      assertThat(AnsiColor.parse(color)).as(color).isEmpty();
    }
  }
}
