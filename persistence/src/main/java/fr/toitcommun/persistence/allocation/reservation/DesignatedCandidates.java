package fr.toitcommun.persistence.allocation.reservation;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The candidates whom holders designated for a vacancy, in their order. */
public record DesignatedCandidates(List<Candidate> candidates) implements Nominative {

  /**
   * One of them.
   *
   * @param rank the holder's order of preference, from 1
   * @param status ProposalStatus
   */
  public record Candidate(
      int rank,
      String uniqueNumber,
      String applicant,
      LocalDate initialDepositDate,
      String holder,
      LocalDate designatedOn,
      String status) {}

  @Override
  public List<String> uniqueNumbers() {
    return candidates.stream().map(Candidate::uniqueNumber).toList();
  }

  /** Reads them. */
  public static DesignatedCandidates of(Jdbi jdbi, long vacancyId) {
    return new DesignatedCandidates(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select r.designated_rank, d.unique_number, d.initial_deposit_date, h.name, r.made_on, r.status,
                               coalesce(d.legal_name, m.given_name || ' ' || m.surname) as applicant
                        from proposal r join demand d on d.id = r.demand_id join partner h on h.id = r.designated_by
                        join household_member m on m.demand_id = d.id and m.role = 'APPLICANT'
                        where r.vacancy_id = :vacancy order by r.designated_rank, r.id limit 100
                        """)
                    .bind("vacancy", vacancyId)
                    .map(
                        (row, context) ->
                            new Candidate(
                                row.getInt("designated_rank"),
                                row.getString("unique_number"),
                                row.getString("applicant"),
                                row.getObject("initial_deposit_date", LocalDate.class),
                                row.getString("name"),
                                row.getObject("made_on", LocalDate.class),
                                row.getString("status")))
                    .list()));
  }
}
