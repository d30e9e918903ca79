package dev.reroll.repo.objects;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads objects by running git, where JGit cannot (ids of SHA-256), or should not: it reads the
 * whole index of a pack into memory for the first object, where git maps the file.
 */
public final class ProgramObjects implements ObjectStore {
  private final Path gitFolder;
  private final boolean isPartial;
  private final CatFile git;
  private final CatFile here;

  /** Asks git in this repository; a partial clone may ask its server. */
  public ProgramObjects(Path gitFolder, boolean isPartial) {
    this.gitFolder = gitFolder;
    this.isPartial = isPartial;
    this.git = new CatFile(gitFolder, true);
    this.here = isPartial ? new CatFile(gitFolder, false) : git;
  }

  /** Whether git is installed. */
  public static boolean isThere() {
    try {
      Process version =
          new ProcessBuilder("git", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      version.getOutputStream().close();
      return true;
    } catch (IOException none) {
      return false;
    }
  }

  @Override
  public Optional<Stored> find(String id) throws IOException {
    return git.find(id);
  }

  @Override
  public Optional<Stored> findHere(String id) throws IOException {
    return here.find(id);
  }

  @Override
  public Optional<String> blob(String abbreviation) throws IOException {
    return here.find(abbreviation + "^{blob}").map(Stored::id);
  }

  @Override
  public Optional<Step> commit(String revision) throws IOException {
    Optional<Stored> commit = git.find(revision + "^{commit}");
    return commit.map(found -> new Step(found.id(), treeOf(found)));
  }

  /** A commit begins with {@code tree ID}. */
  private static String treeOf(Stored commit) {
    int length = commit.id().length();
    int start = "tree ".length();
    return commit.content().slice(start, start + length).decode(StandardCharsets.US_ASCII);
  }

  @Override
  public Steps history() throws IOException {
    List<String> words =
        new ArrayList<>(List.of("rev-list", "--format=%H %T", "--branches", "--remotes", "--tags"));
    if (commit("HEAD").isPresent()) {
      words.add("HEAD");
    }
    Process listing =
        new ProcessBuilder(CatFile.git(gitFolder, words.toArray(String[]::new)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Listed(
        listing,
        new BufferedReader(
            new InputStreamReader(listing.getInputStream(), StandardCharsets.US_ASCII)));
  }

  private record Listed(Process listing, BufferedReader lines) implements Steps {
    @Override
    public Optional<Step> next() throws IOException {
      String line = lines.readLine();
      while (line != null && line.startsWith("commit ")) {
        line = lines.readLine();
      }
      int blank = line == null ? -1 : line.indexOf(' ');
      return line == null || blank < 0
          ? Optional.empty()
          : Optional.of(new Step(line.substring(0, blank), line.substring(blank + 1)));
    }

    @Override
    public void close() {
      listing.destroy();
    }
  }

  @Override
  public Optional<String> name(String commit) throws IOException {
    for (String prefix : List.of("refs/tags/", "refs/heads/", "refs/remotes/")) {
      Process listing =
          new ProcessBuilder(
                  CatFile.git(
                      gitFolder,
                      "for-each-ref",
                      "--points-at=" + commit,
                      "--count=1",
                      "--format=%(refname)",
                      prefix))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String name = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!name.isBlank()) {
        return Optional.of(name.strip().substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean isPartial() {
    return isPartial;
  }

  @Override
  public void close() {
    git.close();
    here.close();
  }
}
