package dev.reroll.source;

import dev.reroll.bytes.Octets;
import dev.reroll.message.MailboxKind;
import dev.reroll.message.MailboxSplitter;
import dev.reroll.message.MessageBag;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Locator;
import dev.reroll.problem.Refusal;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads raw messages from what a user names: a mailbox in any dialect, plain or gzipped, a single
 * mail or diff, a maildir, a folder of patch files, or {@code -} for standard input.
 *
 * <p>The place of a message names its file as the user typed it; in a folder, the folder as typed,
 * a slash, and the file's name.
 */
public final class MailboxSource {
  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private final Path start;
  private final InputStream standardInput;
  private final Limits limits;
  private final Consumer<Diagnostic> diagnostics;

  /** Creates a source whose relative names start from the folder that the process stands in. */
  public MailboxSource(InputStream standardInput, Limits limits, Consumer<Diagnostic> diagnostics) {
    this(Path.of(""), standardInput, limits, diagnostics);
  }

  /**
   * Creates a source; nothing is opened yet.
   *
   * @param start the folder that relative names start from
   * @param standardInput what {@code -} stands for; stays open
   * @param diagnostics hears of mails and files left out
   */
  public MailboxSource(
      Path start, InputStream standardInput, Limits limits, Consumer<Diagnostic> diagnostics) {
    this.start = start;
    this.standardInput = standardInput;
    this.limits = limits;
    this.diagnostics = diagnostics;
  }

  /**
   * Returns the messages in {@code name}, in their order, at least one; of those with the same id,
   * the first.
   *
   * @throws Refusal where there is nothing of that name, or no mail in it, or too much
   */
  public List<RawMessage> read(String name) throws Refusal {
    MessageBag bag = new MessageBag(diagnostics);
    try {
      if (name.equals(STANDARD_INPUT)) {
        addMailbox(new OctetsReader(name, limits.mailboxOctets()).read(standardInput), name, bag);
      } else if (Files.isDirectory(start.resolve(name))) {
        addFolder(name, bag);
      } else {
        addMailbox(octetsOf(start.resolve(name), name), name, bag);
      }
    } catch (InvalidPathException e) {
      throw Refusal.unreadable("cannot read mbox '" + name + "': not a file name");
    } catch (IOException e) {
      throw refusal(name, e);
    }
    return bag.messages();
  }

  private Octets octetsOf(Path file, String name) throws IOException, Refusal {
    try (InputStream in = open(file)) {
      return new OctetsReader(name, limits.mailboxOctets()).read(in);
    }
  }

  /** Opens a file the short way, without a channel; that one only tells why it cannot be opened. */
  private static InputStream open(Path file) throws IOException {
    try {
      return new FileInputStream(file.toFile());
    } catch (FileNotFoundException reasonless) {
      return Files.newInputStream(file);
    }
  }

  private void addFolder(String name, MessageBag bag) throws IOException, Refusal {
    String prefix = name.endsWith("/") ? name : name + "/";
    Path folder = start.resolve(name);
    List<Path> files = FolderListing.files(folder);
    List<Path> listed = QuiltSeries.files(folder);
    for (Path file : files) {
      if (!listed.isEmpty() && !listed.contains(file)) {
        diagnostics.accept(
            Diagnostic.note(
                new Locator(prefix + folder.relativize(file), 0), "not in 'series', left out"));
      }
    }
    for (Path file : listed.isEmpty() ? files : listed) {
      String container = prefix + folder.relativize(file).toString().replace('\\', '/');
      Octets octets = octetsOf(file, container);
      if (MailboxKind.of(octets) == MailboxKind.OTHER) {
        diagnostics.accept(
            Diagnostic.note(new Locator(container, 0), "neither mail nor diff, left out"));
      } else {
        addMessages(octets, container, bag);
      }
    }
    if (bag.messages().isEmpty()) {
      throw Refusal.unreadable(
          "cannot read folder '" + name + "': no mail or patch file in it",
          "git format-patch --stdout BASE..TIP > v2.mbox");
    }
  }

  private void addMailbox(Octets octets, String name, MessageBag bag) throws Refusal {
    if (MailboxKind.of(octets) != MailboxKind.OTHER) {
      addMessages(octets, name, bag);
      return;
    }
    boolean blank = MailboxSplitter.split(octets, name).isEmpty();
    String reason = blank ? "it is empty" : "neither a mailbox, a mail nor a diff";
    throw Refusal.unreadable(
        "cannot read mbox '" + name + "': " + reason,
        "git format-patch --stdout BASE..TIP > v2.mbox");
  }

  private void addMessages(Octets octets, String container, MessageBag bag) throws Refusal {
    for (RawMessage message : MailboxSplitter.split(octets, container)) {
      if (message.octets().length() > limits.messageOctets()) {
        throw Refusal.unreadable(
            "cannot read mbox '"
                + container
                + "': the message at "
                + message.where()
                + " is larger than "
                + limits.messageOctets()
                + " bytes");
      }
      bag.add(message);
      if (bag.count() > limits.messageCount()) {
        throw Refusal.unreadable(
            "cannot read mbox '"
                + container
                + "': more than "
                + limits.messageCount()
                + " messages");
      }
    }
  }

  private Refusal refusal(String name, IOException cause) {
    String what = "cannot read mbox '" + name + "': ";
    if (cause instanceof NoSuchFileException) {
      return NearbyName.find(start, name)
          .map(near -> Refusal.unreadable(what + "no such file", "ls -l " + ShellWord.of(near)))
          .orElseGet(
              () -> Refusal.unreadable(what + "no such file", NearbyName.listing(start, name)));
    }
    if (cause instanceof AccessDeniedException) {
      return Refusal.unreadable(what + "permission denied", "ls -l " + ShellWord.of(name));
    }
    return Refusal.unreadable(what + "reading failed: " + cause.getMessage());
  }

  /** Finds what the user may have meant by the name of a file that is not there. */
  private static final class NearbyName {
    private NearbyName() {}

    /**
     * Finds a neighbour whose name begins like {@code name} up to its first dot: {@code v2.mbox.gz}
     * for {@code v2.mbox}.
     *
     * @param start the folder that relative names start from
     */
    static Optional<String> find(Path start, String name) {
      int slash = name.lastIndexOf('/') + 1;
      String stem = name.substring(slash).replaceFirst("\\..*", "");
      Path folder = start.resolve(name.substring(0, slash));
      if (stem.isEmpty() || !Files.isDirectory(folder)) {
        return Optional.empty();
      }
      String best = "";
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          String candidate = entry.getFileName().toString();
          boolean begins = candidate.equals(stem) || candidate.startsWith(stem + ".");
          best = begins && (best.isEmpty() || candidate.compareTo(best) < 0) ? candidate : best;
        }
      } catch (IOException e) {
        return Optional.empty();
      }
      return best.isEmpty() ? Optional.empty() : Optional.of(name.substring(0, slash) + best);
    }

    /** Returns the command that lists what is there: in the name's folder, if that exists. */
    static String listing(Path start, String name) {
      String folder = name.substring(0, name.lastIndexOf('/') + 1);
      boolean isThere = !folder.isEmpty() && Files.isDirectory(start.resolve(folder));
      return isThere ? "ls " + ShellWord.of(folder) : "ls";
    }
  }

  /**
   * Reads the file {@code series} of quilt, which says which patches of a folder count, and in
   * which order (quilt(1)): a name on each line, options and a comment behind it.
   */
  private static final class QuiltSeries {
    private static final String NAME = "series";
    private static final int MAX_OCTETS = 1 << 20;

    private QuiltSeries() {}

    /** Returns the patches that it lists and that are there; none where there is no such file. */
    static List<Path> files(Path folder) throws IOException {
      Path series = folder.resolve(NAME);
      if (!Files.isRegularFile(series) || Files.size(series) > MAX_OCTETS) {
        return List.of();
      }
      List<Path> files = new ArrayList<>();
      for (String line : Octets.wrap(Files.readAllBytes(series)).toString().lines().toList()) {
        String plain = line.strip();
        int end = 0;
        while (end < plain.length() && plain.charAt(end) > ' ') {
          end++;
        }
        String name = plain.substring(0, end);
        if (!name.isEmpty() && !name.startsWith("#") && isInside(name)) {
          Path file = folder.resolve(name);
          if (Files.isRegularFile(file) && !files.contains(file)) {
            files.add(file);
          }
        }
      }
      return files;
    }

    private static boolean isInside(String name) {
      return !name.startsWith("/") && !Path.of(name).normalize().startsWith("..");
    }
  }

  /**
   * Lists the files of a folder that may hold mail, in name order: those of {@code cur} and {@code
   * new} of a maildir, else those with the endings that mail and patches have, or with a number for
   * a name (MH folders, {@code git mailsplit}).
   */
  private static final class FolderListing {
    private static final int MAX_DIGITS = 20;

    private static final Set<String> ENDINGS =
        Set.of("patch", "diff", "eml", "mbox", "mbx", "mail", "msg", "txt");

    private FolderListing() {}

    static List<Path> files(Path folder) throws IOException {
      Path current = folder.resolve("cur");
      Path fresh = folder.resolve("new");
      List<Path> files = new ArrayList<>();
      if (Files.isDirectory(current) || Files.isDirectory(fresh)) {
        addFiles(current, files, false);
        addFiles(fresh, files, false);
      } else {
        addFiles(folder, files, true);
      }
      files.sort(Comparator.comparing(FolderListing::sortKey));
      return files;
    }

    private static void addFiles(Path folder, List<Path> files, boolean byName) throws IOException {
      if (!Files.isDirectory(folder)) {
        return;
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          String name = nameOf(entry);
          boolean wanted = !name.startsWith(".") && (!byName || isMailName(name));
          if (wanted && Files.isRegularFile(entry)) {
            files.add(entry);
          }
        }
      }
    }

    private static boolean isMailName(String name) {
      String plain = name.toLowerCase(Locale.ROOT);
      plain = plain.endsWith(".gz") ? plain.substring(0, plain.length() - 3) : plain;
      String ending = plain.substring(plain.lastIndexOf('.') + 1);
      return (ENDINGS.contains(ending) && ending.length() < plain.length()) || isNumber(plain);
    }

    private static boolean isNumber(String name) {
      return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Numbers in names are compared by value: 2 comes before 10, {@code 2-a} before 10-a. */
    private static String sortKey(Path file) {
      String name = nameOf(file);
      StringBuilder key = new StringBuilder(name.length() + MAX_DIGITS);
      int end = 0;
      for (int at = 0; at < name.length(); at = end) {
        end = at;
        while (end < name.length() && Character.isDigit(name.charAt(end))) {
          end++;
        }
        key.append("0".repeat(end > at ? Math.max(0, MAX_DIGITS - (end - at)) : 0));
        end = Math.max(end, at + 1);
        key.append(name, at, end);
      }
      return key.toString();
    }

    private static String nameOf(Path file) {
      return file.getFileName().toString();
    }
  }
}
