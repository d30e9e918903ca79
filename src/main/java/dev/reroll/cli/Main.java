package dev.reroll.cli;

/** Starts the program. */
public final class Main {
  private Main() {}

  /** Answers {@code --version}; there are no other commands yet. */
  public static void main(String[] arguments) {
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      String version = Main.class.getPackage().getImplementationVersion();
      System.out.println("reroll " + (version == null ? "(not packaged)" : version));
      return;
    }
    System.err.println("error: there are no commands yet");
    System.exit(2);
  }
}
