package dev.reroll.app;

import dev.reroll.mail.PatchMail;
import dev.reroll.mail.Position;
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
final class ComparablePatches {
  private ComparablePatches() {}

  static List<ComparablePatch> of(SeriesVersion version, Consumer<Diagnostic> diagnostics) {
    List<ComparablePatch> patches = new ArrayList<>();
    for (PatchMail mail : version.patches()) {
      patches.add(comparable(mail, diagnostics));
    }
    return patches;
  }

  private static ComparablePatch comparable(PatchMail mail, Consumer<Diagnostic> diagnostics) {
    Consumer<Diagnostic> naming = found -> diagnostics.accept(naming(mail, found));
    Patch patch = DiffParser.parse(mail.diff(), mail.diffWhere(), naming);
    return ComparableText.of(mail, patch);
  }

  /** Says of which patch a diagnostic speaks: {@code patch 3/5: hunk promises …}. */
  private static Diagnostic naming(PatchMail mail, Diagnostic found) {
    String place =
        mail.envelope()
            .subject()
            .position()
            .map(Position::toString)
            .orElse("'" + title(mail) + "'");
    return new Diagnostic(found.severity(), found.where(), "patch " + place + ": " + found.text());
  }

  private static String title(PatchMail mail) {
    return mail.envelope().subject().title();
  }
}
