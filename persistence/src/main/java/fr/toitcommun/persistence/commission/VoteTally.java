package fr.toitcommun.persistence.commission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts the votes from afar on the candidates of one dwelling and says what they propose; the
 * commission's secretary records it (L.441-2, R.441-9). Only deliberative voices count; the quorum
 * is counted over those who voted on the candidate; the greatest number decides; of as many, the
 * casting voice; without one the candidate waits for the session.
 */
public final class VoteTally {
  private VoteTally() {}

  /**
   * A deliberative voice on one candidate.
   *
   * @param rank of an allocation; null for other choices
   * @param motive of an unfavourable choice; null for others
   * @param casting whether it decides a tie for this dwelling
   */
  public record Voice(
      long attendeeId, RemoteChoice choice, Integer rank, String motive, boolean casting) {}

  /**
   * What the votes on a candidate come to.
   *
   * @param counts how many voices each choice has, in the order of the choices
   * @param choice what they propose; null: the quorum is missed, nobody voted
   * @param byCastingVote whether a tie was decided
   * @param rank of an allocation beside others; null: the only one, or none
   * @param motive the one named most; null without
   * @param furtherMotives the others that were named
   */
  public record Result(
      long candidateId,
      Map<RemoteChoice, Integer> counts,
      RemoteChoice choice,
      boolean byCastingVote,
      Integer rank,
      String motive,
      List<String> furtherMotives) {

    /** How many voices a choice has. */
    public int count(String name) {
      return counts.get(RemoteChoice.valueOf(name));
    }

    /** As a decision to record; empty: it is for the session. */
    public Optional<DecisionForm> decision() {
      if (choice == null || choice.decision() == null) {
        return Optional.empty();
      }
      Decision decision =
          choice == RemoteChoice.ALLOCATION && rank == null
              ? Decision.ALLOCATION
              : choice.decision();
      return Optional.of(
          new DecisionForm(decision, rank, null, null, motive, null, furtherMotives));
    }
  }

  /**
   * Counts.
   *
   * @param voices by candidate, in the order of examination; nobody voted: an empty list
   * @param quorum deliberative members who must take part
   */
  public static List<Result> of(Map<Long, List<Voice>> voices, int quorum) {
    Map<Long, Chosen> chosen = new LinkedHashMap<>();
    voices.forEach(
        (candidate, all) -> chosen.put(candidate, all.size() < quorum ? Chosen.NONE : chosen(all)));
    Map<Long, Integer> ranks = ranks(voices, chosen);
    return voices.entrySet().stream()
        .map(
            entry ->
                result(
                    entry.getKey(),
                    entry.getValue(),
                    chosen.get(entry.getKey()),
                    ranks.size() > 1 ? ranks.get(entry.getKey()) : null))
        .toList();
  }

  private record Chosen(RemoteChoice choice, boolean byCastingVote) {
    static final Chosen NONE = new Chosen(null, false);
  }

  private static Chosen chosen(List<Voice> voices) {
    Map<RemoteChoice, Integer> counts = counts(voices);
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<RemoteChoice> first = new ArrayList<>();
    counts.forEach(
        (choice, count) -> {
          if (count == most && most > 0) {
            first.add(choice);
          }
        });
    if (first.size() <= 1) {
      return first.isEmpty() ? Chosen.NONE : new Chosen(first.get(0), false);
    }
    return voices.stream()
        .filter(voice -> voice.casting() && first.contains(voice.choice()))
        .findFirst()
        .map(voice -> new Chosen(voice.choice(), true))
        .orElse(new Chosen(RemoteChoice.POSTPONE, false));
  }

  private static Map<RemoteChoice, Integer> counts(List<Voice> voices) {
    Map<RemoteChoice, Integer> counts = new EnumMap<>(RemoteChoice.class);
    for (RemoteChoice choice : RemoteChoice.values()) {
      counts.put(choice, 0);
    }
    voices.forEach(voice -> counts.merge(voice.choice(), 1, Integer::sum));
    return counts;
  }

  /** Those allocated by the mean of the ranks they were given; of equals, whoever comes first. */
  private static Map<Long, Integer> ranks(Map<Long, List<Voice>> voices, Map<Long, Chosen> chosen) {
    List<Long> allocated =
        chosen.entrySet().stream()
            .filter(entry -> entry.getValue().choice() == RemoteChoice.ALLOCATION)
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparingDouble(candidate -> meanRank(voices.get(candidate))))
            .toList();
    Map<Long, Integer> ranks = new HashMap<>();
    for (Long candidate : allocated) {
      ranks.put(candidate, ranks.size() + 1);
    }
    return ranks;
  }

  private static double meanRank(List<Voice> voices) {
    return voices.stream()
        .map(Voice::rank)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .average()
        .orElse(Double.MAX_VALUE);
  }

  private static Result result(long candidate, List<Voice> voices, Chosen chosen, Integer rank) {
    List<String> motives =
        chosen.choice() == null || !chosen.choice().needsMotive()
            ? List.of()
            : voices.stream()
                .filter(voice -> voice.choice() == chosen.choice())
                .collect(
                    Collectors.groupingBy(Voice::motive, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    return new Result(
        candidate,
        counts(voices),
        chosen.choice(),
        chosen.byCastingVote(),
        rank,
        motives.isEmpty() ? null : motives.get(0),
        motives.isEmpty() ? List.of() : motives.subList(1, motives.size()));
  }
}
