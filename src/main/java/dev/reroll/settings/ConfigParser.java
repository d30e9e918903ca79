package dev.reroll.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/** Parses configuration files one over the other. */
final class ConfigParser {
  private final ConfigPlaces places;

  ConfigParser(ConfigPlaces places) {
    this.places = places;
  }

  /**
   * Parses {@code texts}, and the worktree's own file where the repository has such files; one that
   * cannot be parsed counts as empty.
   */
  Config parse(ConfigTexts texts) {
    Config merged = new Config();
    for (int i = 0; i < texts.files().size(); i++) {
      merged = parse(texts.texts().get(i), texts.files().get(i), merged);
    }
    Optional<Path> worktree = places.worktreeFile();
    if (worktree.isPresent() && merged.getBoolean("extensions", "worktreeConfig", false)) {
      return parse(ConfigTexts.textOf(worktree.get()), worktree.get(), merged);
    }
    return merged;
  }

  private Config parse(String text, Path file, Config base) {
    try {
      IncludingConfig config = new IncludingConfig(base, file, places);
      config.fromText(new IncludeConditions(places).decide(text, file));
      return config;
    } catch (ConfigInvalidException broken) {
      return base;
    }
  }

  /**
   * Reads one configuration file and those that its {@code include.path} and {@code includeIf}
   * name.
   */
  private static final class IncludingConfig extends Config {
    private static final byte[] NOTHING = new byte[0];

    private final Deque<Path> includers = new ArrayDeque<>();
    private final ConfigPlaces places;

    IncludingConfig(Config base, Path file, ConfigPlaces places) {
      super(base);
      includers.push(file);
      this.places = places;
    }

    /** Returns the octets of an included file; none where it cannot be read, as git does. */
    @Override
    protected byte[] readIncludedConfig(String path) throws ConfigInvalidException {
      // JGit does not say which file includes this one: it is the newest beside which the path
      // leads
      // to a file.
      for (Path includer : includers) {
        Path included = places.resolve(path, includer);
        if (Files.isRegularFile(included)) {
          includers.push(included);
          String text =
              new IncludeConditions(places).decide(ConfigTexts.textOf(included), included);
          return text.getBytes(StandardCharsets.UTF_8);
        }
      }
      return NOTHING;
    }
  }

  /**
   * The conditions under which git reads another file: {@code includeIf "gitdir:PATTERN"}, {@code
   * gitdir/i}, {@code onbranch} and {@code hasconfig:remote.*.url} (git-config(1), "Conditional
   * includes"). The parser of JGit knows plain includes only, so a section whose condition holds is
   * called so before it is parsed.
   */
  private static final class IncludeConditions {
    private static final Pattern SECTION =
        Pattern.compile(
            "(?im)^([ \\t]*+\\[)includeif[ \\t]++\"((?:[^\"\\\\\\n]|\\\\.)*+)\"(?=\\])");

    private final ConfigPlaces places;

    IncludeConditions(ConfigPlaces places) {
      this.places = places;
    }

    /** Returns the text of {@code file} with its conditions decided. */
    String decide(String text, Path file) {
      if (!text.toLowerCase(Locale.ROOT).contains("includeif")) {
        return text;
      }
      Matcher matcher = SECTION.matcher(text);
      StringBuilder decided = new StringBuilder();
      while (matcher.find()) {
        String condition = matcher.group(2).replaceAll("\\\\(.)", "$1");
        String name = holds(condition, file) ? "include" : "includeif-not";
        matcher.appendReplacement(decided, Matcher.quoteReplacement(matcher.group(1) + name));
      }
      return matcher.appendTail(decided).toString();
    }

    private boolean holds(String condition, Path file) {
      int colon = condition.indexOf(':');
      String pattern = condition.substring(colon + 1);
      return switch (colon < 0 ? "" : condition.substring(0, colon)) {
        case "gitdir" -> isGitFolder(pattern, file, 0);
        case "gitdir/i" -> isGitFolder(pattern, file, Pattern.CASE_INSENSITIVE);
        case "onbranch" -> isOnBranch(withEnd(pattern));
        case "hasconfig" ->
            pattern.startsWith("remote.*.url:")
                && hasRemote(pattern.substring("remote.*.url:".length()));
        default -> false;
      };
    }

    private boolean isGitFolder(String pattern, Path file, int flags) {
      Optional<Path> folder = places.gitFolder();
      if (folder.isEmpty()) {
        return false;
      }
      Optional<Path> home = pattern.startsWith("~/") ? places.atHome("~/") : Optional.empty();
      String path = withEnd(pattern);
      if (home.isPresent()) {
        path = withEnd(real(home.get()).resolve(pattern.substring(2)) + end(pattern));
      } else if (pattern.startsWith("./")) {
        path = real(file).resolveSibling(pattern.substring(2)) + end(pattern);
        path = withEnd(path);
      } else if (!pattern.startsWith("/")) {
        path = "**/" + path;
      }
      Pattern wanted = Pattern.compile(regex(path), flags);
      return wanted.matcher(real(folder.get()).toString()).matches()
          || wanted.matcher(folder.get().toAbsolutePath().normalize().toString()).matches();
    }

    private boolean isOnBranch(String pattern) {
      String prefix = "ref: refs/heads/";
      String head = places.gitFolder().map(g -> ConfigTexts.textOf(g.resolve("HEAD"))).orElse("");
      return head.startsWith(prefix)
          && head.substring(prefix.length()).strip().matches(regex(pattern));
    }

    /** Whether a remote of any file has such an address; files that these include are not read. */
    private boolean hasRemote(String pattern) {
      List<String> addresses = new ArrayList<>();
      for (Path file : places.files()) {
        addresses.addAll(remotes(ConfigTexts.textOf(file)));
      }
      return addresses.stream().anyMatch(Pattern.compile(regex(pattern)).asMatchPredicate());
    }

    private static List<String> remotes(String text) {
      List<String> addresses = new ArrayList<>();
      try {
        Config config = new Config();
        config.fromText(text);
        for (String remote : config.getSubsections("remote")) {
          addresses.addAll(List.of(config.getStringList("remote", remote, "url")));
        }
      } catch (ConfigInvalidException broken) {
        return List.of();
      }
      return addresses;
    }

    /** A slash at the end means all that is below. */
    private static String withEnd(String pattern) {
      return pattern.endsWith("/") ? pattern + "**" : pattern;
    }

    private static String end(String pattern) {
      return pattern.endsWith("/") ? "/" : "";
    }

    private static Path real(Path path) {
      try {
        return path.toRealPath();
      } catch (IOException notThere) {
        return path.toAbsolutePath().normalize();
      }
    }

    /** Returns what matches as git's patterns for paths do (gitignore(5), "PATTERN FORMAT"). */
    static String regex(String pattern) {
      StringBuilder regex = new StringBuilder();
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        boolean isWhole = i == 0 || pattern.charAt(i - 1) == '/';
        int close = c == '[' ? pattern.indexOf(']', i + 2) : -1;
        if (isWhole && pattern.startsWith("**/", i)) {
          regex.append("(?:.*/)?");
          i += 2;
        } else if (isWhole && pattern.startsWith("**", i) && i + 2 == pattern.length()) {
          regex.append(".*");
          i++;
        } else if (c == '*') {
          regex.append("[^/]*");
        } else if (c == '?') {
          regex.append("[^/]");
        } else if (close > 0) {
          String set = pattern.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
          regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
          i = close;
        } else {
          regex.append(Pattern.quote(String.valueOf(c)));
        }
      }
      return regex.toString();
    }
  }
}
