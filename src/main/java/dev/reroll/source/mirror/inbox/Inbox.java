package dev.reroll.source.mirror.inbox;

import dev.reroll.jgit.QuietGit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * One list's mirror.
 *
 * @param name what people call the list: the name of its folder
 * @param folder the folder, as the user named it
 * @param epochs its repositories by their number, the oldest first; at least one
 */
public record Inbox(String name, Path folder, List<Epoch> epochs) {
  private static final int MAX_NAME = 60;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  public Inbox {
    epochs = List.copyOf(epochs);
  }

  /**
   * One repository of an inbox.
   *
   * @param number counts from 0
   * @param repository the folder with {@code HEAD} and {@code objects}
   */
  public record Epoch(int number, Path repository) {}

  /** Returns the epochs by their numbers. */
  public Map<Integer, Epoch> epochsByNumber() {
    Map<Integer, Epoch> byNumber = new TreeMap<>();
    for (Epoch epoch : epochs) {
      byNumber.put(epoch.number(), epoch);
    }
    return byNumber;
  }

  /** Returns the file name of its index: readable, and another one for each folder. */
  public String indexName() throws IOException {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length() && i < MAX_NAME; i++) {
      char c = name.charAt(i);
      boolean isSafe = c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
      plain.append(isSafe ? c : '_');
    }
    return plain + "-" + digest(folder.toRealPath().toString()) + ".sqlite";
  }

  /**
   * Returns 16 digits that differ for different folders (FNV-1a). The JDK's digests would do as
   * well, but to load them takes a tenth of what a run without news takes.
   */
  private static String digest(String text) {
    long hash = FNV_OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return HexFormat.of().toHexDigits(hash);
  }

  /** Opens the bare repositories that a mirror is made of. */
  public static final class BareRepository {
    private BareRepository() {}

    /** Opens the repository in {@code folder} for reading; the caller closes it. */
    public static Repository open(Path folder) throws IOException {
      return QuietGit.open(new FileRepositoryBuilder().setGitDir(folder.toFile()));
    }
  }

  /**
   * Numbers a mail within an inbox, in order of arrival.
   *
   * @param value the epoch × 2³² + the number of commits of the epoch before the mail's
   */
  public record MailNumber(long value) implements Comparable<MailNumber> {
    private static final int BITS = 32;

    /** Numbers the mail at a 0-based position of an epoch. */
    public static MailNumber of(int epoch, int position) {
      return new MailNumber(((long) epoch << BITS) + position);
    }

    /** Returns the number of the epoch that has the mail. */
    public int epoch() {
      return (int) (value >> BITS);
    }

    @Override
    public int compareTo(MailNumber other) {
      return Long.compare(value, other.value);
    }
  }
}
