package dev.reroll.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws series, and gives the patch-ids that git and we have for their mails. */
public final class PatchIds {
  private static final Pattern HEADER =
      Pattern.compile("(?md)^ *\\d+:  [0-9a-f]{40} [=!] *\\d+:  ([0-9a-f]{40}) ");

  private final ScratchRepository git;
  private final Path mailbox;

  /** Creates a scratch repository below {@code folder}. */
  public PatchIds(Path folder) throws IOException {
    git = new ScratchRepository(folder.resolve("repository"));
    mailbox = folder.resolve("drawn.mbox");
  }

  /**
   * The ids of one series, in its order.
   *
   * @param git those of {@code git patch-id --stable}
   * @param ours those that {@code reroll diff --abbrev=40} prints
   * @param mails the mails, in what {@code git format-patch} printed
   */
  public record Ids(List<String> git, List<String> ours, String mails) {}

  /** Draws the series of {@code seed}, and returns its ids. */
  public Ids of(long seed) throws IOException {
    SeriesPair pair = SeriesDraw.draw(seed);
    git.load(pair);
    String mails = git.formatPatch("after", List.of());
    Files.write(mailbox, OctetText.bytes(mails));
    String name = mailbox.toString();
    CommandRun run = CommandRun.of(List.of("diff", "--abbrev=40", name, name));
    List<String> ours = new ArrayList<>();
    for (Matcher matcher = HEADER.matcher(run.out()); matcher.find(); ) {
      ours.add(matcher.group(1));
    }
    return new Ids(git.patchIds(mails), ours, mails);
  }
}
