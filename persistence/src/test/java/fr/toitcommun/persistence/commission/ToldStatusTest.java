package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandFileReader;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a proposal while the session that examines it is not closed. */
class ToldStatusTest {
  private Jdbi jdbi;
  private long proposal;
  private long demand;
  private long landlord;

  @BeforeEach
  void load() {
    jdbi = TestDatabase.loaded(600, 7);
    Map<String, Object> one =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select r.id, r.demand_id, w.landlord_id from proposal r join vacancy v on"
                            + " v.id = r.vacancy_id join dwelling w on w.id = v.dwelling_id where"
                            + " exists (select 1 from item_candidate c join commission_item i on"
                            + " i.id = c.item_id join commission_session s on s.id = i.session_id"
                            + " where c.proposal_id = r.id and s.status = 'CLOSED' and not"
                            + " is_signed(s.id)) order by r.id limit 1")
                    .mapToMap()
                    .one());
    proposal = (long) one.get("id");
    demand = (long) one.get("demand_id");
    landlord = (long) one.get("landlord_id");
  }

  @ParameterizedTest(name = "{0} in a session {1} is told as {2}")
  @CsvSource({
    "ALLOCATED, PLANNED, ON_AGENDA",
    "RANKED, PLANNED, ON_AGENDA",
    "CONDITIONAL, PLANNED, ON_AGENDA",
    "NOT_ALLOCATED, PLANNED, ON_AGENDA",
    "INADMISSIBLE, PLANNED, ON_AGENDA",
    "REFUSED, PLANNED, REFUSED",
    "ALLOCATED, CLOSED, ALLOCATED",
    "NOT_ALLOCATED, CLOSED, NOT_ALLOCATED",
  })
  void L_441_2_whatIsDecidedIsToldWhenTheSessionIsClosed(
      String status, String session, String told) {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "update proposal set status = ?, notified_on = made_on, reply_deadline = made_on + 10"
                  + " where id = ?",
              status,
              proposal);
          handle.execute(
              "update commission_session set status = ? where id in (select i.session_id from"
                  + " commission_item i join item_candidate c on c.item_id = i.id where"
                  + " c.proposal_id = ?)",
              session,
              proposal);
        });
    boolean withheld = "ON_AGENDA".equals(told);
    for (DemandFile.ProposalTrace seen : List.of(read(-1, true), read(landlord, false))) {
      assertThat(seen.status()).isEqualTo(told);
      assertThat(seen.replyDeadline() == null).as("a delay would betray it").isEqualTo(withheld);
    }
    DemandFile.ProposalTrace own = read(landlord, true);
    assertThat(own.status()).as("those who work on the session").isEqualTo(status);
    assertThat(own.replyDeadline()).isNotNull();
  }

  /** The proposal, at its place among those of the demand. */
  private DemandFile.ProposalTrace read(long partner, boolean deliberations) {
    DemandFileReader reader = new DemandFileReader(jdbi);
    int place = 0;
    for (DemandFile.ProposalTrace own : reader.proposals(demand, landlord, true)) {
      if (Long.valueOf(proposal).equals(own.proposalId())) {
        return reader.proposals(demand, partner, deliberations).get(place);
      }
      place++;
    }
    throw new AssertionError("proposal " + proposal);
  }
}
