package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.registration.Demand;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * How many documents many demands lack, by the rule that tells it of one ({@link DossierRules}), in
 * a few statements however many they are. Nobody is told which documents: no right to open them is
 * asked.
 */
public final class DossierGaps {
  private final Jdbi jdbi;
  private final DossierRules rules;

  /** Reads from this database, by the rule as of a day. */
  public DossierGaps(Jdbi jdbi, DossierRules rules) {
    this.jdbi = jdbi;
    this.rules = rules;
  }

  /**
   * What a demand lacks.
   *
   * @param missing documents to ask for, those that a desk has received not among them
   * @param late documents that a desk has received, or had to see to register, and that are not
   *     there after the delay to upload them
   */
  public record Gap(int missing, int late) {}

  /** By identity of the demand. */
  public Map<Long, Gap> of(Collection<Demand> demands) {
    List<Long> ids = demands.stream().map(Demand::id).toList();
    Set<Long> survivors = survivors(ids);
    Map<Long, List<DossierRules.Held>> held = held(ids);
    Map<Long, List<PapersReceived.Paper>> papers = papers(ids);
    Map<Long, Gap> gaps = new HashMap<>();
    for (Demand demand : demands) {
      gaps.put(
          demand.id(),
          gap(
              survivors.contains(demand.id())
                  ? ofFamily(demand)
                  : rules.missing(
                      demand.form(),
                      demand.initialDepositDate(),
                      held.getOrDefault(demand.id(), List.of()),
                      papers.getOrDefault(demand.id(), List.of()))));
    }
    return gaps;
  }

  private static Gap gap(List<Dossier.Missing> missing) {
    return new Gap(
        (int) missing.stream().filter(one -> one.cause() != Dossier.Cause.RECEIVED).count(),
        (int) missing.stream().filter(Dossier.Missing::late).count());
  }

  /** What merged demands hold counts for the one that stands for them; they are few. */
  private List<Dossier.Missing> ofFamily(Demand demand) {
    return new DossierReader(jdbi)
        .of(demand, rules, new DossierReader.Viewer(0, true, true))
        .missing();
  }

  private Set<Long> survivors(List<Long> ids) {
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select merged_into from demand where merged_into = any(:demands)")
                    .bindArray("demands", Long.class, ids)
                    .mapTo(Long.class)
                    .list()));
  }

  private Map<Long, List<DossierRules.Held>> held(List<Long> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select demand_id, kind, member_id, tax_year, valid_until, status from"
                        + " supporting_document where demand_id = any(:demands)")
                .bindArray("demands", Long.class, ids)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getLong("demand_id"),
                            new DossierRules.Held(
                                row.getString("kind"),
                                row.getObject("member_id", Long.class),
                                row.getObject("tax_year", Integer.class),
                                row.getObject("valid_until", LocalDate.class),
                                DocumentStatus.valueOf(row.getString("status")))))
                .collect(byDemand()));
  }

  private Map<Long, List<PapersReceived.Paper>> papers(List<Long> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select demand_id, kind, member_id, tax_year, received_on from paper_received"
                        + " where demand_id = any(:demands)")
                .bindArray("demands", Long.class, ids)
                .map(
                    (row, context) -> Map.entry(row.getLong("demand_id"), PapersReceived.read(row)))
                .collect(byDemand()));
  }

  private static <T> Collector<Map.Entry<Long, T>, ?, Map<Long, List<T>>> byDemand() {
    return Collectors.groupingBy(
        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
  }
}
