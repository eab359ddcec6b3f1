package fr.toitcommun.persistence.registration.campaign;

import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.TODAY;
import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.all;
import static fr.toitcommun.persistence.registration.campaign.CampaignDatabase.count;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.reference.Reference;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class AbnormalDelaysTest {
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  private final Jdbi jdbi = CampaignDatabase.fresh();
  private final AbnormalDelays delays = new AbnormalDelays(jdbi);

  @Test
  void L_441_1_4_whoHasWaitedLongerThanTheDelayOfTheDepartementIsMarkedOnce() {
    List<DueDemand> due = due();
    assertThat(due)
        .hasSize(
            (int)
                count(
                    jdbi,
                    "select count(*) from demand where status = 'ACTIVE' and initial_deposit_date +"
                        + " case departement_code when '44' then interval '30 months' else interval"
                        + " '24 months' end <= ?",
                    TODAY))
        .isNotEmpty();
    assertThat(delays.count(TODAY).values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(due.size());
    assertThat(delays.mark(due, NOW)).hasSameSizeAs(due);
    assertThat(due()).isEmpty();
    assertThat(delays.mark(due, NOW)).isEmpty();
    assertThat(count(jdbi, "select count(*) from demand_event where kind = 'ABNORMAL_DELAY'"))
        .isEqualTo(due.size());
    long in44 = due.stream().filter(one -> one.departementCode().equals("44")).count();
    assertThat(delays.countPassed()).containsEntry("44", in44);
    List<DueDemand> latest = delays.passed("44", 0, 3);
    assertThat(latest).hasSize(3).allMatch(one -> !one.on().isAfter(TODAY));
    assertThat(latest.get(0).on()).isAfterOrEqualTo(latest.get(2).on());
  }

  @Test
  void L_441_1_4_theDelayOfATypeGoesBeforeThatOfAllAndTheShortestOfADemandCounts() {
    int before = due().size();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into rule_parameter (name, departement_code, dwelling_type, value, unit,"
                    + " valid_from, article, assumed) values ('ABNORMAL_DELAY_MONTHS', '44', 'T1',"
                    + " 6, 'month', '2010-10-01', 'L.441-1-4', true)"));
    assertThat(due()).hasSizeGreaterThan(before);
    long t1 =
        count(
            jdbi,
            "select count(*) from demand d where status = 'ACTIVE' and departement_code = '44' and"
                + " initial_deposit_date + interval '6 months' <= ? and exists (select 1 from"
                + " wished_type t where t.demand_id = d.id and dwelling_type = 'T1')",
            TODAY);
    long others =
        count(
            jdbi,
            "select count(*) from demand d where status = 'ACTIVE' and departement_code = '44' and"
                + " initial_deposit_date + interval '30 months' <= ? and not exists (select 1 from"
                + " wished_type t where t.demand_id = d.id and dwelling_type = 'T1')",
            TODAY);
    assertThat(delays.count(TODAY)).containsEntry("44", t1 + others);
    // What holds for a type is not what is said of a demand as a whole.
    assertThat(Reference.load(jdbi).parameter("ABNORMAL_DELAY_MONTHS", "44", TODAY).value())
        .isEqualByComparingTo("30");
  }

  private List<DueDemand> due() {
    return all(delays.count(TODAY).keySet(), (at, limit) -> delays.due(TODAY, at, limit));
  }
}
