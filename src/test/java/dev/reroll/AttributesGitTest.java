package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.Situation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which attributes and which mailmap count for commits against real git, for each place to stand in
 * and each way to name a repository.
 */
class AttributesGitTest {
  /** What is in the folder, where one stands, what is set, which files are compared as text. */
  private static final String PLACES =
      """
      echo '*.c -diff' >.gitattributes                     | r       |                               | c.txt
      echo '*.c -diff' >.gitattributes                     | r/sub   |                               | c.txt
      echo '*.c -diff' >sub/.gitattributes                 | r       |                               | a.c c.txt
      echo '*.c -diff' >.gitattributes; git add .; rm .gitattributes | r |                           | a.c b.c c.txt
      echo '*.c -diff' >.gitattributes                     | r/.git  |                               | a.c b.c c.txt
      echo '*.c -diff' >.git/.gitattributes                | r/.git  |                               | c.txt
      echo '*.c -diff' >.gitattributes                     | r/.git/refs |                           | a.c b.c c.txt
      echo '*.c -diff' >.gitattributes                     | .       | GIT_DIR=r/.git                | a.c b.c c.txt
      echo '*.c -diff' >.gitattributes                     | r       | GIT_DIR=@/r/.git              | c.txt
      echo '*.c -diff' >.gitattributes                     | r/sub   | GIT_DIR=@/r/.git              | a.c b.c c.txt
      echo '*.c -diff' >sub/.gitattributes                 | r/sub   | GIT_DIR=../.git               | c.txt
      echo '*.c -diff' >../.gitattributes                  | .       | GIT_DIR=r/.git                | c.txt
      echo '*.c -diff' >.gitattributes                     | .       | GIT_DIR=r/.git GIT_WORK_TREE=r | a.c b.c c.txt
      echo '*.c -diff' >.gitattributes                     | r/sub   | GIT_WORK_TREE=@/r             | c.txt
      echo '*.c -diff' >.gitattributes                     | r/sub   | GIT_WORK_TREE=..              | a.c b.c c.txt
      echo '*.c -diff' >../.gitattributes                  | r/sub   | GIT_WORK_TREE=..              | c.txt
      echo '*.c -diff' >.gitattributes                     | r       | GIT_WORK_TREE=.               | c.txt
      echo '*.c -diff' >.gitattributes                     | r       | GIT_WORK_TREE=sub             | c.txt
      mkdir ../w; git config core.worktree "$PWD/../w"; echo '*.c -diff' >../w/.gitattributes | r |     | a.c b.c c.txt
      mkdir ../w; git config core.worktree "$PWD/../w"; echo '*.c -diff' >../w/.gitattributes | w | GIT_DIR=@/r/.git | c.txt
      git config core.worktree ../..; echo '*.c -diff' >../.gitattributes | r/sub |                  | c.txt
      git init -q --separate-git-dir ../g; echo '*.c -diff' >.gitattributes | r |                    | c.txt
      git init -q --separate-git-dir ../g; echo '*.c -diff' >.gitattributes | r/sub |                | c.txt
      git init -q --separate-git-dir ../g; echo '*.c -diff' >.gitattributes | g |                    | a.c b.c c.txt
      git init -q --separate-git-dir ../g; echo '*.c -diff' >.gitattributes | r | GIT_DIR=../g       | c.txt
      git worktree add -q ../w; echo '*.c -diff' >../w/.gitattributes | w/sub |                      | c.txt
      git worktree add -q ../w; echo '*.c -diff' >../w/.gitattributes | r |                          | a.c b.c c.txt
      git worktree add -q ../w; echo '*.c -diff' >.git/info/attributes | w |                         | c.txt
      git clone -q --bare . ../g; echo '*.c -diff' >../g/.gitattributes | g |                        | a.c b.c c.txt
      git clone -q --bare . ../g; echo '*.c -diff' >../g/info/attributes | g/refs |                  | c.txt
      git clone -q --bare . ../g; git --git-dir=../g worktree add -q ../w; echo '*.c -diff' >../w/.gitattributes | w | | c.txt
      git config core.bare true; echo '*.c -diff' >.gitattributes | r |                              | a.c b.c c.txt
      git config --unset core.bare; echo '*.c -diff' >.gitattributes | r |                           | c.txt
      git config --unset core.bare; echo '*.c -diff' >.git/.gitattributes | r/.git |                 | a.c b.c c.txt
      echo 'Zed <z@example.org> <ada@example.org>' >.mailmap | r/sub |                               | a.c b.c c.txt
      echo 'Zed <z@example.org> <ada@example.org>' >.mailmap | r/.git |                              | a.c b.c c.txt
      """;

  private static final String FILES =
      """
      mkdir -p ../home/.config/git; echo '*.c -diff' >../home/.config/git/attributes | r | | c.txt
      mkdir -p ../home/.config/git; echo '*.c -diff' >../home/.config/git/attributes | r | XDG_CONFIG_HOME= | c.txt
      mkdir -p ../home/.config/git; echo '*.c -diff' >../home/.config/git/attributes | r | XDG_CONFIG_HOME=@/x | a.c b.c c.txt
      mkdir -p ../x/git; echo '*.c -diff' >../x/git/attributes | r | XDG_CONFIG_HOME=@/x | c.txt
      mkdir -p ../x/git; echo '*.c -diff' >../x/git/attributes | r/sub | XDG_CONFIG_HOME=../x | c.txt
      mkdir -p ../x/.config/git; echo '*.c -diff' >../x/.config/git/attributes | r | HOME=@/x | c.txt
      echo '*.c -diff' >../home/f; git config core.attributesFile '~/f' | r | | c.txt
      echo '*.c -diff' >../home/f; git config core.attributesFile '~/f' | r | HOME=@/x | a.c b.c c.txt
      echo '*.c -diff' >../home/f; git config core.attributesFile ../home/f | r/sub | | c.txt
      echo '*.c diff=foo' >.gitattributes; git config diff.foo.binary true | r | | c.txt
      echo '*.c diff=foo' >.gitattributes; git config diff.foo.binary auto | r | | a.c b.c c.txt
      mkdir -p ../home/.config/git; echo '*.c -diff' >../home/.config/git/attributes; echo '*.c diff' >.gitattributes | r | | a.c b.c c.txt
      printf '[attr]mine -diff\\n*.c mine\\n' >.gitattributes | r | | c.txt
      printf '*.c yours\\n[attr]mine -diff\\n[attr]yours mine\\n' >.gitattributes | r | | c.txt
      echo '[attr]mine -diff' >sub/.gitattributes; echo '*.c mine' >.gitattributes | r | | a.c b.c c.txt
      echo '[attr]mine -diff' >.git/info/attributes; echo '*.c mine' >.gitattributes | r | | c.txt
      printf '[attr]mine -diff\\n*.c mine\\na.c !mine\\n' >.gitattributes | r | | a.c c.txt
      printf '[attr]mine -diff\\na.c diff mine\\nb.c mine diff\\n' >.gitattributes | r | | b.c c.txt
      printf '[attr]mine diff=cpp\\n*.c mine=foo\\n' >.gitattributes | r | | a.c b.c c.txt
      printf '[attr]mine -diff\\n*.c mine\\n' >.gitattributes; echo '[attr]mine diff' >.git/info/attributes | r | | a.c b.c c.txt
      printf '[attr]a b\\n[attr]b a -diff\\n*.c a\\n' >.gitattributes | r | | c.txt
      printf '*.c binary\\na.c -binary\\n' >.gitattributes | r | | a.c c.txt
      printf '[attr]binary diff\\n*.c binary\\n' >.gitattributes | r | | a.c b.c c.txt
      echo '*.c -diff # no comment' >.gitattributes | r | | a.c b.c c.txt
      echo '"*.c" -diff' >.gitattributes | r | | c.txt
      echo '  *.c -diff' >.gitattributes | r | | c.txt
      echo '!*.c -diff' >.gitattributes | r | | a.c b.c c.txt
      echo 'sub/ -diff' >.gitattributes | r | | a.c b.c c.txt
      printf '\\357\\273\\277*.c -diff\\r\\n' >.gitattributes | r | | c.txt
      echo '*.C -diff' >.gitattributes | r | | a.c b.c c.txt
      echo '*.C -diff' >.gitattributes; git config core.ignoreCase true | r | | c.txt
      echo '*.c -diff' >x; ln -s x .gitattributes | r | | a.c b.c c.txt
      echo '*.c -diff' >x; ln -s ../../x .git/info/attributes | r | | c.txt
      """;

  static Stream<String> situations() {
    return (PLACES + FILES).lines();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void attributesAreThoseThatGitReads(String line, @TempDir Path folder) throws Exception {
    GitCommand.require();
    String[] cells = line.split(" *\\| *", -1);
    Situation situation = new Situation(folder);
    situation.make(cells[0]);
    Situation.Outputs outputs = situation.compare(cells[1], variables(cells[2]), List.of());
    assertThat(outputs.gits()).allMatch(outputs.ours()::equals);
    List<String> asText =
        Stream.of("a.c", "b.c", "c.txt")
            .filter(name -> outputs.ours().matches("(?s).*@@ (sub/)?" + name + "[:\n].*"))
            .toList();
    assertThat(String.join(" ", asText)).isEqualTo(cells[3]);
  }

  private static Map<String, String> variables(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String word : text.isBlank() ? new String[0] : text.split(" ", -1)) {
      variables.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
    }
    return variables;
  }
}
