package dev.reroll.source.mirror.query;

import dev.reroll.message.RawMessage;
import dev.reroll.problem.Refusal;
import dev.reroll.source.Limits;
import dev.reroll.source.ListPreference;
import dev.reroll.source.mirror.query.InboxShelf.FoundMail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the mails of several inboxes together, in order of arrival. Where several inboxes have a
 * mail, the best copy is taken; copies within one inbox are different mails that share an id, and
 * stay.
 */
public final class CopyMerge {
  private final ListPreference preference;
  private final Limits limits;
  private final String name;
  private final List<Stack> stacks = new ArrayList<>();

  /** The mails that one inbox has, in its order, and how many were taken. */
  private static final class Stack {
    private final InboxShelf shelf;
    private final List<FoundMail> mails;
    private int taken;

    Stack(InboxShelf shelf, List<FoundMail> mails) {
      this.shelf = shelf;
      this.mails = mails;
    }

    boolean isEmpty() {
      return taken == mails.size();
    }

    FoundMail top() {
      return mails.get(taken);
    }
  }

  /**
   * Starts empty.
   *
   * @param name what people call the archive, for refusals
   */
  public CopyMerge(ListPreference preference, Limits limits, String name) {
    this.preference = preference;
    this.limits = limits;
    this.name = name;
  }

  /** Adds what an inbox has of the mails {@code ids}. */
  public void add(InboxShelf shelf, Set<String> ids) throws Refusal {
    stacks.add(new Stack(shelf, shelf.mails(ids)));
  }

  /** Returns the mails, each once. */
  public List<RawMessage> messages() throws Refusal {
    Map<String, Stack> owners = owners();
    List<RawMessage> messages = new ArrayList<>();
    long octetCount = 0;
    while (stacks.stream().anyMatch(stack -> !stack.isEmpty())) {
      Stack next = earliest();
      FoundMail mail = next.top();
      next.taken++;
      if (owners.get(mail.messageId()) == next) {
        RawMessage message = next.shelf.read(mail);
        messages.add(message);
        octetCount += message.octets().length();
        check(messages.size(), octetCount);
      }
    }
    return messages;
  }

  private void check(int count, long octetCount) throws Refusal {
    if (count > limits.messageCount() || octetCount > limits.mailboxOctets()) {
      throw Refusal.unreadable(
          "cannot read mirror '"
              + name
              + "': the threads that were found have more than "
              + (count > limits.messageCount()
                  ? limits.messageCount() + " mails"
                  : limits.mailboxOctets() + " bytes"));
    }
  }

  private Stack earliest() {
    return stacks.stream()
        .filter(stack -> !stack.isEmpty())
        .min(Comparator.comparingLong(stack -> stack.top().arrival()))
        .orElseThrow();
  }

  /** Returns whose copy of each mail is taken; copies are read only where there are several. */
  private Map<String, Stack> owners() throws Refusal {
    Map<String, Map<Stack, FoundMail>> copies = new LinkedHashMap<>();
    for (Stack stack : stacks) {
      for (FoundMail mail : stack.mails) {
        copies
            .computeIfAbsent(mail.messageId(), id -> new LinkedHashMap<>())
            .putIfAbsent(stack, mail);
      }
    }
    Map<String, Stack> owners = new HashMap<>();
    for (Map.Entry<String, Map<Stack, FoundMail>> mail : copies.entrySet()) {
      owners.put(mail.getKey(), best(mail.getValue()));
    }
    return owners;
  }

  private Stack best(Map<Stack, FoundMail> copies) throws Refusal {
    Stack best = copies.keySet().iterator().next();
    int bestRank = Integer.MAX_VALUE;
    if (copies.size() > 1) {
      for (Map.Entry<Stack, FoundMail> copy : copies.entrySet()) {
        int rank = preference.rank(copy.getKey().shelf.read(copy.getValue()).octets());
        best = rank < bestRank ? copy.getKey() : best;
        bestRank = Math.min(rank, bestRank);
      }
    }
    return best;
  }
}
