package dev.reroll;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Finds the JDKs of this machine that reroll can run on, each once. */
final class InstalledJdks {
  private InstalledJdks() {}

  /** Returns the homes: the one that runs the tests first, then those of the usual folders. */
  static List<Path> homes() throws IOException {
    List<Path> candidates = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    Path home = Path.of(System.getProperty("user.home"));
    for (Path folder :
        List.of(
            Path.of("/usr/lib/jvm"), home.resolve(".sdkman/candidates/java"), Path.of("/opt"))) {
      candidates.addAll(children(folder));
    }
    for (Path folder : children(Path.of("/Library/Java/JavaVirtualMachines"))) {
      candidates.add(folder.resolve("Contents/Home"));
    }
    Set<Path> homes = new LinkedHashSet<>();
    for (Path candidate : candidates) {
      if (Files.isExecutable(candidate.resolve("bin/java")) && featureVersion(candidate) >= 17) {
        homes.add(candidate.toRealPath());
      }
    }
    return List.copyOf(homes);
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        entries.forEach(children::add);
      }
    }
    return children;
  }

  private static int featureVersion(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release)) {
      return 0;
    }
    Properties properties = new Properties();
    try (var text = Files.newBufferedReader(release)) {
      properties.load(text);
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("[^0-9]", 2)[0]);
  }
}
