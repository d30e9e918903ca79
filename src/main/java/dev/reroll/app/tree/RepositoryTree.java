package dev.reroll.app.tree;

import dev.reroll.app.prepare.PreparedVersion;
import dev.reroll.app.prepare.TreeUse;
import dev.reroll.app.prepare.TreeUse.WrittenSeries;
import dev.reroll.app.select.BothSides;
import dev.reroll.app.select.SelectedVersions;
import dev.reroll.app.tree.AppliedVersion.Applied;
import dev.reroll.app.tree.AppliedVersion.MailOnly;
import dev.reroll.apply.tree.Overlay;
import dev.reroll.bytes.Octets;
import dev.reroll.mail.PatchMail;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.FileDiff;
import dev.reroll.patch.IndexIds;
import dev.reroll.patch.Patch;
import dev.reroll.patch.PatchId;
import dev.reroll.problem.Diagnostic;
import dev.reroll.problem.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.commits.Mailmap.MappedPeople;
import dev.reroll.repo.objects.ObjectPresence;
import dev.reroll.repo.place.RepositoryPlace;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Uses the tree of a repository: one that the user names, or the one that the user stands in. */
public final class RepositoryTree implements TreeUse {
  private final RepositoryPlace place;
  private final Map<String, String> environment;
  private final Request request;

  /** Creates it; nothing is opened yet. */
  public RepositoryTree(RepositoryPlace place, Map<String, String> environment, Request request) {
    this.place = place;
    this.environment = Map.copyOf(environment);
    this.request = request;
  }

  /**
   * How a tree is used.
   *
   * @param isNamed whether the user names it: then it is used, whatever it has; otherwise only if
   *     it has contents that the versions were made on
   * @param isWritten whether commits are made of what applies
   * @param isRebased whether the older version is put on what the newer one was made on
   * @param abbrev how many digits of their ids are shown; what git shows where it is empty
   */
  public record Request(
      boolean isNamed, boolean isWritten, boolean isRebased, OptionalInt abbrev) {}

  @Override
  public Optional<BothSides<PreparedVersion>> find(
      SelectedVersions pair, Consumer<Diagnostic> diagnostics) throws Refusal {
    if (!request.isNamed() && !isHome(pair, place)) {
      return Optional.empty();
    }
    try (GitRepository repository = RepositorySettings.open(place, environment)) {
      Use use = new Use(repository, repository.people(), request, pair.after().title());
      String after = pair.after().label().plain();
      return Optional.of(
          BothSides.run(
              request.isRebased() ? heard -> rebased(pair, use, heard) : older(pair, use),
              new Side(pair.after(), after, use),
              diagnostics));
    }
  }

  private static Side older(SelectedVersions pair, Use use) {
    String before = pair.before().label().plain();
    boolean isTwice = before.equals(pair.after().label().plain());
    return new Side(pair.before(), isTwice ? before + "-older" : before, use);
  }

  /** Returns the older version as it is on the base of the newer one, if that applies. */
  private static PreparedVersion rebased(SelectedVersions pair, Use use, Consumer<Diagnostic> heard)
      throws Refusal {
    try (ApplyVersions applying = ApplyVersions.in(use.repository())) {
      Side newer = new Side(pair.after(), pair.after().label().plain(), use);
      return newer.applied(applying) instanceof Applied there
          ? older(pair, use).on(there, applying, heard)
          : older(pair, use).run(heard);
    }
  }

  /** What both sides have in common. */
  private record Use(
      GitRepository repository, MappedPeople people, Request request, String seriesTitle) {}

  /** Whether the repository at {@code place} has contents that a version was made on. */
  static boolean isHome(SelectedVersions pair, RepositoryPlace place) {
    IndexLines lines = new IndexLines(ObjectPresence.in(place));
    return lines.isHere(pair.after()) || lines.isHere(pair.before());
  }

  /** Applies one version, and diffs what came of it. */
  private record Side(SeriesVersion version, String name, Use use)
      implements BothSides.Work<PreparedVersion> {
    @Override
    public PreparedVersion run(Consumer<Diagnostic> heard) throws Refusal {
      try (ApplyVersions applying = ApplyVersions.in(use.repository())) {
        AppliedVersion applied = applied(applying);
        Optional<WrittenSeries> written = written(applied);
        List<Patch> patches = new ArrayList<>();
        List<ComparablePatch> comparable = new ArrayList<>();
        List<PatchMail> mails = version.patches();
        for (int i = 0; i < mails.size(); i++) {
          Patch mailed = PreparedVersion.parse(mails.get(i), heard);
          Patch patch =
              applied instanceof Applied done
                  ? new Patch(files(i, done, applying), id(i, mailed, written))
                  : mailed;
          patches.add(patch);
          comparable.add(ComparableText.of(called(mails.get(i)), patch));
        }
        return new PreparedVersion(
            version, patches, comparable, Optional.of(applied.line()), written);
      }
    }

    /** Puts the version on the base of {@code newer}; what conflicts stays as it was mailed. */
    PreparedVersion on(Applied newer, ApplyVersions applying, Consumer<Diagnostic> heard)
        throws Refusal {
      CarryPatches carrying = new CarryPatches(newer.trees().get(0));
      List<Patch> patches = new ArrayList<>();
      List<ComparablePatch> comparable = new ArrayList<>();
      for (PatchMail mail : version.patches()) {
        Patch mailed = PreparedVersion.parse(mail, heard);
        Overlay before = carrying.tree();
        Patch patch =
            carrying.put(mail)
                ? new Patch(applying.diffs().between(before, carrying.tree()), mailed.id())
                : mailed;
        patches.add(patch);
        comparable.add(ComparableText.of(called(mail), patch));
      }
      String line = version.label() + ": rebased onto " + newer.base().name();
      String conflicts =
          carrying.conflicts().isEmpty()
              ? ""
              : ", compared as mailed: " + String.join(", ", carrying.conflicts());
      return new PreparedVersion(
          version, patches, comparable, Optional.of(line + conflicts), Optional.empty());
    }

    /** What cannot be read of a repository is no reason not to compare the mails. */
    private AppliedVersion applied(ApplyVersions applying) {
      try {
        return applying.apply(version);
      } catch (Refusal unreadable) {
        return new MailOnly(version, String.valueOf(unreadable.getMessage()));
      }
    }

    private Optional<WrittenSeries> written(AppliedVersion applied) throws Refusal {
      return use.request().isWritten() && applied instanceof Applied done
          ? Optional.of(new WriteSeries(use.repository(), use.seriesTitle()).write(done, name))
          : Optional.empty();
    }

    private static List<FileDiff> files(int index, Applied applied, ApplyVersions applying)
        throws Refusal {
      return applying.diffs().between(applied.trees().get(index), applied.trees().get(index + 1));
    }

    /** Returns the name of the patch: the id of its commit, else that of the mailed diff. */
    private PatchId id(int index, Patch mailed, Optional<WrittenSeries> written) throws Refusal {
      if (written.isEmpty()) {
        return mailed.id();
      }
      String commit = written.get().commits().get(index);
      return new PatchId(commit, use.repository().digitsOf(commit, use.request().abbrev()));
    }

    /** Returns the mail with its author called as the repository's mailmap says. */
    private PatchMail called(PatchMail mail) {
      return mail.author().isEmpty()
          ? mail
          : new PatchMail(
              mail.envelope(),
              Optional.of(use.people().map(mail.author().get())),
              mail.message(),
              mail.notes(),
              mail.diff(),
              mail.diffWhere());
    }
  }

  /**
   * Looks in a repository for the contents that a version's {@code index} lines begin with, until
   * one is there. Runs in each comparison inside of a repository, so it reads lines only.
   */
  private static final class IndexLines {
    private static final String INDEX = "index ";
    private static final String EMPTY_BLOB = "e69de29";
    private static final int MIN_DIGITS = 7;

    /** Enough to tell a foreign repository, whatever the size of the series. */
    private static final int MAX_LOOKUPS = 16;

    private final ObjectPresence objects;
    private int lookups;

    IndexLines(ObjectPresence objects) {
      this.objects = objects;
    }

    /** Whether the repository has any content that {@code version} was made on. */
    boolean isHere(SeriesVersion version) {
      lookups = 0;
      for (PatchMail mail : version.patches()) {
        if (isHere(mail.diff())) {
          return true;
        }
      }
      return false;
    }

    private boolean isHere(Octets diff) {
      for (int line = 0; line < diff.length(); line = diff.endOfLine(line)) {
        if (diff.startsWith(INDEX, line)) {
          IndexIds ids = IndexIds.of(diff.slice(line + INDEX.length(), diff.endOfLine(line)));
          String id = ids.before();
          if (lookups < MAX_LOOKUPS && isId(id)) {
            lookups++;
            if (objects.has(id)) {
              return true;
            }
          }
        }
      }
      return false;
    }

    /** The empty file is in every repository, and no file at all is in none. */
    private static boolean isId(String id) {
      boolean isZero = true;
      for (int i = 0; i < id.length(); i++) {
        char digit = id.charAt(i);
        if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
          return false;
        }
        isZero &= digit == '0';
      }
      return id.length() >= MIN_DIGITS && !isZero && !id.startsWith(EMPTY_BLOB);
    }
  }
}
