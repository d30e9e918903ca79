package dev.reroll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options and configuration of {@code reroll diff} on commits, against {@code git range-diff}. */
class RangeOptionsGitTest {
  private static final String ALL_PAIRED = "--creation-factor=10000";

  @TempDir private Path folder;

  @BeforeEach
  void makeTwoVersions() throws Exception {
    GitCommand.require();
    git("init", "-q", ".");
    git("config", "user.name", "Ada");
    git("config", "user.email", "ada@example.org");
    commit("base", "one\n\ntwo\nthree\nfour\nfive\nsix\nseven\n");
    git("branch", "base");
    version("v1", "three", "");
    version("v2", "THREE", "more");
  }

  private void version(String name, String line, String note) throws Exception {
    git("checkout", "-q", "-b", name, "base");
    commit("", "one\n\ntwo\n" + line + "\nfour\nfive\nsix\neight\n");
    git("mv", "file", "src.c");
    Files.writeString(folder.resolve("src.c"), "one\n\ntwo\n" + line + "  \nfour\nfive\nsix\n");
    git("commit", "-q", "-a", "-m", "move\n\nbody " + note);
    git("notes", "add", "-m", "standard " + note);
    git("notes", "--ref=review", "add", "-m", "review " + note);
    git("notes", "--ref=other", "add", "-m", "other " + note);
  }

  private void commit(String message, String content) throws Exception {
    Files.writeString(folder.resolve("file"), content);
    git("add", "file");
    git("commit", "-q", "--allow-empty-message", "-m", message);
  }

  private String git(String... words) throws Exception {
    return new String(new GitCommand(folder).run(List.of(words)), UTF_8);
  }

  private String ours(String options) {
    Run.Result result = run(new Run(folder), options);
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private static Run.Result run(Run run, String options) {
    List<String> words = new ArrayList<>(List.of("-q", ALL_PAIRED, "base..v1", "base..v2"));
    words.addAll(words(options));
    return run.diff(words.toArray(String[]::new));
  }

  private String theirs(String options) throws Exception {
    return configured("core.abbrev=auto", options);
  }

  private String configured(String setting, String options) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("-c", setting, "range-diff", ALL_PAIRED, "base..v1", "base..v2"));
    words.addAll(words(options));
    return git(words.toArray(String[]::new));
  }

  private static List<String> words(String options) {
    return options.isEmpty() ? List.of() : List.of(options.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-p",
        "-u",
        "--patch",
        "--no-renames",
        "--submodule",
        "--submodule=log",
        "--submodule=short",
        "--submod=diff",
        "-s",
        "-s -p",
        "-p -s",
        "-s -U1",
        "--no-patch --unified=1",
        "--unified=1 -s",
        "--creat=60",
        "--no-du --color=always",
        "--le",
        "--ri",
        "--color",
        "--dual-color",
        "--dual-color --color=never",
        "--no-dual-color --dual-color",
        "--dual-color --no-dual-color",
        "--dual-color --color=always --no-dual-color",
        "--notes --notes=review",
        "--notes=review --notes",
        "--no-notes --notes=review",
        "--no-notes --notes=review --notes=other",
        "--no-notes --notes=o*",
        "--notes=review --no-notes",
        "--notes=* --notes",
        "--notes --notes=nowhere",
        "--notes --notes=",
        "--no-note",
        "--abbrev",
      })
  void optionsAreThoseOfGit(String options) throws Exception {
    assertThat(ours(options)).isEqualTo(theirs(options));
  }

  /** What git does since 2.43, in words that older git takes, too. */
  @ParameterizedTest
  @CsvSource({
    "--notes=review,--no-notes --notes=review",
    "--notes=other --notes=review,--no-notes --notes=other --notes=review",
    "--notes=o*,--no-notes --notes=other",
    "--notes=nowhere,--no-notes",
    "--not=review,--no-notes --notes=review"
  })
  void notesThatAreNamedAreShownInsteadOfTheStandardOnes(String options, String older)
      throws Exception {
    assertThat(ours(options)).isEqualTo(theirs(older));
  }

  @ParameterizedTest
  @CsvSource({
    "--abbrev=10,10",
    "--abbrev=2,4",
    "--abbrev=-1,4",
    "--abbrev=0,40",
    "--abbrev=99,40",
    "--no-abbrev,40",
    "--ab=9,9",
    "--abbrev=10 --abbrev,auto"
  })
  void abbrevIsTheWidthOfIdsAsInNewerGit(String options, String digits) throws Exception {
    assertThat(ours(options)).isEqualTo(configured("core.abbrev=" + digits, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "LITERAL,*.c",
    "LITERAL,:(icase)SRC.C",
    "LITERAL,src.c",
    "GLOB,s*c",
    "GLOB,:(literal)*.c",
    "NOGLOB,*.c",
    "NOGLOB,:(glob)*.c",
    "NOGLOB,:!src.c",
    "ICASE,SRC.C",
    "ICASE,*.C",
  })
  void variablesOfPathspecsCount(String name, String path) throws Exception {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/x.c"), "x\n");
    git("add", "sub");
    git("commit", "-q", "-m", "sub");
    String variable = "GIT_" + name + "_PATHSPECS";
    String global = name.equals("NOGLOB") ? "--noglob-pathspecs" : "";
    global = name.equals("GLOB") ? "--glob-pathspecs" : global;
    global = name.equals("LITERAL") ? "--literal-pathspecs" : global;
    global = name.equals("ICASE") ? "--icase-pathspecs" : global;
    assertThat(run(new Run(folder).with(variable, "1"), "-- " + path).out())
        .isEqualTo(git(global, "range-diff", ALL_PAIRED, "base..v1", "base..v2", "--", path));
    assertThat(run(new Run(folder).with(variable, "false"), "-- " + path).out())
        .isEqualTo(theirs("-- " + path));
  }

  @Test
  void aRootCommitChangesNothingWhereTheConfigurationSaysSo() throws Exception {
    for (String root : List.of("r1", "r2")) {
      git("checkout", "-q", "--orphan", root);
      Files.writeString(folder.resolve("src.c"), root + "\n");
      git("add", "src.c");
      git("commit", "-q", "-m", "root");
    }
    git("config", "log.showRoot", "false");
    assertThat(new Run(folder).diff("-q", "r1...r2").out())
        .isEqualTo(git("range-diff", "r1...r2"))
        .contains(" = ");
  }

  @ParameterizedTest
  @CsvSource({
    "diff.algorithm,patience,lines are compared with git's default one",
    "diff.indentHeuristic,false,changes are placed with it",
    "diff.interHunkContext,10,hunks are not joined",
    "diff.suppressBlankEmpty,true,empty lines keep their blank",
    "diff.colorMoved,zebra,moved lines are not shown in colour",
    "diff.wsErrorHighlight,all,only new lines have errors marked",
    "diff.orderFile,order,files are in git's default order",
    "diff.renames,copies,'renames are found, copies are not'",
    "diff.ignoreSubmodules,all,submodules are compared",
    "i18n.logOutputEncoding,ISO-8859-1,messages are compared in UTF-8",
    "i18n.commitEncoding,latin1,messages are compared in UTF-8",
  })
  void whatIsIgnoredIsSaid(String key, String value, String instead) throws Exception {
    git("config", key, value);
    String warning = "warning: " + key + " is '" + value + "', which reroll ignores: " + instead;
    assertThat(new Run(folder).diff("--color", ALL_PAIRED, "base", "v1", "v2").err())
        .endsWith("dropped\n" + warning + "\n");
    assertThat(new Run(folder).diff("-q", "base", "v1", "v2").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "diff.algorithm,myers",
    "diff.indentHeuristic,true",
    "diff.interHunkContext,0",
    "diff.suppressBlankEmpty,false",
    "diff.colorMoved,no",
    "diff.wsErrorHighlight,new",
    "diff.renames,true",
    "diff.ignoreSubmodules,dirty",
    "i18n.logOutputEncoding,UTF-8",
    "diff.noprefix,true",
    "diff.submodule,log",
    "core.quotePath,false",
  })
  void whatChangesNothingIsNotSaid(String key, String value) throws Exception {
    git("config", key, value);
    assertThat(new Run(folder).diff("--color", ALL_PAIRED, "base", "v1", "v2").err())
        .endsWith("dropped\n");
  }

  @Test
  void coloursThatAreNotShownAreNotSpokenOf() throws Exception {
    git("config", "diff.colorMoved", "zebra");
    assertThat(new Run(folder).diff(ALL_PAIRED, "base", "v1", "v2").err()).endsWith("dropped\n");
    assertThat(new Run(folder).diff("--color", "-s", ALL_PAIRED, "base", "v1", "v2").err())
        .endsWith("dropped\n");
  }

  @Test
  void ofMailsOnlyWhatChangesTheirComparisonIsSaid() throws Exception {
    for (String version : List.of("v1", "v2")) {
      String mails = git("format-patch", "--stdout", "base.." + version);
      Files.writeString(folder.resolve(version + ".mbox"), mails);
    }
    git("config", "diff.interHunkContext", "10");
    git("config", "diff.orderFile", "order");
    git("config", "diff.colorMoved", "zebra");
    String warning =
        "warning: diff.interHunkContext is '10', which reroll ignores: hunks are not joined\n";
    Run run = new Run(folder);
    assertThat(run.diff(ALL_PAIRED, "v1.mbox", "v2.mbox").err()).endsWith("dropped\n" + warning);
    assertThat(run.diff("--json", ALL_PAIRED, "v1.mbox", "v2.mbox").err()).endsWith("dropped\n");
    assertThat(run.diff(ALL_PAIRED, "v1.mbox", "v1.mbox").err()).endsWith("dropped\n");
  }
}
