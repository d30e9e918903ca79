package dev.reroll.oracle;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs the program under test: in this process, or as it is packaged. */
@FunctionalInterface
public interface Runner {
  /** Runs it with {@code variables} in its environment, and none of the machine's configuration. */
  CommandRun run(List<String> arguments, Map<String, String> variables) throws IOException;
}
