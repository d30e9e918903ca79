package dev.reroll.oracle;

import dev.reroll.apply.Applier.Fallback;
import dev.reroll.apply.SeriesApplication;
import dev.reroll.apply.tree.Application.Applied;
import dev.reroll.apply.tree.Application.Remark;
import dev.reroll.apply.tree.BlobStore;
import dev.reroll.apply.tree.ObjectFormat;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.MailItem;
import dev.reroll.mail.MailReader;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.RawMessage;
import dev.reroll.problem.Locator;
import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Applies one drawn series with {@code git am} and with our code, and compares the trees. */
final class AmRun {
  private final long seed;
  private final Path folder;
  private final AmTally tally;
  private final String program;
  private final Chance chance;
  private final ObjectFormat format;
  private final Fallback fallback;

  AmRun(long seed, Path folder, AmTally tally, String program) {
    this.seed = seed;
    this.folder = folder;
    this.tally = tally;
    this.program = program;
    chance = new Chance(seed);
    format = chance.percent(10) ? ObjectFormat.SHA256 : ObjectFormat.SHA1;
    fallback = chance.percent(55) ? Fallback.THREE_WAY : Fallback.NONE;
  }

  /** What git made of the series: the trees after each commit, and where it stopped. */
  private record Theirs(List<String> trees, int stoppedAt, String words) {}

  /** Runs the case; returns what differed. */
  Optional<String> run() throws IOException {
    AmCase drawn = new AmDraw(chance).draw();
    List<Mail> mails;
    try (AmRepository author = new AmRepository(folder.resolve("author"), format, program)) {
      boolean isSha256 = format == ObjectFormat.SHA256;
      author.run(AmImport.ofSeries(drawn, isSha256), List.of("fast-import", "--quiet"));
      mails = new AmMangle(chance).mangled(Mail.split(formatted(author, drawn)));
    }
    try (AmRepository receiver = new AmRepository(folder.resolve("receiver"), format, program)) {
      boolean isSha256 = format == ObjectFormat.SHA256;
      receiver.run(AmImport.ofTarget(drawn, isSha256), List.of("fast-import", "--quiet"));
      SeriesApplication ours = ours(receiver, mails, drawn);
      receiver.endReading();
      Theirs theirs = theirs(receiver, mails, drawn);
      tally.add(drawn, mails, theirs.words(), fallback);
      tally.add(ours);
      return difference(receiver, ours, theirs, mails.size());
    }
  }

  private static String formatted(AmRepository author, AmCase drawn) throws IOException {
    List<String> command = new ArrayList<>(List.of("format-patch", "--stdout", "--always"));
    command.addAll(drawn.formatPatch());
    command.add("base..series");
    AmRepository.Output output = author.run(new byte[0], command);
    if (output.exit() != 0) {
      throw new IOException(output.err());
    }
    return output.out();
  }

  private SeriesApplication ours(AmRepository receiver, List<Mail> mails, AmCase drawn)
      throws IOException {
    List<Octets> diffs = new ArrayList<>();
    for (Mail mail : mails) {
      String text = mail.withoutFromLine();
      diffs.add(diff(drawn.keepsReturns() ? text : text.replace("\r\n", "\n")));
    }
    try {
      Overlay target = Overlay.over(receiver.tree("target"), new BlobStore(receiver));
      return SeriesApplication.of(diffs, target, fallback);
    } catch (Refusal unreadable) {
      throw new IOException(unreadable);
    }
  }

  private static Octets diff(String mail) {
    Octets octets = Octets.wrap(OctetText.bytes(mail));
    RawMessage message = RawMessage.of(octets, new Locator("drawn", 0));
    MailItem item = new MailReader(diagnostic -> {}).read(message).get(0);
    return item instanceof PatchMail patch ? patch.diff() : Octets.EMPTY;
  }

  private Theirs theirs(AmRepository receiver, List<Mail> mails, AmCase drawn) throws IOException {
    receiver.git("checkout", "-q", "-f", "--detach", "target");
    Path mailbox = folder.resolve("series.mbox");
    StringBuilder text = new StringBuilder();
    mails.forEach(text::append);
    Files.write(mailbox, OctetText.bytes(text.toString()));
    List<String> command = new ArrayList<>(List.of("am", "--patch-format=mbox"));
    command.add(drawn.keepsReturns() ? "--keep-cr" : "--no-keep-cr");
    command.add(fallback == Fallback.THREE_WAY ? "-3" : "--no-3way");
    command.add(mailbox.toString());
    AmRepository.Output output = receiver.run(new byte[0], command);
    Path next = receiver.folder().resolve(".git/rebase-apply/next");
    int stoppedAt = Files.exists(next) ? Integer.parseInt(Files.readString(next).strip()) : 0;
    if (stoppedAt == 0 && output.exit() != 0) {
      throw new IOException(output.err());
    }
    String log = receiver.git("log", "--format=%T", "--reverse", "target..HEAD").out();
    return new Theirs(log.lines().toList(), stoppedAt, output.out() + output.err());
  }

  private Optional<String> difference(
      AmRepository receiver, SeriesApplication ours, Theirs theirs, int mailCount)
      throws IOException {
    List<Applied> commits = new ArrayList<>();
    for (Applied applied : ours.applied()) {
      if (applied.remarks().stream().noneMatch(Remark.AlreadyThere.class::isInstance)) {
        commits.add(applied);
      }
    }
    for (int i = 0; i < Math.min(commits.size(), theirs.trees().size()); i++) {
      Optional<String> difference = difference(receiver, commits.get(i), theirs.trees().get(i));
      if (difference.isPresent()) {
        return Optional.of("commit " + (i + 1) + ": " + difference.get() + "\n" + theirs.words());
      }
    }
    int stoppedAt = ours.stop().isPresent() ? ours.applied().size() + 1 : 0;
    if (stoppedAt != theirs.stoppedAt() || commits.size() != theirs.trees().size()) {
      return Optional.of(
          String.format(
              "of %d git stopped at %d (%d commits), we at %d (%d commits): %s%n%s",
              mailCount,
              theirs.stoppedAt(),
              theirs.trees().size(),
              stoppedAt,
              commits.size(),
              ours.stop().map(Object::toString).orElse(""),
              theirs.words()));
    }
    return Optional.empty();
  }

  private static Optional<String> difference(AmRepository receiver, Applied ours, String tree)
      throws IOException {
    SortedMap<Octets, TreeFile> expected = receiver.files(tree);
    SortedMap<Octets, TreeFile> found;
    try {
      found = ours.after().below(Octets.EMPTY);
    } catch (Refusal unreadable) {
      throw new IOException(unreadable);
    }
    if (found.equals(expected)) {
      return Optional.empty();
    }
    StringBuilder words = new StringBuilder();
    for (Map.Entry<Octets, TreeFile> file : expected.entrySet()) {
      TreeFile other = found.remove(file.getKey());
      if (!file.getValue().equals(other)) {
        words.append(file.getKey()).append(": git ").append(file.getValue());
        words.append(", we ").append(other).append('\n');
      }
    }
    found.forEach((path, file) -> words.append(path).append(": only we ").append(file));
    return Optional.of(words.toString());
  }

  @Override
  public String toString() {
    return "seed " + seed + " " + format + " " + fallback;
  }
}
