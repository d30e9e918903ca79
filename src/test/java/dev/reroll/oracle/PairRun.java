package dev.reroll.oracle;

import dev.reroll.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws one pair, lets git apply and compare it, and compares the same mails our way. */
final class PairRun {
  /** Applying takes 15 ms a patch; so large series, whose mails stay as they are, seldom are. */
  private static final int MAX_APPLIED = 100;

  private final long seed;
  private final Chance chance;
  private final ScratchRepository git;
  private final Runner program;
  private final Path folder;
  private final OracleTally tally;

  /** Who compares the two versions, each in its way. */
  record Contestants(ScratchRepository git, Runner program) {}

  /** Creates the run of {@code seed}, whose files lie in {@code folder}. */
  PairRun(long seed, Contestants contestants, Path folder, OracleTally tally) {
    this.seed = seed;
    this.chance = new Chance(seed ^ 0x5eed);
    this.git = contestants.git();
    this.program = contestants.program();
    this.folder = folder;
    this.tally = tally;
  }

  /** One version: its mails, what to name on the command line, and the commit that git made. */
  private record Version(Mails mails, Path mailbox, String commit) {}

  /** Returns the first difference; empty where all variants are the same. */
  Optional<Difference> run() throws IOException {
    SeriesPair pair = SeriesDraw.draw(seed);
    git.load(pair);
    Version before = version("before", pair.before().size());
    Version after = version("after", pair.after().size());
    Reading reading = Reading.of(before.mails().forAm(), after.mails().forAm());
    List<Variant> variants = variants();
    for (int i = 0; i < variants.size(); i++) {
      Variant variant = variants.get(i);
      if (!tally.count(reading, variant)) {
        continue;
      }
      String expected = git.rangeDiff(before.commit(), after.commit(), variant);
      Optional<Difference> found = compare(before, after, variant, expected);
      if (found.isPresent()) {
        return found;
      }
      tally.scan(variant, expected);
    }
    tally.add("shape " + Shape.of(seed), 1);
    tally.pairDone(pair, before.mails(), after.mails());
    return Optional.empty();
  }

  private Version version(String name, int count) throws IOException {
    Manner manner = Manner.draw(chance, count);
    String formatted = git.formatPatch(name, manner.formatPatch());
    Mails mails = new Mails(formatted, manner, chance.seed());
    Path mailbox = Delivery.write(mails, manner, folder, name);
    Files.write(folder.resolve(name + ".am"), OctetText.bytes(mails.forAm()));
    tally.manner(manner);
    boolean applied = count < MAX_APPLIED || seed % 3 == 0;
    return new Version(mails, mailbox, applied ? git.am(mails) : name);
  }

  private List<Variant> variants() {
    List<Variant> variants = new ArrayList<>(List.of(Variant.plain(), Variant.colored()));
    variants.add(Variant.draw(chance, Shape.of(seed)));
    variants.add(Variant.draw(chance, Shape.of(seed)));
    return variants;
  }

  private Optional<Difference> compare(
      Version before, Version after, Variant variant, String expected) throws IOException {
    List<String> command = new ArrayList<>(List.of("diff"));
    command.addAll(variant.ourOptions());
    command.add(before.mailbox().toAbsolutePath().toString());
    command.add(after.mailbox().toAbsolutePath().toString());
    CommandRun ours = program.run(command, variant.environment());
    String actual = HeaderMask.mask(ours.out());
    String masked = HeaderMask.mask(expected);
    if (ours.exit() == ExitCode.DONE && actual.equals(masked)) {
      return Optional.empty();
    }
    Files.write(folder.resolve("git.txt"), OctetText.bytes(masked));
    Files.write(folder.resolve("ours.txt"), OctetText.bytes(actual));
    Files.write(folder.resolve("ours.err"), OctetText.bytes(ours.err()));
    return Optional.of(Difference.between(seed, variant, masked, actual + "(" + ours.exit() + ")"));
  }
}
