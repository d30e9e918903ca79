package dev.reroll.oracle;

import dev.reroll.apply.tree.Blobs;
import dev.reroll.apply.tree.EntryMode;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Tree;
import dev.reroll.bytes.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fresh repository in which real git works, and whose tree and blobs our code reads. */
final class AmRepository implements Blobs, AutoCloseable {
  private final Path folder;
  private final ObjectFormat format;
  private final String program;
  private Optional<Process> reader = Optional.empty();

  AmRepository(Path folder, ObjectFormat format, String program) throws IOException {
    OracleRun.delete(folder);
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    this.format = format;
    this.program = program;
    String named = format == ObjectFormat.SHA256 ? "sha256" : "sha1";
    git("init", "-q", "--template=", "--object-format=" + named, ".");
    Files.writeString(
        this.folder.resolve(".git/config"),
        "[core]\n\tfsync = none\n[gc]\n\tauto = 0\n[user]\n\tname = x\n\temail = x@example.org\n",
        java.nio.file.StandardOpenOption.APPEND);
  }

  /** What a command of git gave: exit code, and both outputs. */
  record Output(int exit, String out, String err) {}

  Output git(String... arguments) throws IOException {
    return run(new byte[0], List.of(arguments));
  }

  Output run(byte[] input, List<String> arguments) throws IOException {
    Path errors = folder.resolveSibling(folder.getFileName() + ".err");
    Process process = start(arguments, ProcessBuilder.Redirect.to(errors.toFile()));
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    }
    byte[] output = process.getInputStream().readAllBytes();
    try {
      int exit = process.waitFor();
      return new Output(exit, OctetText.of(output), OctetText.of(Files.readAllBytes(errors)));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Process start(List<String> arguments, ProcessBuilder.Redirect errors) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors);
    builder.environment().putAll(ENVIRONMENT);
    return builder.start();
  }

  Path folder() {
    return folder;
  }

  /** Returns a tree of the repository, read whole. */
  Tree tree(String revision) throws IOException {
    return new ReadTree(files(revision));
  }

  SortedMap<Octets, dev.reroll.apply.tree.Tree.TreeFile> files(String revision) throws IOException {
    SortedMap<Octets, dev.reroll.apply.tree.Tree.TreeFile> files =
        new TreeMap<>(Octets::compareUnsigned);
    for (String line : git("ls-tree", "-r", "-z", revision).out().split("\0", -1)) {
      if (!line.isEmpty()) {
        int tab = line.indexOf('\t');
        String[] words = line.substring(0, tab).split(" ", -1);
        EntryMode mode = EntryMode.ofBits(Integer.parseInt(words[0], 8));
        files.put(
            Octets.wrap(OctetText.bytes(line.substring(tab + 1))),
            new dev.reroll.apply.tree.Tree.TreeFile(mode, words[2]));
      }
    }
    return files;
  }

  private record ReadTree(SortedMap<Octets, dev.reroll.apply.tree.Tree.TreeFile> files)
      implements Tree {
    @Override
    public Optional<dev.reroll.apply.tree.Tree.TreeFile> find(Octets path) {
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public SortedMap<Octets, dev.reroll.apply.tree.Tree.TreeFile> below(Octets folder) {
      SortedMap<Octets, dev.reroll.apply.tree.Tree.TreeFile> below =
          new TreeMap<>(Octets::compareUnsigned);
      String start = folder.isEmpty() ? "" : OctetText.of(folder.toByteArray()) + "/";
      files.forEach(
          (path, file) -> {
            if (OctetText.of(path.toByteArray()).startsWith(start)) {
              below.put(path, file);
            }
          });
      return below;
    }
  }

  @Override
  public ObjectFormat format() {
    return format;
  }

  @Override
  public Optional<String> findId(String id) {
    return id.length() < 4 ? Optional.empty() : ask(id).map(Blob::id);
  }

  @Override
  public Optional<Octets> find(String id) {
    return ask(id).map(Blob::content);
  }

  private record Blob(String id, Octets content) {}

  private Optional<Blob> ask(String name) {
    try {
      if (reader.isEmpty()) {
        reader =
            Optional.of(start(List.of("cat-file", "--batch"), ProcessBuilder.Redirect.DISCARD));
      }
      OutputStream out = reader.get().getOutputStream();
      out.write((name + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      out.flush();
      return answer(reader.get());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Optional<Blob> answer(Process process) throws IOException {
    java.io.InputStream in = process.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      line.append((char) octet);
    }
    String[] words = line.toString().split(" ", -1);
    if (words.length != 3) {
      return Optional.empty();
    }
    byte[] content = in.readNBytes(Integer.parseInt(words[2]));
    in.read();
    return words[1].equals("blob")
        ? Optional.of(new Blob(words[0], Octets.wrap(content)))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    endReading();
  }

  /** Ends the process that reads blobs. */
  void endReading() throws IOException {
    if (reader.isPresent()) {
      reader.get().getOutputStream().close();
      reader.get().destroy();
      reader = Optional.empty();
    }
  }

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LC_ALL", "C.UTF-8",
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_SYSTEM", "/dev/null",
          "GIT_PAGER", "cat",
          "TERM", "dumb");
}
