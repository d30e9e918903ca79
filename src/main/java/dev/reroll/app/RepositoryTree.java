package dev.reroll.app;

import dev.reroll.app.AppliedVersion.Applied;
import dev.reroll.mail.PatchMail;
import dev.reroll.message.Diagnostic;
import dev.reroll.message.Refusal;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.Patch;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.MappedPeople;
import dev.reroll.repo.ObjectPresence;
import dev.reroll.repo.RepositoryPlace;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Uses the tree of a repository: one that the user names, or the one that the user stands in. */
public final class RepositoryTree implements TreeUse {
  private final RepositoryPlace place;
  private final Map<String, String> environment;
  private final boolean asked;

  /**
   * Readies it; nothing is opened yet.
   *
   * @param asked whether the user names it: then it is used, whatever it has; otherwise only if it
   *     has contents that the versions were made on
   */
  public RepositoryTree(RepositoryPlace place, Map<String, String> environment, boolean asked) {
    this.place = place;
    this.environment = Map.copyOf(environment);
    this.asked = asked;
  }

  @Override
  public Optional<BothSides<TreePatches>> find(VersionPair pair, Consumer<Diagnostic> diagnostics)
      throws Refusal {
    if (!asked && !isHome(pair)) {
      return Optional.empty();
    }
    try (GitRepository repository = RepositorySettings.open(place, environment)) {
      MappedPeople people = repository.people();
      return Optional.of(
          BothSides.run(
              new Side(pair.before(), repository, people),
              new Side(pair.after(), repository, people),
              diagnostics));
    }
  }

  private boolean isHome(VersionPair pair) {
    IndexLines lines = new IndexLines(ObjectPresence.in(place));
    return lines.isHere(pair.after()) || lines.isHere(pair.before());
  }

  /** Applies one version, and diffs what came of it. */
  private record Side(SeriesVersion version, GitRepository repository, MappedPeople people)
      implements BothSides.Work<TreePatches> {
    @Override
    public TreePatches run(Consumer<Diagnostic> heard) throws Refusal {
      try (ApplyVersions applying = ApplyVersions.in(repository)) {
        AppliedVersion applied = applying.apply(version);
        List<Patch> patches = new ArrayList<>();
        List<ComparablePatch> comparable = new ArrayList<>();
        List<PatchMail> mails = version.patches();
        for (int i = 0; i < mails.size(); i++) {
          Patch mailed = ComparablePatches.parse(mails.get(i), heard);
          Patch patch =
              applied instanceof Applied done ? inTree(i, mailed, done, applying) : mailed;
          patches.add(patch);
          comparable.add(ComparableText.of(called(mails.get(i)), patch));
        }
        return new TreePatches(applied.line(), patches, comparable);
      }
    }

    /** Returns what the patch changes; its name stays that of the mailed diff. */
    private static Patch inTree(int index, Patch mailed, Applied applied, ApplyVersions applying)
        throws Refusal {
      List<FileDiff> files =
          applying.diffs().between(applied.trees().get(index), applied.trees().get(index + 1));
      return new Patch(files, mailed.id());
    }

    /** Returns the mail with its author called as the repository's mailmap says. */
    private PatchMail called(PatchMail mail) {
      return mail.author().isEmpty()
          ? mail
          : new PatchMail(
              mail.envelope(),
              Optional.of(people.map(mail.author().get())),
              mail.message(),
              mail.notes(),
              mail.diff(),
              mail.diffWhere());
    }
  }
}
