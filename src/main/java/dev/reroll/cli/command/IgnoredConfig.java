package dev.reroll.cli.command;

import dev.reroll.cli.terminal.Report;
import dev.reroll.rangediff.RangeDiff;
import dev.reroll.render.text.TextOptions;
import dev.reroll.repo.GitRepository;
import dev.reroll.settings.GitSettings;
import java.util.Locale;
import java.util.Optional;

/**
 * The variables of git's configuration that change what {@code git range-diff} prints and not what
 * reroll prints (git-config(1)): each that is set is said, so that nobody takes the difference for
 * an answer.
 */
final class IgnoredConfig {
  private final Report report;

  IgnoredConfig(Report report) {
    this.report = report;
  }

  /** Where a variable matters. */
  private enum Place {
    /** In the bodies of pairs, whatever was compared. */
    BODY,
    /** In the colours of bodies. */
    COLOR,
    /** In the patches that are made of commits. */
    COMMIT
  }

  private enum Variable {
    ALGORITHM("diff.algorithm", "lines are compared with git's default one", Place.BODY),
    INDENT_HEURISTIC("diff.indentHeuristic", "changes are placed with it", Place.BODY),
    INTER_HUNK("diff.interHunkContext", "hunks are not joined", Place.BODY),
    BLANK_EMPTY("diff.suppressBlankEmpty", "empty lines keep their blank", Place.BODY),
    COLOR_MOVED("diff.colorMoved", "moved lines are not shown in colour", Place.COLOR),
    WHITESPACE("diff.wsErrorHighlight", "only new lines have errors marked", Place.COLOR),
    ORDER("diff.orderFile", "files are in git's default order", Place.COMMIT),
    COPIES("diff.renames", "renames are found, copies are not", Place.COMMIT),
    SUBMODULES("diff.ignoreSubmodules", "submodules are compared", Place.COMMIT),
    LOG_ENCODING("i18n.logOutputEncoding", "messages are compared in UTF-8", Place.COMMIT),
    COMMIT_ENCODING("i18n.commitEncoding", "messages are compared in UTF-8", Place.COMMIT);

    private final String key;
    private final String instead;
    private final Place place;

    Variable(String key, String instead, Place place) {
      this.key = key;
      this.instead = instead;
      this.place = place;
    }

    /** Whether {@code value} asks for anything but what reroll does. */
    boolean matters(String value) {
      String word = value.strip().toLowerCase(Locale.ROOT);
      return switch (this) {
        case ALGORITHM -> !word.isEmpty() && !word.equals("default") && !word.equals("myers");
        case INDENT_HEURISTIC -> isFalse(word);
        case INTER_HUNK, BLANK_EMPTY, COLOR_MOVED -> !isFalse(word);
        case WHITESPACE -> !word.equals("new") && !word.equals("default");
        case ORDER -> !word.isEmpty();
        case COPIES -> word.equals("copies") || word.equals("copy");
        case SUBMODULES -> word.equals("all");
        case LOG_ENCODING, COMMIT_ENCODING -> !word.equals("utf-8") && !word.equals("utf8");
      };
    }

    private static boolean isFalse(String word) {
      return switch (word) {
        case "false", "no", "off", "0" -> true;
        default -> false;
      };
    }
  }

  /** Says what would change the bodies of {@code result}, which is shown with {@code text}. */
  void sayOfBodies(RangeDiff result, TextOptions text, GitSettings settings) {
    if (!text.bodies() || !result.hasDifferences() || !settings.mentions("diff.")) {
      return;
    }
    for (Variable variable : Variable.values()) {
      if (isShown(variable, text)) {
        say(variable, settings.find(variable.key));
      }
    }
  }

  /** Says what would change the patches of {@code repository}, or the bodies below them. */
  void sayOfCommits(GitRepository repository, TextOptions text) {
    for (Variable variable : Variable.values()) {
      boolean isStronger =
          variable == Variable.COMMIT_ENCODING
              && repository.setting(Variable.LOG_ENCODING.key).isPresent();
      if (!isStronger && (variable.place != Place.COLOR || isShown(variable, text))) {
        say(variable, repository.setting(variable.key));
      }
    }
  }

  private static boolean isShown(Variable variable, TextOptions text) {
    return variable.place == Place.BODY
        || (variable.place == Place.COLOR && text.bodies() && text.palette().isColored());
  }

  private void say(Variable variable, Optional<String> value) {
    if (value.isPresent() && variable.matters(value.get())) {
      report.warning(
          variable.key + " is '" + value.get() + "', which reroll ignores: " + variable.instead);
    }
  }
}
