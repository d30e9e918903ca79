package dev.reroll.cli.terminal;

import dev.reroll.problem.Refusal;
import java.io.IOException;
import java.io.OutputStream;

/** Where the result goes: a file, a pager, or standard output. */
public interface Output {
  /** Writes the result to a stream. */
  interface Writing {
    void to(OutputStream stream) throws IOException;
  }

  /** Whether a person reads it on a terminal. */
  boolean isForPerson();

  /** Refuses what can be known to fail before any work is done. */
  default void check() throws Refusal {}

  /** Lets {@code writing} write the result there. */
  void write(Writing writing) throws IOException, Refusal;

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
