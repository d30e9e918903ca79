package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.Situation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The length of ids against real git, in repositories that borrow objects of others: {@code 8k} and
 * {@code 9k} have as many packed, and from 16,384 on an id has eight digits.
 */
class AlternatesGitTest {
  private static final String MANY =
      """
      blobs() {
        git init -q ../$1
        seq $2 $3 | awk '{ print "blob\\ndata " length($0) + 1 "\\n" $0 }' |
          git -C ../$1 fast-import --quiet
      }
      blobs 8k 100001 108000
      blobs 9k 200001 209000
      """;

  private static final String LINKED =
      """
      o() { echo "$PWD/../$1/.git/objects"; }
      a=.git/objects/info/alternates
      """;

  @TempDir private Path folder;
  private Situation situation;

  @BeforeEach
  void makeRepositories() throws Exception {
    GitCommand.require();
    situation = new Situation(folder);
    situation.make(MANY);
  }

  static Stream<String> alternates() {
    return """
    7 o 8k >$a
    8 o 8k >$a; o 9k >>$a
    8 echo ../../../8k/.git/objects >$a; o 9k >>$a
    8 o 8k >../9k/$a; o 9k >$a
    7 o 8k >$a; o 8k >>$a; ln -s 8k ../l; o l >>$a
    8 ln -s 8k ../l; o l >$a; o 9k >>$a
    8 printf '# x\\n"%s"\\n\\n%s' $(o 8k) $(o 9k) >$a
    7 printf '#%s\\n%s\\n' $(o 8k) $(o 9k) >$a
    7 printf '%s \\n%s\\n' $(o 8k) $(o 9k) >$a
    8 o none >$a; o 8k >>$a; o 9k >>$a
    7 o 8k >$a; o 9k >>$a; rm ../9k/.git/objects/pack/*.pack
    7 cp ../8k/.git/objects/pack/* .git/objects/pack; cp -r ../8k ../c; o c >../9k/$a
    8 cp ../8k/.git/objects/pack/* .git/objects/pack; cp ../9k/.git/objects/pack/* .git/objects/pack
    8 o 8k >$a; o 9k >>$a; git -C ../8k multi-pack-index write
    7 o 8k >$a; git repack -a -d -q -l; for i in 1 2 3 4 5 6; do git init -q ../$i; done
    """
        .lines();
  }

  @ParameterizedTest
  @MethodSource("alternates")
  void borrowedPacksCount(String line) throws Exception {
    situation.make(LINKED + line.substring(2));
    check(Integer.parseInt(line.substring(0, 1)), "r", Map.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7})
  void nestingHasAnEnd(int depth) throws Exception {
    String chain =
        """
        before=8k; o 9k >../8k/$a
        for i in $(seq 2 %d); do git init -q ../n$i; o $before >../n$i/$a; before=n$i; done
        o $before >$a
        """;
    situation.make(LINKED + chain.formatted(depth));
    check(depth < 6 ? 8 : 7, "r", Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8 r @/8k/.git/objects:@/9k/.git/objects",
        "8 r ../8k/.git/objects:../9k/.git/objects",
        "8 r/sub ../8k/.git/objects:@/9k/.git/objects",
        "7 r/sub ../../8k/.git/objects:@/9k/.git/objects",
        "8 r \"@/8k/.git/objects\":@/9k/.git/objects",
        "8 r @/none::\"@/8k/.git/objects\":\"@/9k/.git/objects\"",
      })
  void environmentNamesMore(String line) throws Exception {
    String[] words = line.split(" ", -1);
    check(
        Integer.parseInt(words[0]), words[1], Map.of("GIT_ALTERNATE_OBJECT_DIRECTORIES", words[2]));
  }

  @Test
  void sharedClonesHaveTheirCommitsElsewhere() throws Exception {
    situation.make(
        "git fetch -q ../8k 2>/dev/null || :; cp ../8k/.git/objects/pack/*"
            + " ../9k/.git/objects/pack/* .git/objects/pack;cd ..; git clone -q -s r s; cd s; git"
            + " fetch -q -u origin '+refs/heads/*:refs/heads/*'");
    check(8, "s", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "5", "auto", "AUTO", "no", "off", "12", "40"})
  void configuredLengthIsMadeUnique(String abbrev) throws Exception {
    situation.make(LINKED + "o 8k >$a; o 9k >>$a; git config core.abbrev " + abbrev);
    Situation.Outputs outputs = situation.compare("r", Map.of(), List.of());
    assertThat(outputs.gits()).allMatch(outputs.ours()::equals);
  }

  @Test
  void objectsThatAreNotPackedDoNotCount() throws Exception {
    situation.make(
        LINKED
            + "o 8k >$a; git init -q ../l; git -C ../l config fastimport.unpackLimit 10000; o l"
            + " >>$a;seq 9000 | awk '{ print \"blob\\n"
            + "data \" length($0) + 1 \"\\n"
            + "\" $0 }' | git -C ../l -c core.fsync=none fast-import --quiet");
    check(7, "r", Map.of());
  }

  private void check(int digits, String from, Map<String, String> variables) throws Exception {
    Situation.Outputs outputs = situation.compare(from, variables, List.of());
    assertThat(outputs.gits()).allMatch(outputs.ours()::equals);
    assertThat(outputs.ours().split(" +", 3)[1]).hasSize(digits);
  }
}
