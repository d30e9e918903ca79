package dev.reroll.app;

import dev.reroll.series.Lineage;
import dev.reroll.series.Link;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names the two versions that are compared.
 *
 * @param before the older one
 * @param after the newer one
 * @param link why the newer one is held to follow the older one; none where it does not, or where
 *     they were found in two places
 * @param remarks what the user should know of the choice, a line each
 * @param mailboxes what holds them, where each is in a mailbox of its own
 */
public record VersionPair(
    SeriesVersion before,
    SeriesVersion after,
    Optional<Link> link,
    List<String> remarks,
    Optional<BothSides<String>> mailboxes) {
  public VersionPair {
    remarks = List.copyOf(remarks);
  }

  /** Names two versions that are not known to be in a mailbox each. */
  public VersionPair(
      SeriesVersion before, SeriesVersion after, Optional<Link> link, List<String> remarks) {
    this(before, after, link, remarks, Optional.empty());
  }

  /** Returns what to call the older one: its label, where that tells it from the other. */
  public String beforeName() {
    return areAlike() ? ofMailbox(mailboxes.get().before()) : before.label().toString();
  }

  /** Returns what to call the newer one: its label, where that tells it from the other. */
  public String afterName() {
    return areAlike() ? ofMailbox(mailboxes.get().after()) : after.label().toString();
  }

  private boolean areAlike() {
    return mailboxes.isPresent()
        && before.label().equals(after.label())
        && !mailboxes.get().before().equals(mailboxes.get().after());
  }

  /** Returns the last part of the name, unless both end alike. */
  private String ofMailbox(String name) {
    BothSides<String> both = mailboxes.get();
    return fileName(both.before()).equals(fileName(both.after())) ? name : fileName(name);
  }

  private static String fileName(String name) {
    String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  /** Finds the link from {@code after} to {@code before}, where that is the one it follows. */
  static Optional<Link> link(Lineage lineage, SeriesVersion before, SeriesVersion after) {
    return lineage.link(after).filter(link -> link.before().equals(before.label()));
  }

  /** Returns the same with more to know. */
  VersionPair withRemarks(List<String> more) {
    List<String> all = new ArrayList<>(remarks);
    all.addAll(more);
    return new VersionPair(before, after, link, all, mailboxes);
  }
}
