package dev.reroll.source.http;

import java.util.Objects;

/** Names this program and its version to servers. */
final class UserAgent {
  /** What is sent with each request. */
  static final String TEXT = "reroll/" + version() + " (compares patch series sent by mail)";

  private UserAgent() {}

  private static String version() {
    return Objects.requireNonNullElse(
        UserAgent.class.getPackage().getImplementationVersion(), "unpackaged");
  }
}
