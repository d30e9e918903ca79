package dev.reroll.apply.read;

import dev.reroll.apply.read.FileHead.Change;
import dev.reroll.apply.read.FileHead.Ids;
import dev.reroll.apply.read.FileHead.Modes;
import dev.reroll.apply.tree.Rejection;
import dev.reroll.bytes.Octets;
import dev.reroll.patch.QuotedPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --- x} and {@code +++ y} of a diff that git did not make. */
final class PlainHeadReader {
  private static final int MARK_LENGTH = 4;

  private static final Pattern TIME_STAMP =
      Pattern.compile(
          "(?<![ \\t])[ \\t]++(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)(?:\\.\\d{1,9})?("
              + " [+-]\\d\\d:?\\d\\d)?$");

  private static final DateTimeFormatter WITH_ZONE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT);

  private final DiffLines lines;
  private final Stripping stripping;

  PlainHeadReader(DiffLines lines, Stripping stripping) {
    this.lines = lines;
    this.stripping = stripping;
  }

  FileHead read() throws Rejection {
    int ordinal = lines.ordinal();
    Octets oldLine = lines.line().slice(MARK_LENGTH);
    Octets newLine = lines.next().slice(MARK_LENGTH);
    lines.advance();
    lines.advance();
    if ((GitHeadNames.isNone(oldLine) || hasNoFolder(oldLine)) && hasNoFolder(newLine)) {
      stripping.takeAsUnprefixed();
    }
    Optional<FileHead> head = head(oldLine, newLine);
    return head.orElseThrow(
        () -> Rejection.of("unable to find filename in patch at line " + ordinal));
  }

  private Optional<FileHead> head(Octets oldLine, Octets newLine) {
    Optional<Octets> oldName = stripping.strip(name(oldLine));
    Optional<Octets> newName = stripping.strip(name(newLine));
    if (GitHeadNames.isNone(oldLine)) {
      return newName.map(path -> head(Change.ADDED, path));
    }
    if (GitHeadNames.isNone(newLine)) {
      return oldName.map(path -> head(Change.DELETED, path));
    }
    Change change =
        isEpoch(oldLine)
            ? Change.ADDED
            : isEpoch(newLine) ? Change.DELETED : Change.ADDED_OR_MODIFIED;
    return chosen(oldName, newName).map(path -> head(change, path));
  }

  private static FileHead head(Change change, Octets path) {
    Optional<Octets> before = change == Change.ADDED ? Optional.empty() : Optional.of(path);
    Optional<Octets> after = change == Change.DELETED ? Optional.empty() : Optional.of(path);
    return new FileHead(
        change, before, after, new Modes(Optional.empty(), Optional.empty()), Ids.NONE);
  }

  /** Chooses the new name, unless that is the old one with an ending ({@code io.c~}). */
  private static Optional<Octets> chosen(Optional<Octets> oldName, Optional<Octets> newName) {
    if (oldName.isEmpty() || newName.isEmpty()) {
      return newName.or(() -> oldName);
    }
    Octets shorter = oldName.get();
    Octets longer = newName.get();
    boolean hasEnding =
        longer.length() > shorter.length() && longer.slice(0, shorter.length()).equals(shorter);
    return hasEnding ? oldName : newName;
  }

  private static boolean hasNoFolder(Octets line) {
    return !GitHeadNames.isNone(line) && name(line).indexOf('/', 0) < 0;
  }

  private static Octets name(Octets line) {
    if (line.startsWith("\"")) {
      return QuotedPath.unquote(line);
    }
    Matcher stamp = stamp(line);
    if (stamp.find() && stamp.start() > 0) {
      return line.slice(0, stamp.start());
    }
    return GitHeadNames.upTo(line, "\t\r\f\u000b");
  }

  /** Whether the time on the line is the one that stands for "not there". */
  private static boolean isEpoch(Octets line) {
    Matcher stamp = stamp(line);
    if (!stamp.find() || stamp.group(2) == null) {
      return false;
    }
    String zone = stamp.group(2).replace(":", "");
    try {
      return OffsetDateTime.parse(stamp.group(1) + zone, WITH_ZONE)
          .toInstant()
          .equals(Instant.EPOCH);
    } catch (DateTimeParseException noTime) {
      return false;
    }
  }

  private static Matcher stamp(Octets line) {
    return TIME_STAMP.matcher(line.decode(StandardCharsets.ISO_8859_1));
  }
}
