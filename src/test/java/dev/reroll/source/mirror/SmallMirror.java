package dev.reroll.source.mirror;

import java.io.IOException;
import java.nio.file.Path;

/** Makes an epoch with one mail, for tests elsewhere. */
public final class SmallMirror {
  private SmallMirror() {}

  /** Makes it in {@code repository}. */
  public static void make(Path repository) throws IOException {
    new MirrorEpoch(repository).add(new ListMail("one@x").text());
  }
}
