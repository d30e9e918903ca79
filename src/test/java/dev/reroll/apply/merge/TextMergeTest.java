package dev.reroll.apply.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.apply.merge.FileMerge.TextMerge;
import dev.reroll.bytes.Octets;
import dev.reroll.linediff.GitCommand;
import dev.reroll.linediff.TextPairs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextMergeTest {
  private static final int DRAWN = 400;
  private static final int MIN_OF_EACH = 40;

  private static Optional<String> merged(String base, String ours, String theirs) {
    return TextMerge.merge(Octets.utf8(base), Octets.utf8(ours), Octets.utf8(theirs))
        .map(Octets::toString);
  }

  @Test
  void changesApartAreBothTaken() {
    assertThat(merged("a\nb\nc\nd\ne\n", "a\nX\nc\nd\ne\n", "a\nb\nc\nd\nY\n"))
        .contains("a\nX\nc\nd\nY\n");
  }

  @Test
  void changesThatMeetAreAConflict() {
    assertThat(merged("a\nb\nc\n", "X\nb\nc\n", "a\nY\nc\n")).isEmpty();
  }

  @Test
  void oneLineBetweenIsEnough() {
    assertThat(merged("a\nb\nc\n", "X\nb\nc\n", "a\nb\nY\n")).contains("X\nb\nY\n");
  }

  @Test
  void equalChangesAreTakenOnce() {
    assertThat(merged("a\nb\nc\nd\n", "a\nX\nc\nd\n", "a\nX\nc\nY\n")).contains("a\nX\nc\nY\n");
    assertThat(merged("a\nb\nc\nd\n", "a\nc\nd\n", "a\nc\nY\n")).contains("a\nc\nY\n");
  }

  @Test
  void insertionsAtOnePlaceAreAConflictUnlessEqual() {
    assertThat(merged("a\nb\n", "a\nX\nb\n", "a\nY\nb\n")).isEmpty();
    assertThat(merged("a\nb\n", "a\nX\nb\n", "a\nX\nb\n")).contains("a\nX\nb\n");
  }

  @Test
  void anUntouchedSideTakesTheOther() {
    assertThat(merged("a\n", "a\n", "b")).contains("b");
    assertThat(merged("a\n", "b", "a\n")).contains("b");
  }

  /** Draws texts and two edits of each, and asks {@code git merge-file}. */
  @Test
  void mergeIsThatOfGit(@TempDir Path folder) throws Exception {
    GitCommand.require();
    GitCommand git = new GitCommand(folder);
    Random random = new Random(5);
    int clean = 0;
    for (int i = 0; i < DRAWN; i++) {
      Octets base = new TextPairs(i).draw().before();
      Octets ours = edited(base, random);
      Octets theirs = random.nextInt(4) == 0 ? edited(ours, random) : edited(base, random);
      Optional<Octets> expected = gits(git, folder, List.of(ours, base, theirs));
      assertThat(TextMerge.merge(base, ours, theirs)).describedAs("draw " + i).isEqualTo(expected);
      clean += expected.isPresent() ? 1 : 0;
    }
    assertThat(clean).isBetween(MIN_OF_EACH, DRAWN - MIN_OF_EACH);
  }

  private static Octets edited(Octets text, Random random) {
    List<String> lines = new ArrayList<>(text.toString().lines().toList());
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(lines.size() + 1);
      if (random.nextBoolean() || at == lines.size()) {
        lines.add(at, "new " + random.nextInt(3));
      } else {
        lines.remove(at);
      }
    }
    return Octets.utf8(String.join("\n", lines) + (random.nextInt(8) == 0 ? "" : "\n"));
  }

  /** Returns what git makes of ours, the base and theirs; empty for a conflict. */
  private static Optional<Octets> gits(GitCommand git, Path folder, List<Octets> texts)
      throws IOException, InterruptedException {
    for (int i = 0; i < texts.size(); i++) {
      Files.write(folder.resolve("text" + i), texts.get(i).toByteArray());
    }
    String merge = "alias.merge-texts=!git merge-file -p text0 text1 text2 || true";
    byte[] output = git.run(List.of("-c", merge, "merge-texts"));
    String text = new String(output, StandardCharsets.UTF_8);
    return text.contains("<<<<<<< ") ? Optional.empty() : Optional.of(Octets.wrap(output));
  }
}
