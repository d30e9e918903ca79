package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the one jar of the package holds, and what archives of its classes ask of it. */
class PackageIT {
  /** Java 6: the oldest format with the verifier that archives need. */
  private static final int OLDEST_ARCHIVABLE = 50;

  private static final Path JAR =
      PackagedLauncher.packaged(Path.of("")).lib().resolve("reroll.jar");

  @Test
  void everyClassCanGoIntoAnArchive() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      for (ZipEntry entry : jar.stream().filter(PackageIT::isClass).toList()) {
        try (DataInputStream octets = new DataInputStream(jar.getInputStream(entry))) {
          octets.readInt();
          octets.readUnsignedShort();
          int version = octets.readUnsignedShort();
          assertThat(version).as(entry.getName()).isGreaterThanOrEqualTo(OLDEST_ARCHIVABLE);
        }
      }
    }
  }

  @Test
  void nothingIsSignedAndNothingIsModular() throws IOException {
    assertThat(names())
        .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"))
        .noneMatch(name -> name.endsWith("module-info.class"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"));
  }

  @Test
  void librariesAreThereOnceWithTheirLicences() throws IOException {
    assertThat(names())
        .doesNotHaveDuplicates()
        .contains(
            "dev/reroll/launch/Main.class",
            "picocli/CommandLine.class",
            "org/eclipse/jgit/lib/Config.class",
            "jakarta/mail/internet/MimeMessage.class",
            "com/github/difflib/DiffUtils.class",
            "META-INF/LICENSE",
            "META-INF/THIRD-PARTY.md",
            "META-INF/licenses/org.eclipse.jgit-jar/about.html",
            "META-INF/licenses/jakarta.mail-jar/META-INF/LICENSE.md",
            "META-INF/licenses/sqlite-jdbc-jar/META-INF/maven/org.xerial/sqlite-jdbc/LICENSE");
  }

  @Test
  void servicesOfAllLibrariesAreMerged() throws IOException {
    assertThat(text("META-INF/services/jakarta.mail.Provider")).contains("SMTPProvider");
    assertThat(text("META-INF/services/jakarta.mail.util.StreamProvider"))
        .contains("MailStreamProvider");
    assertThat(text("META-INF/services/org.slf4j.spi.SLF4JServiceProvider")).contains("NOP");
  }

  @Test
  void libraryOfTheDatabaseIsThereForTheUsualPlatforms() throws IOException {
    String folder = "org/sqlite/native/";
    List<String> libraries =
        names().stream()
            .filter(name -> name.startsWith(folder))
            .map(name -> name.substring(folder.length(), name.lastIndexOf('/')))
            .sorted()
            .toList();
    assertThat(libraries)
        .containsExactly(
            "Linux-Musl/aarch64",
            "Linux-Musl/x86_64",
            "Linux/aarch64",
            "Linux/x86_64",
            "Mac/aarch64",
            "Mac/x86_64",
            "Windows/aarch64",
            "Windows/x86_64");
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class");
  }

  private static List<String> names() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .collect(Collectors.toList());
    }
  }

  private static String text(String name) throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile());
        InputStream octets = jar.getInputStream(jar.getEntry(name))) {
      return new String(octets.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
