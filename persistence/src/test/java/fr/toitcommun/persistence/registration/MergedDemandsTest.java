package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.registration.dossier.DocumentKinds;
import fr.toitcommun.persistence.registration.dossier.DossierReader;
import fr.toitcommun.persistence.registration.dossier.DossierRules;
import fr.toitcommun.persistence.registration.dossier.PapersReceived;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which demand a number led to on a day, and what is read through it. */
class MergedDemandsTest {
  private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T10:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");

  private static Jdbi jdbi;
  private static List<Long> demands;
  private static List<String> numbers;

  /** The first went into the second in March, the second into the third from April to May. */
  @BeforeAll
  static void merge() {
    jdbi = TestDatabase.loaded(600, 11);
    demands =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select d.id from demand d where status = 'ACTIVE' and exists (select 1"
                            + " from supporting_document s where s.demand_id = d.id and"
                            + " s.deposited_at < '2026-11-01') order by d.id limit 3")
                    .mapTo(Long.class)
                    .list());
    numbers =
        jdbi.withHandle(
            handle ->
                demands.stream()
                    .map(
                        id ->
                            handle
                                .createQuery("select unique_number from demand where id = :id")
                                .bind("id", id)
                                .mapTo(String.class)
                                .one())
                    .toList());
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "update demand set status = 'MERGED', merged_into = ?, merged_on = '2026-03-01' where"
                  + " id = ?",
              demands.get(1),
              demands.get(0));
          String merge =
              "insert into demand_merge (survivor_id, merged_id, merged_at, merged_by,"
                  + " deposit_before, valid_before, undone_at, undone_by) values (?, ?, ?, 1,"
                  + " '2025-01-01', '2026-01-01', ?, ?)";
          handle.execute(
              merge, demands.get(1), demands.get(0), MARCH.atOffset(ZoneOffset.UTC), null, null);
          handle.execute(
              merge,
              demands.get(2),
              demands.get(1),
              APRIL.atOffset(ZoneOffset.UTC),
              MAY.atOffset(ZoneOffset.UTC),
              1);
        });
  }

  @Test
  void aNumberLeadsToWhatStoodForItThen() {
    MergedDemands merged = new MergedDemands(jdbi);
    assertThat(merged.standingFor(numbers.get(0), MARCH)).isEqualTo(demands.get(0));
    assertThat(merged.standingFor(numbers.get(0), APRIL)).isEqualTo(demands.get(1));
    assertThat(merged.standingFor(numbers.get(0), MAY)).isEqualTo(demands.get(2));
    assertThat(merged.standingFor(numbers.get(0), JUNE)).isEqualTo(demands.get(1));
    assertThat(merged.standingFor(numbers.get(2), MAY)).isEqualTo(demands.get(2));
  }

  @Test
  void aDemandHoldsWhatWentIntoItAsLongAsItIsThere() {
    MergedDemands merged = new MergedDemands(jdbi);
    assertThat(merged.family(demands.get(1))).containsExactly(demands.get(1), demands.get(0));
    assertThat(merged.family(demands.get(2))).containsExactly(demands.get(2));
    assertThat(merged.family(demands.get(2), MAY))
        .containsExactly(demands.get(2), demands.get(1), demands.get(0));
    assertThat(merged.family(demands.get(1), MARCH)).containsExactly(demands.get(1));
  }

  @Test
  void L_441_2_1_documentsOfAPastDayAreThoseOfAllThatHadBeenMergedByThen() {
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    DossierReader reader = new DossierReader(jdbi);
    DossierRules rules =
        new DossierRules(DocumentKinds.on(TestDatabase.TODAY, jdbi), TestDatabase.TODAY, 15);
    DossierReader.Viewer all = new DossierReader.Viewer(1, true, true);
    int own = reader.past(demands.get(0), now, rules, all).size();
    assertThat(own).isPositive();
    assertThat(reader.past(demands.get(1), now, rules, all))
        .hasSizeGreaterThan(own)
        .allSatisfy(one -> assertThat(one.depositedAt()).isBefore(now));
    assertThat(reader.past(demands.get(1), Instant.EPOCH, rules, all)).isEmpty();
  }

  @Test
  void whatADeskNotedIsForgottenOnceItIsUploaded() {
    PapersReceived papers = new PapersReceived(jdbi);
    long demand = demands.get(2);
    LocalDate day = LocalDate.of(2026, 11, 2);
    papers.note(demand, new PapersReceived.Paper("RENT", null, null, day.minusDays(9)), 1, 1, JUNE);
    papers.note(demand, new PapersReceived.Paper("RENT", null, null, day), 1, 1, JUNE);
    assertThat(papers.of(demand))
        .containsExactly(new PapersReceived.Paper("RENT", null, null, day));
    assertThat(papers.uploaded(demand, "WAGES", null, null)).isEmpty();
    assertThat(papers.uploaded(demand, "RENT", null, null)).contains(day);
    assertThat(papers.of(demand)).isEmpty();
  }

  @Test
  void historyIsReadInPartsAndByKind() {
    DemandFileReader reader = new DemandFileReader(jdbi);
    long demand = demands.get(0);
    long all = reader.eventCount(demand, null);
    assertThat(all).isGreaterThan(1);
    assertThat(reader.allEvents(demand)).hasSize((int) all);
    assertThat(reader.events(demand, null, 1, 1)).containsExactly(reader.events(demand).get(1));
    assertThat(reader.events(demand, DemandEventKind.DOCUMENT_DEPOSITED, 0, 100))
        .hasSize((int) reader.eventCount(demand, DemandEventKind.DOCUMENT_DEPOSITED))
        .allMatch(event -> event.kind() == DemandEventKind.DOCUMENT_DEPOSITED);
  }

  @Test
  void ofAPastComplementOnlyThatItWasIsKnownOnceItChanged() {
    HandicapRows rows = new HandicapRows(jdbi);
    long demand = demands.get(2);
    jdbi.useHandle(
        handle -> {
          handle.execute("delete from handicap_complement where demand_id = ?", demand);
          handle.execute(
              "insert into demand_event (id, demand_id, kind, occurred_at, effective_on,"
                  + " departement_code) select nextval('demand_event_seq'), ?,"
                  + " 'HANDICAP_COMPLEMENT', day, '2026-04-01', '44' from unnest(array[cast(? as"
                  + " timestamptz), cast(? as timestamptz)]) day",
              demand,
              APRIL.atOffset(ZoneOffset.UTC),
              JUNE.atOffset(ZoneOffset.UTC));
          handle.execute(
              "insert into handicap_complement (member_id, demand_id, motor, sensory,"
                  + " technical_aids, adaptations, recorded_at) select id, demand_id, '{}', '{}',"
                  + " '{}', '{}', ? from household_member where demand_id = ? and role ="
                  + " 'APPLICANT'",
              JUNE.atOffset(ZoneOffset.UTC),
              demand);
        });
    assertThat(rows.past(demand, MARCH, true).state()).isEqualTo(PastComplement.State.NONE);
    PastComplement changed = rows.past(demand, MAY, true);
    assertThat(changed.state()).isEqualTo(PastComplement.State.CHANGED_SINCE);
    assertThat(changed.persons()).isNull();
    Instant after = JUNE.plusSeconds(1);
    assertThat(rows.past(demand, after, true).persons()).hasSize(1);
    assertThat(rows.past(demand, after, false).persons()).isNull();
    assertThat(rows.past(demand, after, false).state()).isEqualTo(PastComplement.State.SAME_AS_NOW);
  }
}
