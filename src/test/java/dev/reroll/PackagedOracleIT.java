package dev.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reroll.linediff.GitCommand;
import dev.reroll.oracle.CommandRun;
import dev.reroll.oracle.OracleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged program, with its archives and the launcher's flags, against git on drawn series, as
 * {@link GitOracleTest} does within one process: on every JDK of this machine.
 */
class PackagedOracleIT {
  private static final long SEED = 20261122L;
  private static final int STANDARD_PAIRS = 4;
  private static final int LIVE_PAIRS = 30;

  static List<Path> jdks() throws IOException {
    return InstalledJdks.homes();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void packagedProgramPrintsWhatGitPrints(Path jdk) throws Exception {
    GitCommand.require();
    boolean live = "required".equals(System.getenv("REROLL_LIVE"));
    Path folder = Path.of("target", "packaged-oracle", jdk.getFileName().toString());
    OracleRun run = new OracleRun(folder, launcher(jdk, folder.resolve("cache").toAbsolutePath()));
    run.run(SEED, live ? LIVE_PAIRS : STANDARD_PAIRS);
    assertThat(run.problems()).isEmpty();
  }

  private static dev.reroll.oracle.Runner launcher(Path jdk, Path cache) {
    Path script = Path.of(Objects.requireNonNull(System.getProperty("reroll.launcher")));
    return (arguments, variables) -> {
      Map<String, String> environment = new HashMap<>(variables);
      environment.put("REROLL_JAVA", jdk.toString());
      environment.put("XDG_CACHE_HOME", cache.toString());
      return CommandRun.ofLauncher(script, arguments, environment);
    };
  }
}
