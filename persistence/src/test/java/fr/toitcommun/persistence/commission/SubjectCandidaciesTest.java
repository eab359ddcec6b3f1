package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.registration.SubjectCandidacy;
import fr.toitcommun.persistence.registration.SubjectFile.Withheld;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the copy of a person's data says of dwellings proposed and of what commissions did. */
class SubjectCandidaciesTest {
  private static final long NOBODY = -1;

  private Jdbi jdbi;
  private long demand;
  private long proposal;
  private long candidate;
  private long item;
  private long session;
  private long landlord;

  @BeforeEach
  void load() {
    jdbi = TestDatabase.loaded(600, 7);
    jdbi.useHandle(
        handle -> {
          Map<String, Object> one =
              handle
                  .createQuery(
                      """
                      select r.demand_id, r.id as proposal, c.id as candidate, c.item_id, s.id as session, w.landlord_id
                      from item_candidate c join proposal r on r.id = c.proposal_id
                      join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id
                      join vacancy v on v.id = r.vacancy_id join dwelling w on w.id = v.dwelling_id
                      where s.status = 'CLOSED' and not is_signed(s.id)
                        and exists (select 1 from item_candidate o where o.item_id = c.item_id and o.id <> c.id)
                      order by c.id limit 1
                      """)
                  .mapToMap()
                  .one();
          demand = (long) one.get("demand_id");
          proposal = (long) one.get("proposal");
          candidate = (long) one.get("candidate");
          item = (long) one.get("item_id");
          session = (long) one.get("session");
          landlord = (long) one.get("landlord_id");
          handle.execute(
              "update item_candidate set decision = 'CONDITIONAL_ALLOCATION', rank = 2,"
                  + " condition_text = 'avis d’imposition', condition_deadline = date '2026-12-01',"
                  + " motive = 'INCOMPLETE_FILE', further_motives = 'LOWER_RANK OTHER',"
                  + " motive_detail = 'pièce illisible' where id = ?",
              candidate);
          handle.execute(
              "update proposal set refusal_motive = 'HEALTH', refusal_detail = 'trop d’escaliers',"
                  + " designated_by = ?, designated_rank = 3 where id = ?",
              landlord,
              proposal);
        });
  }

  @Test
  void GDPR_15_thePersonReadsTheDecisionWithItsMotivesAndWhatWasSaid() {
    say(
        "Un bon dossier, bien que Zweig-Énard soit prioritaire ; voir ZWEIG-ENARD et"
            + " Zweig-Énardin.");
    nameTheOther("Zweig-Énard");
    SubjectCandidacy told = told(landlord, false);
    assertThat(told.designatedRank()).isEqualTo(3);
    assertThat(told.refusalDetail()).isEqualTo("trop d’escaliers");
    assertThat(told.decided().decision()).isEqualTo("CONDITIONAL_ALLOCATION");
    assertThat(told.decided().rank()).isEqualTo(2);
    assertThat(told.decided().motives()).containsExactly("INCOMPLETE_FILE", "LOWER_RANK", "OTHER");
    assertThat(told.decided().motiveDetail()).isEqualTo("pièce illisible");
    assertThat(told.decided().conditionText()).isEqualTo("avis d’imposition");
    assertThat(told.said())
        .extracting(SubjectCandidacy.Said::words)
        .as("art. 15 (4): names of others are taken out, whatever their accents and capitals")
        .containsExactly(
            "Un bon dossier, bien que […] soit prioritaire ; voir […] et Zweig-Énardin.");
    assertThat(told.withheld()).doesNotContain(Withheld.LANDLORD_WORDS, Withheld.DELIBERATION);
    assertThat(told(NOBODY, true)).isEqualTo(told);
  }

  @Test
  void GDPR_15_4_theNumberOfAnotherIsTakenOutAndTheOwnNameStaysHoweverItIsWritten() {
    String other =
        jdbi.withHandle(
            handle -> {
              handle.execute(
                  "update household_member set surname = 'Le-Goff' where demand_id = ?", demand);
              return handle
                  .createQuery(
                      "select d.unique_number from item_candidate c join proposal r on r.id ="
                          + " c.proposal_id join demand d on d.id = r.demand_id where c.item_id ="
                          + " ? and c.id <> ? order by c.id limit 1")
                  .bind(0, item)
                  .bind(1, candidate)
                  .mapTo(String.class)
                  .one();
            });
    nameTheOther("LE GOFF");
    say("Le Goff avant " + UniqueNumber.read(other).readable() + " et " + other + ".");
    assertThat(told(landlord, false).said())
        .extracting(SubjectCandidacy.Said::words)
        .containsExactly("Le Goff avant […] et […].");
  }

  @Test
  void GDPR_15_4_aNameWithoutLatinLettersUnmasksNoOther() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update household_member set surname = '王小明' where demand_id = ?", demand));
    nameTheOther("李娜");
    say("李娜 avant 王小明.");
    assertThat(told(landlord, false).said())
        .extracting(SubjectCandidacy.Said::words)
        .containsExactly("[…] avant 王小明.");
  }

  @Test
  void GDPR_15_theFactsThatADecisionWasTakenByAreTold() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update item_candidate set consumption_units = 2.3, resources_per_unit = 8412,"
                    + " quartile_threshold = 9720, first_quartile = true, in_priority_district ="
                    + " false, priority_grounds = ?, dalo = true, transfer = false, days_waited ="
                    + " 1204 where id = ?",
                PriorityGround.G.bit() | PriorityGround.K.bit(),
                candidate));
    SubjectCandidacy told = told(NOBODY, false, true);
    assertThat(told.decided().facts())
        .isEqualTo(
            new SubjectCandidacy.FactsOfDecision(
                new BigDecimal("2.3"),
                8_412,
                9_720,
                true,
                false,
                List.of(PriorityGround.G, PriorityGround.K),
                true,
                false,
                1_204));
    assertThat(told.withheld()).doesNotContain(Withheld.SENSITIVE_LABELS);
    SubjectCandidacy withoutViolence = told(NOBODY, false, false);
    assertThat(withoutViolence.decided().facts().priorityGrounds())
        .containsExactly(PriorityGround.K);
    assertThat(withoutViolence.withheld()).contains(Withheld.SENSITIVE_LABELS);

    jdbi.useHandle(
        handle ->
            handle.execute("update item_candidate set days_waited = null where id = ?", candidate));
    assertThat(told(NOBODY, false).decided().facts()).as("decided before they were kept").isNull();
  }

  @Test
  void GDPR_15_whatALandlordWroteIsNotAnotherOnesToTellAndTheCopySaysSo() {
    say("Dossier complet.");
    SubjectCandidacy told = told(NOBODY, false);
    assertThat(told.decided().motives()).as("an event that all share, R.441-2-15").hasSize(3);
    assertThat(told.refusalMotive()).isEqualTo("HEALTH");
    assertThat(told.refusalDetail()).isNull();
    assertThat(told.decided().motiveDetail()).isNull();
    assertThat(told.decided().conditionText()).isNull();
    assertThat(told.said()).isEmpty();
    assertThat(told.withheld()).contains(Withheld.LANDLORD_WORDS);
  }

  @Test
  void L_441_2_nothingOfASessionIsToldBeforeItIsClosedAndNoVoteEver() {
    say("Dossier complet.");
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into remote_vote (candidate_id, attendee_id, choice, motive, voted_at) select"
                  + " ?, min(id), 'NON_ALLOCATION', 'OTHER', now() from session_attendee where"
                  + " session_id = ?",
              candidate,
              session);
          handle.execute("update proposal set status = 'ALLOCATED' where id = ?", proposal);
        });
    assertThat(told(landlord, true).withheld()).containsExactly(Withheld.MEMBERS_VOTES);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update commission_session set status = 'PLANNED' where id = ?", session));
    SubjectCandidacy told = told(landlord, true);
    assertThat(told.decided()).isNull();
    assertThat(told.said()).isEmpty();
    assertThat(told.status()).isEqualTo("ON_AGENDA");
    assertThat(told.replyDeadline()).isNull();
    assertThat(told.notifiedOn()).isNull();
    assertThat(told.withheld()).containsExactly(Withheld.DELIBERATION, Withheld.MEMBERS_VOTES);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update proposal set status = 'NOT_ALLOCATED', closed_on = current_date where id ="
                    + " ?",
                proposal));
    assertThat(told(landlord, true).closedOn()).as("only a no ends it at once").isNull();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update commission_session set status = 'CLOSED' where id = ?", session));
    assertThat(told(landlord, true).closedOn()).isNotNull();
  }

  @Test
  void aLeaseThatWasUndoneIsTold() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                """
                insert into lease (id, vacancy_id, demand_id, proposal_id, signed_on, landlord_siren, was_tenant_of_landlord,
                  collective_agreement, dalo_status, quota, priority_district, rent, departement_code, initial_deposit_date,
                  cancelled_at, cancellation_words)
                select nextval('lease_seq') * 1000, r.vacancy_id, r.demand_id, r.id, date '2026-11-01', '123456789', false, 'AUCUN',
                  'NON', 'AUCUN', false, 480, '44', date '2020-01-01', timestamptz '2026-11-03 23:30:00+00', 'mauvais dossier'
                from proposal r where r.id = ?
                """,
                proposal));
    assertThat(told(NOBODY, false).leases())
        .anySatisfy(
            lease -> {
              assertThat(lease.rent()).isEqualTo(480);
              assertThat(lease.cancelledOn()).isEqualTo("2026-11-04");
              assertThat(lease.cancellationWords()).isEqualTo("mauvais dossier");
            });
  }

  private SubjectCandidacy told(long partner, boolean manages) {
    return told(partner, manages, true);
  }

  private SubjectCandidacy told(long partner, boolean manages, boolean sensitive) {
    List<SubjectCandidacy> all =
        new SubjectCandidacies(jdbi).of(List.of(demand), partner, manages, sensitive);
    return all.stream()
        .filter(one -> Integer.valueOf(3).equals(one.designatedRank()))
        .findFirst()
        .orElseThrow();
  }

  private void say(String words) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into item_message (item_id, author, said_at, words) values (?, 'Le maire',"
                    + " now(), ?)",
                item,
                words));
  }

  private void nameTheOther(String surname) {
    jdbi.useHandle(
        (Handle handle) ->
            handle.execute(
                "update household_member set surname = ? where demand_id in (select r.demand_id"
                    + " from item_candidate c join proposal r on r.id = c.proposal_id where"
                    + " c.item_id = ? and c.id <> ?)",
                surname,
                item,
                candidate));
  }
}
