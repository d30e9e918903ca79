package dev.reroll.linediff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenameDetectorTest {
  private static final String TEXT = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";

  private record Plain(String name, String content) {}

  private static final class PlainFiles
      implements RenameDetector.Files<Plain, IllegalStateException> {
    @Override
    public Octets path(Plain file) {
      return Octets.utf8(file.name());
    }

    @Override
    public String id(Plain file) {
      return file.content();
    }

    @Override
    public String mode(Plain file) {
      return "100644";
    }

    @Override
    public boolean isRegular(Plain file) {
      return true;
    }

    @Override
    public long size(Plain file) {
      return file.content().length();
    }

    @Override
    public SharedChunks.Counted count(Plain file, SharedChunks chunks) {
      return chunks.count(Octets.utf8(file.content()).toByteArray(), false);
    }
  }

  private static Map<Octets, Octets> find(int limit, List<Plain> removed, List<Plain> added) {
    return new RenameDetector<>(new PlainFiles(), limit).find(removed, added);
  }

  private static Map<Octets, Octets> pair(String after, String before) {
    return Map.of(Octets.utf8(after), Octets.utf8(before));
  }

  @Test
  void ofEqualFilesTheOneWithTheSameNameIsTaken() {
    List<Plain> removed = List.of(new Plain("a/x", TEXT), new Plain("b/y", TEXT));
    assertThat(find(0, removed, List.of(new Plain("c/y", TEXT)))).isEqualTo(pair("c/y", "b/y"));
  }

  @Test
  void halfOfTheLargerFileIsEnoughAndLessIsNot() {
    List<Plain> removed = List.of(new Plain("a", "1234567\nabcdefg\n"));
    assertThat(find(0, removed, List.of(new Plain("b", "1234567\n7654321\n"))))
        .isEqualTo(pair("b", "a"));
    assertThat(find(0, removed, List.of(new Plain("b", "1234567\n76543210\n")))).isEmpty();
  }

  @Test
  void mostAlikeIsTakenFirst() {
    List<Plain> removed =
        List.of(new Plain("a", TEXT + "nine\nten\neleven\n"), new Plain("b", TEXT + "nine\n"));
    assertThat(find(0, removed, List.of(new Plain("c", TEXT)))).isEqualTo(pair("c", "b"));
  }

  @Test
  void moreFilesThanTheLimitAreComparedOnlyByNameAndContent() {
    List<Plain> removed = List.of(new Plain("a/x", TEXT), new Plain("a/y", TEXT + "nine\n"));
    List<Plain> added = List.of(new Plain("b/x", TEXT + "x\n"), new Plain("b/z", TEXT + "z\n"));
    assertThat(find(1, removed, added)).hasSize(2);
    List<Plain> more = List.of(new Plain("b/v", TEXT + "x\n"), new Plain("b/z", TEXT + "z\n"));
    assertThat(find(1, removed, more)).isEmpty();
    assertThat(find(2, removed, more)).hasSize(2);
  }
}
