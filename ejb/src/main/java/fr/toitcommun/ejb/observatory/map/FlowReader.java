package fr.toitcommun.ejb.observatory.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Counts from where to where active demands go: from the residence to the first wish. */
final class FlowReader {
  private static final String PAIRS =
      """
      select lives_in, place, count(*) as n from observed_demand
      where active and departement_code = any(:departements) and place is not null
      group by lives_in, place
      """;

  private final Jdbi jdbi;

  FlowReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Pair(String livesIn, String place, long n) {}

  /**
   * The largest flows of active demands that seek in these places.
   *
   * @param codes code of the level by municipality
   * @param sought the municipalities sought in that are counted
   * @param threshold flows of fewer demands are not told (secrecy)
   */
  Flows read(
      List<String> departements,
      Map<String, String> codes,
      Set<String> sought,
      int threshold,
      int most) {
    long total = 0;
    long within = 0;
    long elsewhere = 0;
    Map<List<String>, Long> counts = new java.util.HashMap<>();
    for (Pair pair : pairs(departements)) {
      if (sought.contains(pair.place)) {
        String from = pair.livesIn == null ? null : codes.get(pair.livesIn);
        String to = codes.get(pair.place);
        total += pair.n;
        if (from == null || to == null) {
          elsewhere += pair.n;
        } else if (from.equals(to)) {
          within += pair.n;
        } else {
          counts.merge(List.of(from, to), pair.n, Long::sum);
        }
      }
    }
    List<Flows.Flow> flows = new ArrayList<>();
    counts.forEach(
        (way, demands) -> {
          if (demands >= threshold) {
            flows.add(new Flows.Flow(way.get(0), way.get(1), demands));
          }
        });
    flows.sort(
        java.util.Comparator.comparing((Flows.Flow flow) -> -flow.demands())
            .thenComparing(Flows.Flow::from)
            .thenComparing(Flows.Flow::to));
    return new Flows(
        List.copyOf(flows.subList(0, Math.min(most, flows.size()))), total, within, elsewhere);
  }

  private Collection<Pair> pairs(List<String> departements) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(PAIRS)
                .bindArray("departements", String.class, departements)
                .map(
                    (row, context) ->
                        new Pair(
                            row.getString("lives_in"), row.getString("place"), row.getLong("n")))
                .list());
  }
}
