package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;

/** Keeps the rules of style in the main code; each is also shown to find what breaks it. */
class SourceTest {
  private static final Path MAIN = Path.of("src", "main", "java");

  @Test
  void mainCodeKeepsTheRules() throws IOException {
    List<JavaFileObject> sources;
    try (Stream<Path> files = Files.walk(MAIN)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> source(file.toString(), read(file)))
              .toList();
    }
    assertThat(sources).hasSizeGreaterThan(10);
    assertThat(SourceRules.violations(sources)).isEmpty();
  }

  @Test
  void longFileIsFound() throws IOException {
    assertThat(violations("class A {" + "\n".repeat(400) + "}"))
        .containsExactly("A.java:1: the file has 401 lines");
    assertThat(violations("class A {" + "\n".repeat(399) + "}")).isEmpty();
  }

  @Test
  void longMethodIsFound() throws IOException {
    assertThat(violations("class A {\n  void a() {" + "\n".repeat(40) + "  }\n}"))
        .containsExactly("A.java:2: a has 41 lines");
    assertThat(violations("class A {\n  void a() {" + "\n".repeat(39) + "  }\n}")).isEmpty();
  }

  @Test
  void fiveParametersAreFound() throws IOException {
    assertThat(violations("class A { A(" + parameters(5) + ") {} }"))
        .containsExactly("A.java:1: <init> takes 5");
    assertThat(violations("class A { A(" + parameters(4) + ") {} }")).isEmpty();
    assertThat(violations("record A(" + parameters(5) + ") { A {} }")).isEmpty();
  }

  @Test
  void publicTypeWithoutWordsIsFound() throws IOException {
    assertThat(violations("/** Has words. */ public class A { public enum B {} }"))
        .containsExactly("A.java:1: public type B has no words");
  }

  @Test
  void publicMethodWithoutWordsIsFound() throws IOException {
    assertThat(
            violations(
                """
                /** Has words. */
                public interface A {
                  void say();

                  /** Has words. */
                  void talk();

                  default int count() {
                    return 1;
                  }
                }

                /** Has words. */
                public final class B {
                  private int x;

                  public B(int x) {
                    this.x = x;
                  }

                  public int x() {
                    return x;
                  }

                  @Override
                  public String toString() {
                    String text = "b";
                    return text;
                  }

                  public int more(int y) {
                    return x + y;
                  }

                  int inside(int y) {
                    return x - y;
                  }
                }
                """))
        .containsExactly(
            "A.java:3: public method say has no words",
            "A.java:17: public method <init> has no words",
            "A.java:31: public method more has no words");
  }

  private static List<String> violations(String text) throws IOException {
    return SourceRules.violations(List.of(source("A.java", text)));
  }

  private static String parameters(int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> "int p" + index)
        .collect(Collectors.joining(", "));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JavaFileObject source(String name, String text) {
    URI uri = URI.create("string:///" + name.replace('\\', '/'));
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
