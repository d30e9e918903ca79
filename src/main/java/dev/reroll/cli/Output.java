package dev.reroll.cli;

import dev.reroll.message.Refusal;
import dev.reroll.settings.GitSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Is where the result goes: a file, a pager, or standard output. */
interface Output {
  /** Writes the result to a stream. */
  interface Writing {
    void to(OutputStream stream) throws IOException;
  }

  /** Says whether a person reads it on a terminal. */
  boolean isForPerson();

  /** Refuses what can be known to fail before any work is done. */
  default void check() throws Refusal {}

  void write(Writing writing) throws IOException, Refusal;

  /**
   * Chooses by the options, by what standard output is, and by git's pager rules. Before a pager,
   * {@code report} holds back what it is told: the pager shows it.
   */
  static Output choose(GivenWords options, Streams streams, GitSettings settings, Report report)
      throws Refusal {
    Optional<String> file = options.value("--output-diff");
    if (file.isPresent() && !file.get().equals("-")) {
      return new FileOutput(streams.workingFolder().resolve(file.get()), file.get());
    }
    if (streams.outIsTerminal() && !options.has("--no-pager")) {
      Optional<String> pager = Pager.command(settings);
      if (pager.isPresent()) {
        boolean colored = new ColorChoice(options, settings, true).isColored();
        report.hold(new HeldLines(colored, !options.has("--json")));
        return new Pager(pager.get(), streams, report);
      }
    }
    return new StandardOutput(streams);
  }

  /** Writes to standard output. */
  record StandardOutput(Streams streams) implements Output {
    @Override
    public boolean isForPerson() {
      return streams.outIsTerminal();
    }

    @Override
    public void write(Writing writing) throws IOException {
      writing.to(ClosedPipe.guard(streams.out()));
    }
  }
}
