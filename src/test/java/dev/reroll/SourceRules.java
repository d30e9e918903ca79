package dev.reroll;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The rules of style that only the source can show: how long files and methods are, how many
 * parameters they take, and that what is public says what it gives.
 *
 * <p>Overriding methods, a record's constructor and accessors (no parameter, one {@code return})
 * need no words of their own.
 */
final class SourceRules {
  private static final int FILE_LINE_LIMIT = 400;
  private static final int METHOD_LINE_LIMIT = 40;
  private static final int PARAMETER_LIMIT = 4;

  private SourceRules() {}

  /** Returns what breaks the rules, one line each: {@code File.java:12: what is wrong}. */
  static List<String> violations(Iterable<? extends JavaFileObject> sources) throws IOException {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of(), null, sources);
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      new Scanner(unit, Trees.instance(task), found).scan(unit, Optional.empty());
    }
    return found;
  }

  private static final class Scanner extends TreePathScanner<Void, Optional<ClassTree>> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<String> found;

    Scanner(CompilationUnitTree unit, Trees trees, List<String> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree tree, Optional<ClassTree> outer) {
      long lines = lineAt(trees.getSourcePositions().getEndPosition(unit, tree));
      if (lines > FILE_LINE_LIMIT) {
        report(tree, "the file has " + lines + " lines");
      }
      return super.visitCompilationUnit(tree, outer);
    }

    @Override
    public Void visitClass(ClassTree type, Optional<ClassTree> outer) {
      if (type.getModifiers().getFlags().contains(Modifier.PUBLIC) && isUndocumented()) {
        report(type, "public type " + type.getSimpleName() + " has no words");
      }
      return super.visitClass(type, Optional.of(type));
    }

    @Override
    public Void visitMethod(MethodTree method, Optional<ClassTree> outer) {
      ClassTree owner = outer.orElseThrow();
      long lines = lineAt(endOf(method)) - lineAt(startOf(method)) + 1;
      if (lines > METHOD_LINE_LIMIT) {
        report(method, method.getName() + " has " + lines + " lines");
      }
      if (method.getParameters().size() > PARAMETER_LIMIT && !isCanonical(method, owner)) {
        report(method, method.getName() + " takes " + method.getParameters().size());
      }
      if (needsWords(method, owner) && isUndocumented()) {
        report(method, "public method " + method.getName() + " has no words");
      }
      return super.visitMethod(method, outer);
    }

    private boolean needsWords(MethodTree method, ClassTree owner) {
      boolean isInterface = owner.getKind() == Tree.Kind.INTERFACE;
      boolean isPublic =
          method.getModifiers().getFlags().contains(Modifier.PUBLIC)
              || (isInterface && !method.getModifiers().getFlags().contains(Modifier.PRIVATE));
      return isPublic
          && owner.getModifiers().getFlags().contains(Modifier.PUBLIC)
          && !isOverride(method)
          && !isAccessor(method)
          && !isCanonical(method, owner);
    }

    private static boolean isOverride(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private static boolean isAccessor(MethodTree method) {
      return method.getBody() != null
          && method.getParameters().isEmpty()
          && method.getBody().getStatements().size() == 1
          && method.getBody().getStatements().get(0) instanceof ReturnTree;
    }

    /** Whether this is a record's constructor, whose parameters the record describes. */
    private static boolean isCanonical(MethodTree method, ClassTree owner) {
      return owner.getKind() == Tree.Kind.RECORD && method.getName().contentEquals("<init>");
    }

    private boolean isUndocumented() {
      return Objects.requireNonNullElse(trees.getDocComment(getCurrentPath()), "").isBlank();
    }

    private long startOf(Tree tree) {
      return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private long endOf(Tree tree) {
      return trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private long lineAt(long position) {
      return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
    }

    private void report(Tree tree, String what) {
      String path = unit.getSourceFile().getName();
      found.add(
          path.substring(path.lastIndexOf('/') + 1) + ":" + lineAt(startOf(tree)) + ": " + what);
    }
  }
}
