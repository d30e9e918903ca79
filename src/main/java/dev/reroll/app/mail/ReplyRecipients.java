package dev.reroll.app.mail;

import dev.reroll.deliver.MailAddress;
import dev.reroll.deliver.OutgoingMail.Recipients;
import dev.reroll.mail.Person;
import dev.reroll.problem.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides who gets a mail: those whom the user names, and with {@code --reply-all} the author, the
 * list, and everyone who had a say; never oneself, never the stable team, nobody twice.
 */
public final class ReplyRecipients {
  /** The categories of {@code --suppress-cc} (git-send-email(1)). */
  private static final Set<String> CATEGORIES =
      Set.of("author", "self", "cc", "bodycc", "sob", "misc-by", "cccmd", "body", "all");

  private final Request request;
  private final List<String> own;
  private final Set<String> taken = new HashSet<>();

  /**
   * What the user asked for.
   *
   * @param to named with {@code --to}
   * @param cc named with {@code --cc}
   * @param bcc named in the configuration
   * @param replyAll whether those of the answered mail are asked for
   * @param suppressed the categories of {@code --suppress-cc}
   */
  public record Request(
      List<Person> to,
      List<Person> cc,
      List<Person> bcc,
      boolean replyAll,
      Set<String> suppressed) {
    public Request {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
      bcc = List.copyOf(bcc);
      suppressed = Set.copyOf(suppressed);
    }

    /** Refuses categories that there are not. */
    public void check() throws Refusal {
      for (String category : suppressed) {
        if (!CATEGORIES.contains(category)) {
          throw Refusal.unreadable(
              "--suppress-cc has no category '" + category + "'",
              "reroll mail --suppress-cc=author BEFORE AFTER");
        }
      }
    }
  }

  /**
   * Creates the decision.
   *
   * @param own the user's addresses
   */
  public ReplyRecipients(Request request, List<String> own) {
    this.request = request;
    this.own = own.stream().map(address -> address.toLowerCase(Locale.ROOT)).toList();
  }

  /** Returns those who get an answer made of {@code material}. */
  public Recipients of(MailMaterial material) {
    List<Person> to = new ArrayList<>();
    List<Person> cc = new ArrayList<>();
    request.to().forEach(person -> named(person, to));
    request.cc().forEach(person -> named(person, cc));
    if (request.replyAll() && !request.suppressed().contains("all")) {
      replyAll(material, to, cc);
    }
    List<Person> bcc = new ArrayList<>();
    request.bcc().forEach(person -> named(person, bcc));
    return new Recipients(to, cc, bcc);
  }

  private void replyAll(MailMaterial material, List<Person> to, List<Person> cc) {
    if (!request.suppressed().contains("author")) {
      authors(material).forEach(person -> found(person, to));
    }
    if (!request.suppressed().contains("cc")) {
      material.answered().headers().people("To").forEach(person -> found(person, cc));
      material.answered().headers().people("Cc").forEach(person -> found(person, cc));
    }
    material.commenters().forEach(person -> found(person, cc));
  }

  /** A list may have rewritten From, and named the author in Reply-To. */
  private static List<Person> authors(MailMaterial material) {
    List<Person> replyTo = material.answered().headers().people("Reply-To");
    return replyTo.isEmpty() ? material.answered().headers().people("From") : replyTo;
  }

  private void named(Person person, List<Person> people) {
    if (taken.add(key(person))) {
      people.add(person);
    }
  }

  private void found(Person person, List<Person> people) {
    boolean wanted =
        MailAddress.isUsable(person.address())
            && !own.contains(key(person))
            && !isStable(person.address());
    if (wanted && taken.add(key(person))) {
      people.add(person);
    }
  }

  private static String key(Person person) {
    return person.address().toLowerCase(Locale.ROOT);
  }

  /** {@code Cc: stable} asks for a backport of a patch; no mail about it should go there. */
  private static boolean isStable(String address) {
    String local = address.substring(0, Math.max(0, address.indexOf('@')));
    return local.equalsIgnoreCase("stable") || local.toLowerCase(Locale.ROOT).startsWith("stable+");
  }
}
