package dev.reroll.app.prepare;

import dev.reroll.app.prepare.TreeUse.WrittenSeries;
import dev.reroll.app.select.SelectedVersion;
import dev.reroll.mail.PatchMail;
import dev.reroll.mail.subject.Position;
import dev.reroll.mail.subject.SubjectLine;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.Patch;
import dev.reroll.problem.Diagnostic;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A version whose diffs are parsed.
 *
 * @param version the version
 * @param patches parsed, one for each patch of the version; empty for commits of which only the
 *     comparable form was asked for
 * @param comparable the same in the form that is compared
 * @param treeLine what the user is told of its way into a tree; empty where it is as mailed
 * @param written the commits that were made of it, where that was asked for and could be done
 */
public record PreparedVersion(
    SeriesVersion version,
    List<Patch> patches,
    List<ComparablePatch> comparable,
    Optional<String> treeLine,
    Optional<WrittenSeries> written) {
  public PreparedVersion {
    patches = List.copyOf(patches);
    comparable = List.copyOf(comparable);
  }

  /** Parses a version as it was mailed; what is bad is told with the number of the patch. */
  public static PreparedVersion asMailed(SeriesVersion version, Consumer<Diagnostic> diagnostics) {
    List<Patch> patches = new ArrayList<>();
    List<ComparablePatch> comparable = new ArrayList<>();
    for (PatchMail mail : version.patches()) {
      Patch patch = parse(mail, diagnostics);
      patches.add(patch);
      comparable.add(ComparableText.of(mail, patch));
    }
    return new PreparedVersion(version, patches, comparable, Optional.empty(), Optional.empty());
  }

  /** Takes commits as they are. */
  static PreparedVersion ofCommits(SelectedVersion.Committed commits) {
    return new PreparedVersion(
        commits.version(),
        commits.patches(),
        commits.comparable(),
        Optional.empty(),
        Optional.empty());
  }

  /** Parses the diff of {@code mail}; what is bad is told with the number of the patch. */
  public static Patch parse(PatchMail mail, Consumer<Diagnostic> diagnostics) {
    return DiffParser.parse(mail.diff(), mail.diffWhere(), new Naming(mail, diagnostics));
  }

  /** Adds to a diagnostic which patch it speaks of: {@code patch 3/5: hunk promises …}. */
  private record Naming(PatchMail mail, Consumer<Diagnostic> diagnostics)
      implements Consumer<Diagnostic> {
    @Override
    public void accept(Diagnostic found) {
      SubjectLine subject = mail.envelope().subject();
      String place = subject.position().map(Position::toString).orElse("'" + subject.title() + "'");
      diagnostics.accept(
          new Diagnostic(found.severity(), found.where(), "patch " + place + ": " + found.text()));
    }
  }
}
