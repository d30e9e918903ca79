package dev.reroll.app.tree;

import dev.reroll.problem.Refusal;
import dev.reroll.repo.GitRepository;
import dev.reroll.repo.place.RepositoryPlace;
import dev.reroll.repo.place.Settings;
import dev.reroll.settings.GitSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads git's configuration for a repository; for several threads at once. */
public final class RepositorySettings implements Settings {
  private final GitSettings settings;

  private RepositorySettings(GitSettings settings) {
    this.settings = settings;
  }

  /** Opens the repository at {@code place} with the configuration that git would use there. */
  public static GitRepository open(RepositoryPlace place, Map<String, String> environment)
      throws Refusal {
    Map<String, String> variables = new HashMap<>(environment);
    Path folder = place.gitFolder().toAbsolutePath();
    variables.put("GIT_DIR", folder.toString());
    GitSettings settings = new GitSettings(variables, place.workingFolder());
    return GitRepository.open(place, new RepositorySettings(settings));
  }

  @Override
  public synchronized Optional<String> find(String key) {
    return key.equals("core.notesRef") && settings.environment("GIT_NOTES_REF").isPresent()
        ? settings.environment("GIT_NOTES_REF")
        : settings.find(key);
  }

  @Override
  public Optional<String> environment(String name) {
    return settings.environment(name);
  }

  @Override
  public synchronized List<String> findAll(String key) {
    return settings.findAll(key);
  }
}
