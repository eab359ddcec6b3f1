package fr.toitcommun.web.registration;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which demands the agent took from which list: whatever is done to a demand meanwhile, its page
 * leads to the next one. A session lost loses this way alone, nothing else.
 */
@SessionScoped
public class WorkInHand implements Serializable {
  private static final int MOST = 50;

  private final Map<String, Way> ways = new LinkedHashMap<>();

  /**
   * The way on from a demand.
   *
   * @param list key of the list's name, after {@code work.}
   * @param back address of the list
   * @param next address that leads to the next one
   */
  public record Way(String list, String back, String next) implements Serializable {}

  /** A demand is taken from a list. */
  synchronized void take(String number, String list, String back, String next) {
    ways.remove(number);
    ways.put(number, new Way(list, back, next));
    if (ways.size() > MOST) {
      ways.remove(ways.keySet().iterator().next());
    }
  }

  /** The way on from a demand; null when it was not taken from a list. */
  synchronized Way of(String number) {
    return ways.get(number);
  }
}
