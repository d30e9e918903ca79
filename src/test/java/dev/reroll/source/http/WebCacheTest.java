package dev.reroll.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.bytes.Octets;
import dev.reroll.source.http.WebClient.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cache of answers leaves on the disk, and who can read it. */
class WebCacheTest {
  private final Path folder;

  WebCacheTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void answersAreTheirOwnersAlone() throws IOException {
    Path home = folder.resolve("home/http");
    new WebCache(home).store(request("https://lists.example.org/a"), Octets.utf8("mail"));
    assertThat(mode(home)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("home"))).isEqualTo("rwx------");
    assertThat(modes(home)).containsExactly("rw-------");
  }

  @Test
  void folderThatOthersCouldLookIntoIsClosed() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    new WebCache(folder).store(request("https://lists.example.org/a"), Octets.utf8("mail"));
    assertThat(mode(folder)).isEqualTo("rwx------");
  }

  @Test
  void passwordOfAnAddressIsNotKept() throws IOException {
    WebCache cache = new WebCache(folder);
    WebRequest secret = request("https://robin:s3cret%40@lists.example.org:8443/a?q=b");
    cache.store(secret, Octets.utf8("mail"));
    assertThat(cache.find(secret, Duration.ofDays(1)).orElseThrow().body())
        .isEqualTo(Octets.utf8("mail"));
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      assertThat(file).content().isEqualTo("GET https://lists.example.org:8443/a?q=b\nmail");
    }
  }

  private static WebRequest request(String address) {
    return WebRequest.get(URI.create(address));
  }

  private static List<String> modes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return List.of(mode(all.get(0)));
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
