package dev.reroll.app.tree;

import dev.reroll.app.prepare.TreeUse.WrittenSeries;
import dev.reroll.app.tree.AppliedVersion.Applied;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.apply.tree.Overlay.FileChange;
import dev.reroll.apply.tree.Tree.TreeFile;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.write.CommitWriter;
import dev.reroll.repo.write.CommitWriter.CommitText;
import dev.reroll.repo.write.SeriesRefs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes versions that apply into a repository: a commit for each patch, and a ref for the last one
 * under {@code refs/reroll/}.
 */
final class WriteSeries {
  private static final Person NOBODY = new Person("unknown", "unknown");
  private static final int MAX_SLUG = 60;

  private final GitRepository repository;
  private final String slug;

  /**
   * Creates it.
   *
   * @param title of the series
   */
  WriteSeries(GitRepository repository, String title) {
    this.repository = repository;
    this.slug = slug(title);
  }

  /** Makes a name of a ref from a title: letters and digits of ASCII, with dashes between. */
  static String slug(String title) {
    String dashed = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = dashed.substring(0, Math.min(MAX_SLUG, dashed.length()));
    String slug = cut.replaceAll("^-|-$", "");
    return slug.isEmpty() ? "series" : slug;
  }

  /**
   * Writes a version.
   *
   * @param name what it is called beside the other versions
   */
  WrittenSeries write(Applied version, String name) throws Refusal {
    List<String> commits = new ArrayList<>();
    try (CommitWriter writer = repository.commitWriter()) {
      List<PatchMail> mails = version.version().patches();
      String base = base(version, writer);
      String parent = base;
      for (int i = 0; i < mails.size(); i++) {
        parent =
            writer.write(
                words(mails.get(i), parent), version.trees().get(i), version.trees().get(i + 1));
        commits.add(parent);
      }
      repository.seriesRefs().set(slug + "/" + name, parent);
      return new WrittenSeries(base, commits, SeriesRefs.FOLDER + slug + "/" + name);
    }
  }

  private static CommitText words(PatchMail mail, String parent) {
    return new CommitText(
        Optional.of(parent),
        mail.author().orElse(NOBODY),
        mail.envelope().date().orElse(Instant.EPOCH),
        mail.message().text());
  }

  /** Returns the commit of the base; where that is contents alone, writes one that has them. */
  private static String base(Applied version, CommitWriter writer) throws Refusal {
    if (version.base().commit().isPresent()) {
      return version.base().commit().get();
    }
    Overlay tree = version.trees().get(0);
    List<FileChange> files = new ArrayList<>();
    for (Map.Entry<Octets, TreeFile> file : tree.below(Octets.EMPTY).entrySet()) {
      files.add(new FileChange(file.getKey(), Optional.of(file.getValue())));
    }
    Instant date =
        version.version().patches().stream()
            .findFirst()
            .flatMap(mail -> mail.envelope().date())
            .orElse(Instant.EPOCH);
    Octets message = Octets.utf8("The files that the series is made on\n");
    Person sender = version.version().sender();
    Person author = sender.name().isEmpty() ? NOBODY : sender;
    CommitText words = new CommitText(Optional.empty(), author, date, message);
    return writer.writeFirst(words, files, tree);
  }
}
