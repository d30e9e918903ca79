package dev.reroll;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The design's rules, for the packages below a root. */
final class LayoutRules {
  private static final List<String> NAMES_THAT_SAY_NOTHING =
      List.of("Util", "Utils", "Helper", "Manager", "Common");

  /** Types that reach outside, by the beginning of their name. */
  private static final List<String> OUTSIDE =
      List.of(
          "java.nio.file.Files",
          "java.nio.file.FileSystem",
          "java.nio.channels.FileChannel",
          "java.nio.channels.AsynchronousFileChannel",
          "java.io.File",
          "java.io.RandomAccessFile",
          "java.io.Console",
          "java.lang.Process",
          "java.net.",
          "java.time.Clock",
          "java.util.prefs.");

  private static final Set<String> PURE =
      Set.of(
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLDecoder",
          "java.net.URLEncoder");

  private static final Set<String> SYSTEM_MEMBERS_OUTSIDE =
      Set.of(
          "getenv",
          "getProperty",
          "getProperties",
          "lineSeparator",
          "currentTimeMillis",
          "nanoTime");

  private final Layout layout;

  LayoutRules(Layout layout) {
    this.layout = layout;
  }

  ArchRule everyClassHasItsPlace() {
    return classes()
        .should(
            condition(
                "be in a room, an edge, app, cli or launch, or one of their wings",
                (type, report) -> {
                  if (!layout.isKnown(type.getPackageName())) {
                    report.accept(type.getName() + " is in no known package");
                  }
                }));
  }

  ArchRule everyPlaceUsesOnlyWhatItMay() {
    return classes()
        .that(describe("have a place", type -> !type.getPackageName().equals(layout.root())))
        .should(
            condition(
                "use only rooms to their left, the JDK and their own library",
                (type, report) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForbidden(type, dependency))
                        .map(Dependency::getDescription)
                        .forEach(report)));
  }

  private boolean isForbidden(JavaClass type, Dependency dependency) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    return layout.isKnown(type.getPackageName())
        && !target.isPrimitive()
        && !layout.mayUse(type.getPackageName(), target.getPackageName());
  }

  ArchRule everyWingLooksLeft() {
    return classes()
        .should(
            condition(
                "use no wing to the right in their own room or edge",
                (type, report) ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> looksRight(type, dependency))
                        .map(Dependency::getDescription)
                        .forEach(report)));
  }

  private boolean looksRight(JavaClass type, Dependency dependency) {
    String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
    return layout.isWingToTheRight(type.getPackageName(), target);
  }

  ArchRule roomsDoNotReachOutside() {
    return noClasses()
        .that(areInRooms())
        .should()
        .dependOnClassesThat(describe("reach outside", LayoutRules::reachesOutside))
        .orShould(access("the environment or the clock", LayoutRules::asksTheMachine))
        .orShould(access("the standard streams", LayoutRules::touchesStandardStreams));
  }

  private static boolean reachesOutside(JavaClass type) {
    return OUTSIDE.stream().anyMatch(type.getName()::startsWith) && !PURE.contains(type.getName());
  }

  private static boolean asksTheMachine(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String member = access.getName();
    return switch (owner) {
      case "java.lang.System" -> SYSTEM_MEMBERS_OUTSIDE.contains(member);
      case "java.nio.charset.Charset" -> member.equals("defaultCharset");
      case "java.util.Date" -> takesNothing(access) && member.equals("<init>");
      case "java.util.Calendar" -> member.equals("getInstance");
      case "java.util.TimeZone", "java.util.Locale" -> member.equals("getDefault");
      case "java.time.ZoneId" -> member.equals("systemDefault");
      default -> owner.startsWith("java.time.") && member.equals("now");
    };
  }

  private static boolean takesNothing(JavaAccess<?> access) {
    return access.getTarget().getFullName().endsWith("()");
  }

  ArchRule onlyCliMeetsAPerson() {
    return noClasses()
        .that(describe("are outside cli and launch", type -> !mayMeetAPerson(type)))
        .should(access("the standard streams", LayoutRules::touchesStandardStreams));
  }

  private boolean mayMeetAPerson(JavaClass type) {
    return layout.isIn("cli", type.getPackageName())
        || layout.isIn("launch", type.getPackageName());
  }

  private static boolean touchesStandardStreams(JavaAccess<?> access) {
    String member = access.getName();
    if (member.equals("printStackTrace")) {
      return takesNothing(access);
    }
    return switch (access.getTargetOwner().getName()) {
      case "java.lang.System" ->
          Set.of("in", "out", "err", "setIn", "setOut", "setErr", "console", "exit")
              .contains(member);
      case "java.lang.Runtime" -> Set.of("exit", "halt").contains(member);
      case "java.io.FileDescriptor" -> Set.of("in", "out", "err").contains(member);
      default -> false;
    };
  }

  ArchRule roomsShowNoLibraryType() {
    return classes()
        .that(areInRooms())
        .and()
        .arePublic()
        .should(
            condition(
                "show no type of a library",
                (type, report) ->
                    shownTypes(type)
                        .filter(shown -> layout.isLibrary(shown.getPackageName()))
                        .forEach(
                            shown -> report.accept(type.getName() + " shows " + shown.getName()))));
  }

  private static Stream<JavaClass> shownTypes(JavaClass type) {
    Stream<JavaType> members =
        Stream.concat(
            type.getFields().stream().filter(LayoutRules::isShown).map(JavaField::getType),
            type.getCodeUnits().stream()
                .filter(LayoutRules::isShown)
                .flatMap(LayoutRules::signature));
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    return Stream.concat(members, parents)
        .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(shown -> !shown.isPrimitive());
  }

  private static Stream<JavaType> signature(JavaCodeUnit code) {
    Stream<JavaType> types =
        Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream());
    return Stream.concat(types, code.getExceptionTypes().stream());
  }

  private static boolean isShown(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  /** Every wing is a package of its own here. */
  ArchRule packagesHaveNoCycles() {
    return slices().matching(layout.root() + ".(**)").should().beFreeOfCycles();
  }

  ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            condition(
                "be in a package that is @NullMarked",
                (type, report) -> {
                  if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    report.accept(type.getName() + " is in a package without @NullMarked");
                  }
                }));
  }

  ArchRule namesSaySomething() {
    return noClasses()
        .should(
            ArchCondition.from(
                describe(
                    "have a name that says nothing",
                    type ->
                        NAMES_THAT_SAY_NOTHING.stream().anyMatch(type.getSimpleName()::endsWith))));
  }

  private DescribedPredicate<JavaClass> areInRooms() {
    return describe("are in rooms", type -> layout.isRoom(type.getPackageName()));
  }

  private static ArchCondition<JavaClass> access(
      String what, Predicate<JavaAccess<?>> isForbidden) {
    return new ArchCondition<>("use " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
            .filter(isForbidden)
            .forEach(
                found -> events.add(SimpleConditionEvent.satisfied(found, found.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, Consumer<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, found -> events.add(SimpleConditionEvent.violated(type, found)));
      }
    };
  }
}
