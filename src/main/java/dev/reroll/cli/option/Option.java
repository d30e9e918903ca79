package dev.reroll.cli.option;

import java.util.ArrayList;
import java.util.List;

/**
 * A command-line option: its names, its value and its description. The parser, the help, the manual
 * page and the reference are all made from it. Commands look up what was given by the option
 * itself, not by its name.
 *
 * <p>{@link GivenWords} treats options with the same name as equal, so that a command can give a
 * shared option a description of its own.
 */
public abstract sealed class Option {
  private final String written;
  private final String text;
  private final String detail;
  private final List<String> names = new ArrayList<>();
  private final String value;

  /**
   * Describes an option.
   *
   * @param written as a user reads it: {@code -U, --unified N} or {@code --color[=WHEN]}
   * @param text what it does, without a capital or a full stop
   * @param detail sentences that only the manual page and the reference have; may be empty
   */
  private Option(String written, String text, String detail) {
    this.written = written;
    this.text = text;
    this.detail = detail;
    int begin = 0;
    for (int comma = written.indexOf(", -"); comma >= 0; comma = written.indexOf(", -", begin)) {
      names.add(written.substring(begin, comma));
      begin = comma + 2;
    }
    String last = written.substring(begin);
    int end = Math.max(last.indexOf(' '), last.indexOf('['));
    if (last.indexOf('[') >= 0 && last.indexOf(' ') >= 0) {
      end = Math.min(last.indexOf('['), last.indexOf(' '));
    }
    names.add(end < 0 ? last : last.substring(0, end));
    value = end < 0 ? "" : last.substring(end).strip();
  }

  /** An option without a value. */
  public static final class Flag extends Option {
    /** Makes a flag; the parameters are those of {@link Option}. */
    public Flag(String written, String text) {
      this(written, text, "");
    }

    /** Makes a flag with a detailed description. */
    public Flag(String written, String text, String detail) {
      super(written, text, detail);
    }

    /** Returns the same option with the description of one command. */
    public Flag saying(String text) {
      return new Flag(written(), text);
    }
  }

  /** An option with one value; the last one given counts. */
  public static final class Value extends Option {
    /** Makes an option with a value; the parameters are those of {@link Option}. */
    public Value(String written, String text) {
      this(written, text, "");
    }

    /** Makes an option with a detailed description. */
    public Value(String written, String text, String detail) {
      super(written, text, detail);
    }

    /** Returns the same option with the description of one command. */
    public Value saying(String text) {
      return new Value(written(), text);
    }
  }

  /** An option with any number of values: given repeatedly, or {@code arity} words at once. */
  public static final class Values extends Option {
    private final int arity;

    /** Makes an option that may be given repeatedly. */
    public Values(String written, String text) {
      this(written, text, "");
    }

    /** Makes the same with a detailed description. */
    public Values(String written, String text, String detail) {
      this(written, text, detail, 1);
    }

    /** Makes an option that takes {@code arity} words at once. */
    public Values(String written, String text, String detail, int arity) {
      super(written, text, detail);
      this.arity = arity;
    }

    /** Returns the same option with the description of one command. */
    public Values saying(String text) {
      return new Values(written(), text, "", arity);
    }

    int arity() {
      return arity;
    }
  }

  /** Returns the option as a user reads it, such as {@code -U, --unified N}. */
  public String written() {
    return written;
  }

  /** Returns what it does, without a capital or a full stop. */
  public String text() {
    return text;
  }

  /** Returns sentences that only the manual page and the reference have; may be empty. */
  public String detail() {
    return detail;
  }

  /** Returns its names with their dashes, the longest last. */
  public List<String> names() {
    return names;
  }

  /** Returns the name by which messages call it. */
  public String name() {
    return names.get(names.size() - 1);
  }

  /** Returns what stands behind its names: {@code N}, {@code [=WHEN]}, or nothing. */
  public String value() {
    return value;
  }
}
