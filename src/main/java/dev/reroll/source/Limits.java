package dev.reroll.source;

/**
 * Bounds what is read, since a small compressed file can hold a very large mailbox.
 *
 * @param mailboxOctets of one file, decompressed
 * @param messageOctets of one message
 * @param messageCount of one file or folder
 */
public record Limits(int mailboxOctets, int messageOctets, int messageCount) {
  /** Bounds that no real mailbox of patches reaches: 1 GiB, 64 MiB, 200,000 messages. */
  public static final Limits DEFAULT = new Limits(1 << 30, 64 << 20, 200_000);
}
