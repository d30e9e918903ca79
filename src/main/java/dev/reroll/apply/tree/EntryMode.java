package dev.reroll.apply.tree;

/** Tells what an entry of a tree is: the four modes that git keeps. */
public enum EntryMode {
  FILE(0100644),
  EXECUTABLE(0100755),
  SYMLINK(0120000),
  /** A commit of another repository; its content reads {@code Subproject commit <id>}. */
  SUBMODULE(0160000);

  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int OWNER_MAY_EXECUTE = 0100;

  private final int bits;

  EntryMode(int bits) {
    this.bits = bits;
  }

  /** Returns what git keeps of a mode as a patch writes it: {@code 100664} is a plain file. */
  public static EntryMode ofBits(int bits) {
    return switch (bits & TYPE) {
      case 0120000 -> SYMLINK;
      case 0160000, FOLDER -> SUBMODULE;
      default -> (bits & OWNER_MAY_EXECUTE) == 0 ? FILE : EXECUTABLE;
    };
  }

  /** Returns the number that a tree holds. */
  public int bits() {
    return bits;
  }

  /** Returns the six octal digits that a diff shows. */
  public String digits() {
    return Integer.toOctalString(bits);
  }

  /** Whether both are files, or both are the same other thing. */
  public boolean isSameType(EntryMode other) {
    return (bits & TYPE) == (other.bits & TYPE);
  }
}
