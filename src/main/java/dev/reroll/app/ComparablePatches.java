package dev.reroll.app;

import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Position;
import dev.reroll.mail.SubjectLine;
import dev.reroll.message.Diagnostic;
import dev.reroll.patch.ComparablePatch;
import dev.reroll.patch.ComparableText;
import dev.reroll.patch.DiffParser;
import dev.reroll.patch.Patch;
import dev.reroll.series.SeriesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Brings the patches of a version into the form in which they are compared. */
record ComparablePatches(SeriesVersion version) implements BothSides.Work<List<ComparablePatch>> {
  @Override
  public List<ComparablePatch> run(Consumer<Diagnostic> diagnostics) {
    return of(version, diagnostics);
  }

  static List<ComparablePatch> of(SeriesVersion version, Consumer<Diagnostic> diagnostics) {
    List<ComparablePatch> patches = new ArrayList<>();
    for (PatchMail mail : version.patches()) {
      patches.add(ComparableText.of(mail, parse(mail, diagnostics)));
    }
    return patches;
  }

  /** Parses the diff of {@code mail}; what is bad is told with the number of the patch. */
  static Patch parse(PatchMail mail, Consumer<Diagnostic> diagnostics) {
    return DiffParser.parse(mail.diff(), mail.diffWhere(), new Naming(mail, diagnostics));
  }

  /** Says of which patch a diagnostic speaks: {@code patch 3/5: hunk promises …}. */
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
