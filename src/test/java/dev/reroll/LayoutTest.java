package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Keeps the design's rules; each rule is also shown to break, on the classes below {@code
 * dev.reroll.broken}.
 */
class LayoutTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.reroll");

  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("dev.reroll.broken");

  private static final LayoutRules RULES = new LayoutRules(new Layout("dev.reroll"));
  private static final LayoutRules BROKEN_RULES = new LayoutRules(new Layout("dev.reroll.broken"));

  @Test
  void everyClassHasItsPlace() {
    RULES.everyClassHasItsPlace().check(PROGRAM);
    assertFinds(
        BROKEN_RULES.everyClassHasItsPlace(),
        "elsewhere.Lost",
        "mail.wing.InUnknownWing",
        "review.elsewhere.InUnknownWing",
        "unmarked.PackageWithoutInfo");
  }

  @Test
  void everyPlaceUsesOnlyWhatItMay() {
    RULES.everyPlaceUsesOnlyWhatItMay().check(PROGRAM);
    assertFinds(
        BROKEN_RULES.everyPlaceUsesOnlyWhatItMay(),
        "app.LooksAtCli",
        "app.UsesPicocli",
        "cli.LooksAtLaunch",
        "mail.LooksRight",
        "mail.LooksRightInGenerics",
        "message.UsesForeignLibrary",
        "patch.LooksAtEdge",
        "settings.LooksAtOtherEdge");
  }

  @Test
  void everyWingLooksLeft() {
    RULES.everyWingLooksLeft().check(PROGRAM);
    assertFinds(
        BROKEN_RULES.everyWingLooksLeft(),
        "review.result.LooksAtWingToItsRight",
        "review.kinds.LooksAtEntryOfItsRoom",
        "source.LooksAtItsWing");
  }

  @Test
  void roomsDoNotReachOutside() {
    RULES.roomsDoNotReachOutside().check(PROGRAM);
    assertFinds(
        BROKEN_RULES.roomsDoNotReachOutside(),
        "message.AsksForTheTime",
        "message.OpensFile",
        "message.ReadsEnvironment",
        "message.Prints",
        "message.TakesDefaultCharset");
  }

  @Test
  void onlyCliMeetsAPerson() {
    RULES.onlyCliMeetsAPerson().check(PROGRAM);
    assertFinds(
        BROKEN_RULES.onlyCliMeetsAPerson(), "message.Prints", "source.Exits", "source.Traces");
  }

  @Test
  void roomsShowNoLibraryType() {
    RULES.roomsShowNoLibraryType().check(PROGRAM);
    assertFinds(
        BROKEN_RULES.roomsShowNoLibraryType(), "mail.ShowsLibraryType", "mail.ShowsLibraryInList");
  }

  @Test
  void packagesHaveNoCycles() {
    RULES.packagesHaveNoCycles().check(PROGRAM);
    assertFinds(
        BROKEN_RULES.packagesHaveNoCycles(),
        "mail.LooksRight",
        "patch.LooksLeft",
        "review.result.LooksAtWingToItsRight",
        "app.LooksAtCli");
  }

  @Test
  void everyPackageIsNullMarked() {
    RULES.everyPackageIsNullMarked().check(PROGRAM);
    assertFinds(BROKEN_RULES.everyPackageIsNullMarked(), "unmarked.PackageWithoutInfo");
  }

  @Test
  void namesSaySomething() {
    RULES.namesSaySomething().check(PROGRAM);
    assertFinds(BROKEN_RULES.namesSaySomething(), "message.OctetUtils");
  }

  /** Asserts that the rule reports these classes, and not the one that keeps all rules. */
  private static void assertFinds(ArchRule rule, String... classes) {
    String report = String.join("\n", rule.evaluate(BROKEN).getFailureReport().getDetails());
    for (String name : classes) {
      assertThat(report).containsPattern("dev\\.reroll\\.broken\\." + name + "\\b");
    }
    assertThat(report).doesNotContain("KeepsAllRules");
  }
}
