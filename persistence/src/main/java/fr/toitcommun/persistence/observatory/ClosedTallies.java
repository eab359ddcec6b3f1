package fr.toitcommun.persistence.observatory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/**
 * What the monthly files told, kept for whoever asks the same of the same files next: they do not
 * change, and the standard tables of a month are asked for by everyone. One serves a whole server;
 * what was not asked for longest goes first.
 */
public final class ClosedTallies {
  /** Groups kept, of all tallies together: some 20 MB. */
  static final int MOST_GROUPS = 100_000;

  // What asks for a tally, and of which files, is as long as some groups.
  private static final int GROUPS_OF_A_KEY = 20;

  private final Cache<Asked, List<Group>> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_GROUPS)
          .weigher((Asked asked, List<Group> groups) -> GROUPS_OF_A_KEY + groups.size())
          .executor(Runnable::run)
          .build();

  private record Asked(Tally tally, List<String> files) {}

  /**
   * These files, whose tallies are kept. A file that is written anew has another checksum, and what
   * it told is asked for no more.
   *
   * @param files those that the store counts in
   */
  public ObservedStore over(ObservedStore store, List<ObservatoryFile> files) {
    List<String> contents = files.stream().map(ObservatoryFile::sha256).toList();
    return tally -> kept.get(new Asked(tally, contents), asked -> List.copyOf(store.count(tally)));
  }
}
