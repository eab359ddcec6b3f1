package fr.toitcommun.persistence.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The handicap complements in the database: a table of their own, which no other query of the
 * application touches.
 */
public final class HandicapRows {
  private final Jdbi jdbi;

  /** Reads and writes this database, in the caller's transaction. */
  public HandicapRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The complement of a demand, its persons in their order; without any when there is none. */
  public HandicapComplementForm read(long demandId) {
    HandicapComplementForm form = new HandicapComplementForm();
    form.setPersons(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select h.* from handicap_complement h"
                            + " join household_member m on m.id = h.member_id"
                            + " where h.demand_id = :demand order by m.position")
                    .bind("demand", demandId)
                    .map((row, context) -> person(row))
                    .list()));
    return form;
  }

  /**
   * What is known of the complement that a demand had at a moment of the past.
   *
   * @param end the moment
   * @param readable whether the caller may read what it said
   */
  public PastComplement past(long demandId, Instant end, boolean readable) {
    PastComplement.State state =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select case
                          when (select min(recorded_at) < :end from handicap_complement where demand_id = :demand)
                            then 'SAME_AS_NOW'
                          when exists (select 1 from demand_event where demand_id = :demand
                            and kind = 'HANDICAP_COMPLEMENT' and occurred_at >= :end)
                            and exists (select 1 from demand_event where demand_id = :demand
                              and kind = 'HANDICAP_COMPLEMENT' and occurred_at < :end)
                            then 'CHANGED_SINCE'
                          else 'NONE' end
                        """)
                    .bind("demand", demandId)
                    .bind("end", end.atOffset(ZoneOffset.UTC))
                    .mapTo(PastComplement.State.class)
                    .one());
    boolean told = readable && state == PastComplement.State.SAME_AS_NOW;
    return new PastComplement(state, told ? read(demandId).getPersons() : null);
  }

  private static HandicapPersonForm person(ResultSet row) throws SQLException {
    HandicapPersonForm person = new HandicapPersonForm();
    person.setPersonId(row.getLong("member_id"));
    person.setState(row.getString("state"));
    person.setWalking(row.getString("walking"));
    person.setMotor(texts(row, "motor"));
    person.setSensory(texts(row, "sensory"));
    person.setTechnicalAids(texts(row, "technical_aids"));
    person.setAdaptations(texts(row, "adaptations"));
    person.setDetail(row.getString("detail"));
    return person;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /**
   * Puts this complement in the place of the one there was.
   *
   * @param agentId who recorded it
   */
  public void replace(long demandId, HandicapComplementForm form, Instant at, long agentId) {
    jdbi.useHandle(
        handle -> {
          handle.execute("delete from handicap_complement where demand_id = ?", demandId);
          PreparedBatch batch =
              handle.prepareBatch(
                  "insert into handicap_complement (member_id, demand_id, state, walking, motor,"
                      + " sensory, technical_aids, adaptations, detail, recorded_at, recorded_by)"
                      + " values (:member, :demand, :state, :walking, :motor, :sensory, :aids,"
                      + " :adaptations, :detail, :at, :agent)");
          for (HandicapPersonForm person : form.getPersons()) {
            batch
                .bind("member", person.getPersonId())
                .bind("demand", demandId)
                .bind("state", person.getState())
                .bind("walking", person.getWalking())
                .bindArray("motor", String.class, person.getMotor())
                .bindArray("sensory", String.class, person.getSensory())
                .bindArray("aids", String.class, person.getTechnicalAids())
                .bindArray("adaptations", String.class, person.getAdaptations())
                .bind("detail", person.getDetail())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("agent", agentId)
                .add();
          }
          batch.execute();
        });
  }
}
