package dev.reroll.cli.option;

import java.util.List;
import java.util.Optional;

/** What the user gave to {@code diff}: options with their values, and mailboxes. */
public interface GivenWords {
  /** Whether the flag {@code flag} was given. */
  boolean has(Option.Flag flag);

  /** Finds the value of an option that takes one. */
  Optional<String> value(Option.Value option);

  /** Returns the values of an option that takes several; none where it was not given. */
  List<String> values(Option.Values option);

  /** Returns the words that belong to no option. */
  List<String> positionals();

  /** Mailboxes alone: there is nothing to parse, so no parser is built or loaded. */
  record MailboxesOnly(List<String> positionals) implements GivenWords {
    public MailboxesOnly {
      positionals = List.copyOf(positionals);
    }

    @Override
    public boolean has(Option.Flag flag) {
      return false;
    }

    @Override
    public Optional<String> value(Option.Value option) {
      return Optional.empty();
    }

    @Override
    public List<String> values(Option.Values option) {
      return List.of();
    }

    /** Whether none of {@code words} can be an option; {@code -} is a mailbox. */
    static boolean are(List<String> words) {
      for (String word : words) {
        if (word.startsWith("-") && word.length() > 1) {
          return false;
        }
      }
      return true;
    }
  }
}
