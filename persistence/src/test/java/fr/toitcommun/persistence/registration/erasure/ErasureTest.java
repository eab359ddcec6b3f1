package fr.toitcommun.persistence.registration.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.commitment.CommitmentReader;
import fr.toitcommun.persistence.allocation.commitment.Territory;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final String MARK = "Zyxwvutine";
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final LocalDate A_YEAR_AGO = TODAY.minusMonths(12);

  /** Codes of lists and keys that are kept for statistics, and cannot hold a name. */
  private static final Set<String> KEPT =
      Set.of(
          "demand.departement_code",
          "demand.cancellation_reason",
          "demand.cancellation_sub_reason",
          "demand.current_tenure",
          "demand.current_category",
          "demand.current_type",
          "demand.main_motive",
          "demand.second_motive",
          "demand.third_motive",
          "demand.sought_category",
          "demand.dalo_status",
          "demand.collective_agreement",
          "demand_event.kind",
          "demand_event.departement_code",
          "demand_event.word_of",
          "demand_event.detail",
          "household_member.applicant_link",
          "household_member.kinship",
          "household_member.custody",
          "household_member.work_contract",
          "item_candidate.decision",
          "item_candidate.motive",
          "item_candidate.further_motives",
          "lease.collective_agreement",
          "lease.departement_code",
          "lease.dwelling_type",
          "lease.proposal_status_before",
          "lease.quota",
          // A key of chance, told to the sweep that erases what lies under it.
          "supporting_document.storage_key",
          "proposal.channel",
          "proposal.release_reason",
          "proposal.status",
          "proposal.refusal_motive",
          "wished_location.district",
          "wished_type.dwelling_type");

  private Jdbi jdbi;

  @BeforeEach
  void load() {
    jdbi = TestDatabase.loaded(600, 7);
  }

  @Test
  void D_2017_917_4_nothingIsDueBeforeTheYearIsOver() {
    jdbi.useHandle(
        handle -> {
          List<DueDemand> due = due(handle, "44");
          assertThat(due).isNotEmpty().allMatch(one -> !one.on().isAfter(A_YEAR_AGO));
          assertThat(Erasure.count(handle, A_YEAR_AGO)).containsEntry("44", (long) due.size());
          assertThat(due).as("page by page").containsExactlyElementsOf(inPages(handle, 7));
        });
  }

  /**
   * Every text of every row that belongs to a demand is marked, by what the database itself says of
   * its tables: a column that comes later is looked at without a word here.
   */
  @Test
  void D_2017_917_4_afterTheErasureNoTableNorStatisticHoldsTheName() {
    jdbi.useHandle(
        handle -> {
          DueDemand one =
              due(handle, "44").stream()
                  .filter(due -> hasProposal(handle, due.demandId()))
                  .findFirst()
                  .orElseThrow();
          int marked = mark(handle, one);
          assertThat(marked).isGreaterThan(20);
          handle.execute("analyze");
          assertThat(holding(handle, MARK))
              .contains("demand", "household_member", "demand_event", "letter_copy");
          handle.useTransaction(
              tx -> Erasure.erase(tx, List.of(one.demandId()), A_YEAR_AGO, TODAY));
          Erasure.tidy(handle, () -> {});
          assertThat(holding(handle, MARK)).isEmpty();
          assertThat(holding(handle, one.uniqueNumber())).containsExactly("erasure_proof");
          assertThat(
                  handle
                      .createQuery(
                          "select count(*) from pg_stats where schemaname = 'public' and"
                              + " concat(most_common_vals, histogram_bounds, most_common_elems)"
                              + " like '%' || :mark || '%'")
                      .bind("mark", MARK)
                      .mapTo(Long.class)
                      .one())
              .isZero();
          Map<String, Object> proof =
              handle
                  .createQuery("select * from erasure_proof where unique_number = :number")
                  .bind("number", one.uniqueNumber())
                  .mapToMap()
                  .one();
          assertThat(proof.get("rule")).isEqualTo(Erasure.RULE);
          assertThat(proof.get("erased_on")).isEqualTo(java.sql.Date.valueOf(TODAY));
        });
  }

  /** What unsigned minutes would tell holds the names of the day the session was closed. */
  @Test
  void D_2017_917_4_minutesThatNobodySignedKeepNoNameOfTheErased() {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into session_record (session_id, locale, content) select id, 'fr', 'Mme"
                  + " Unetelle' from commission_session where not is_signed(id)");
          long demand =
              due(handle, "44").stream()
                  .map(DueDemand::demandId)
                  .filter(id -> records(handle, id) > 0)
                  .findFirst()
                  .orElseThrow();
          long own = records(handle, demand);
          long all = all(handle);
          assertThat(own).isLessThan(all);
          handle.useTransaction(tx -> Erasure.erase(tx, List.of(demand), A_YEAR_AGO, TODAY));
          assertThat(records(handle, demand)).isZero();
          assertThat(all(handle)).isEqualTo(all - own);
        });
  }

  @Test
  void D_2017_917_4_statisticsSurviveWithoutTheNames() {
    jdbi.useHandle(
        handle -> {
          List<Map<String, Object>> before = statistics(handle);
          List<Long> all = due(handle, "49").stream().map(DueDemand::demandId).toList();
          assertThat(erase(handle, all)).isEqualTo(all.size()).isPositive();
          assertThat(statistics(handle)).isEqualTo(before);
          assertThat(due(handle, "49")).isEmpty();
          // Once more does nothing: a job that is run again finds its work done.
          assertThat(erase(handle, all)).isZero();
        });
  }

  @Test
  void D_2017_917_4_whoWasTakenUpAgainMeanwhileIsLeftAlone() {
    jdbi.useHandle(
        handle -> {
          List<Long> all = due(handle, "44").stream().map(DueDemand::demandId).toList();
          handle.execute(
              "update demand set status = 'ACTIVE', cancelled_on = null, cancellation_reason = null"
                  + " where id = ?",
              all.get(0));
          assertThat(erase(handle, all)).isEqualTo(all.size() - 1);
          assertThat(
                  handle
                      .createQuery("select surname from household_member where demand_id = ?")
                      .bind(0, all.get(0))
                      .mapTo(String.class)
                      .list())
              .doesNotContain("(effacé)");
        });
  }

  /**
   * What commitments count of a lease (L.441-1) outlives the demand, but nothing that would tell
   * whoever knows who lives there of the household: neither its size, nor amounts, nor grounds.
   */
  @Test
  void D_2017_917_4_aLeaseKeepsWhatIsCountedOfItAndNoHousehold() {
    jdbi.useHandle(
        handle -> {
          List<Long> housed =
              handle
                  .createQuery(
                      "select d.id from demand d join lease l on l.demand_id = d.id where d.status"
                          + " = 'CANCELLED' and l.cancelled_at is null order by d.cancelled_on,"
                          + " d.id limit 2")
                  .mapTo(Long.class)
                  .list();
          long erased = housed.get(0);
          handle.execute(
              "update demand set cancelled_on = ?, annual_income = 17654, annual_resources = 18543,"
                  + " resources_per_unit = 9876 where id = ?",
              A_YEAR_AGO,
              erased);
          handle.execute(
              "update lease set annual_income = 17654, resources_per_unit = 9876,"
                  + " quartile_threshold = 9720, first_quartile = false, dalo_status = 'ACTIF',"
                  + " priority_grounds = 130, cancellation_words = 'Mme Zyxwvutine',"
                  + " situation_confirmed_by = (select min(id) from agent), household_size = 3,"
                  + " household_category = 4, transfer = false where demand_id = any(?)",
              (Object) housed.toArray(Long[]::new));
          Map<String, Object> before = counted(handle, erased);

          assertThat(erase(handle, List.of(erased))).isEqualTo(1);

          assertThat(counted(handle, erased)).isEqualTo(before);
          assertThat(lease(handle, erased))
              .isEqualTo("1073741824 9720 false 01 nobody without words");
          assertThat(lease(handle, housed.get(1)))
              .as("a lease of somebody else")
              .startsWith("17654 9876 3 4 ACTIF f 130 9720 false")
              .endsWith("somebody with words");
          assertThat(
                  handle
                      .createQuery(
                          "select concat_ws(' ', annual_income, annual_resources,"
                              + " resources_per_unit) from demand where id = ?")
                      .bind(0, erased)
                      .mapTo(String.class)
                      .one())
              .isEqualTo("17000 18000 9000");
        });
  }

  @Test
  void D_2017_917_4_commitmentsAndTheYearlyReportCountTheSameOnceTheNamesAreErased() {
    jdbi.useHandle(
        handle -> {
          List<Long> decided =
              handle
                  .createQuery(
                      "select distinct r.demand_id from proposal r join item_candidate c on"
                          + " c.proposal_id = r.id and c.days_waited is not null join"
                          + " commission_item i on i.id = c.item_id join commission_session s on"
                          + " s.id = i.session_id and s.status = 'CLOSED' join demand d on d.id ="
                          + " r.demand_id and d.status = 'CANCELLED' and not d.erased order by 1")
                  .mapTo(Long.class)
                  .list();
          handle.execute(
              "update demand set cancelled_on = ? where id = any(?)",
              A_YEAR_AGO,
              decided.toArray(Long[]::new));
          handle.execute(
              "update item_candidate set priority_grounds = id % 3 * 128, dalo = id % 5 = 0");
          handle.execute(
              "update lease set priority_grounds = id % 3 * 128, dalo_status = case id % 5 when 0"
                  + " then 'ACTIF' else 'NON' end");
          handle.execute(
              "insert into session_minutes (session_id, number, subject, pdf, sha256, signed_by,"
                  + " signed_at) select s.id, 0, null, 'x', repeat('0', 64), 'x', now() from"
                  + " commission_session s where s.status = 'CLOSED' and not is_signed(s.id)");
          List<Map<String, Object>> before = counts(handle);

          assertThat(erase(handle, decided)).isEqualTo(decided.size()).isPositive();

          assertThat(counts(handle)).isEqualTo(before);
          assertThat(
                  handle
                      .createQuery(
                          "select distinct c.priority_grounds from item_candidate c join proposal r"
                              + " on r.id = c.proposal_id where r.demand_id = any(:demands) and"
                              + " coalesce(c.consumption_units, c.resources_per_unit) is null")
                      .bindArray("demands", Long.class, decided.toArray())
                      .mapTo(Integer.class)
                      .set())
              .isEqualTo(Set.of(0, PriorityGround.UNTOLD));
        });
  }

  private List<Map<String, Object>> counts(Handle handle) {
    List<Map<String, Object>> counts = new ArrayList<>();
    counts.addAll(
        handle
            .createQuery(
                "select dalo, priority_grounds <> 0 or dalo as priority, first_quartile, transfer,"
                    + " count(*), sum(days_waited) from item_candidate group by 1, 2, 3, 4 order by"
                    + " 1, 2, 3, 4")
            .mapToMap()
            .list());
    for (int year = 2024; year <= 2026; year++) {
      counts.add(
          Map.of(
              String.valueOf(year),
              new CommitmentReader(jdbi)
                  .tally(new Territory(year, null, List.of("44", "49"), null, null))
                  .counters(parameter -> 25, Map.of())));
    }
    return counts;
  }

  /** What counters and the observatory group leases by. */
  private static Map<String, Object> counted(Handle handle, long demand) {
    return handle
        .createQuery(
            "select landlord_id, municipality_code, epci_siren, dwelling_type, surface,"
                + " quartile_threshold, first_quartile, renewal_rehousing, proposals_made,"
                + " signed_on, quota, collective_agreement, priority_grounds <> 0 as priority,"
                + " was_tenant_of_landlord from lease where demand_id = ?")
        .bind(0, demand)
        .mapToMap()
        .one();
  }

  private static String lease(Handle handle, long demand) {
    return handle
        .createQuery(
            "select concat_ws(' ', annual_income, resources_per_unit, household_size,"
                + " household_category, dalo_status, transfer, priority_grounds,"
                + " quartile_threshold, first_quartile::text, to_char(initial_deposit_date, 'DD'),"
                + " case when situation_confirmed_by is null then 'nobody' else 'somebody' end,"
                + " case when cancellation_words is null then 'without words' else 'with words'"
                + " end) from lease where demand_id = ?")
        .bind(0, demand)
        .mapTo(String.class)
        .one();
  }

  private static int erase(Handle handle, List<Long> demands) {
    return handle.inTransaction(tx -> Erasure.erase(tx, demands, A_YEAR_AGO, TODAY));
  }

  private static List<DueDemand> due(Handle handle, String departement) {
    return Erasure.due(handle, A_YEAR_AGO, DueCursor.start(departement), 10_000);
  }

  private static List<DueDemand> inPages(Handle handle, int size) {
    List<DueDemand> all = new ArrayList<>();
    List<DueDemand> page = Erasure.due(handle, A_YEAR_AGO, DueCursor.start("44"), size);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = Erasure.due(handle, A_YEAR_AGO, page.get(page.size() - 1).cursor(), size);
    }
    return all;
  }

  private static List<Map<String, Object>> statistics(Handle handle) {
    return handle
        .createQuery(
            """
            select departement_code, to_char(initial_deposit_date, 'YYYY-MM') as month, cancellation_reason,
                   household_size, household_category, current_tenure, main_motive, municipality_code, count(*),
                   (select count(*) from demand_event e where e.departement_code = d.departement_code) as events
            from demand d group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
            """)
        .mapToMap()
        .list();
  }

  private static long records(Handle handle, long demand) {
    return handle
        .createQuery(
            "select count(*) from session_record where session_id in (select i.session_id from"
                + " item_candidate c join commission_item i on i.id = c.item_id join proposal r on"
                + " r.id = c.proposal_id where r.demand_id = :demand)")
        .bind("demand", demand)
        .mapTo(Long.class)
        .one();
  }

  private static long all(Handle handle) {
    return handle.createQuery("select count(*) from session_record").mapTo(Long.class).one();
  }

  private static boolean hasProposal(Handle handle, long demand) {
    return handle
        .createQuery("select exists (select 1 from proposal where demand_id = :demand)")
        .bind("demand", demand)
        .mapTo(Boolean.class)
        .one();
  }

  /** The rows of a demand in each table, by its own key or that of what belongs to it. */
  private static Map<String, String> rowsOf(DueDemand one) {
    String proposals = "(select id from proposal where demand_id = " + one.demandId() + ")";
    return Map.of(
        "demand", "id = " + one.demandId(),
        "item_candidate", "proposal_id in " + proposals);
  }

  private static int mark(Handle handle, DueDemand one) {
    handle.execute(
        "insert into journal_entry (login, act, outcome, unique_numbers, detail) values ('x', 'y',"
            + " 'READ', array[?, '044000000000000000'], ?)",
        one.uniqueNumber(),
        MARK);
    handle.execute(
        "insert into letter (demand_id, departement_code, kind, about, channel, asked_at) values"
            + " (?, '44', 'CANCELLED', date '2020-01-01', 'POST', now())",
        one.demandId());
    handle.execute(
        "insert into letter_copy (letter_id, demand_id, title, address, sort_key, content) select"
            + " id, demand_id, '', '{}', '', '' from letter where demand_id = ? on conflict do"
            + " nothing",
        one.demandId());
    handle.execute(
        "insert into idempotent_answer (login, idempotency_key, request_digest, unique_number)"
            + " values ('x', 'erasure', 'd', ?)",
        one.uniqueNumber());
    handle.execute(
        "insert into handicap_complement (member_id, demand_id, motor, sensory, technical_aids,"
            + " adaptations, detail, recorded_at) select id, demand_id, '{}', '{}', '{}', '{}', ?,"
            + " now() from household_member where demand_id = ? and role = 'APPLICANT'"
            + " on conflict do nothing",
        MARK,
        one.demandId());
    handle.execute(
        "insert into item_message (item_id, author, said_at, words) select c.item_id, 'x', now(), ?"
            + " from item_candidate c join proposal r on r.id = c.proposal_id where r.demand_id ="
            + " ?",
        MARK,
        one.demandId());
    int marked = 0;
    for (Map<String, Object> column : textColumns(handle)) {
      String table = (String) column.get("table_name");
      String rows =
          rowsOf(one)
              .getOrDefault(
                  table,
                  Boolean.TRUE.equals(column.get("of_demand"))
                      ? "demand_id = " + one.demandId()
                      : null);
      String name = (String) column.get("column_name");
      if (rows != null && !KEPT.contains(table + "." + name)) {
        marked += marked(handle, table, name, rows);
      }
    }
    return marked;
  }

  /** Codes that the schema checks cannot be marked, and hold no name for that very reason. */
  private static int marked(Handle handle, String table, String column, String rows) {
    try {
      return handle.inTransaction(
          tx ->
              tx.execute("update " + table + " set " + column + " = '" + MARK + "' where " + rows));
    } catch (JdbiException checkedByTheSchema) {
      return 0;
    }
  }

  private static List<Map<String, Object>> textColumns(Handle handle) {
    return handle
        .createQuery(
            """
            select c.table_name, c.column_name, exists (select 1 from information_schema.columns o
              where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'demand_id') as of_demand
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'jsonb') and c.column_name <> 'unique_number'
            """)
        .mapToMap()
        .list();
  }

  private static List<String> holding(Handle handle, String mark) {
    return handle
        .createQuery(
            "select table_name from information_schema.tables where table_schema = 'public' and"
                + " table_type = 'BASE TABLE' order by 1")
        .mapTo(String.class)
        .filter(
            table ->
                handle
                    .createQuery(
                        "select exists (select 1 from " + table + " t where t::text like :mark)")
                    .bind("mark", "%" + mark + "%")
                    .mapTo(Boolean.class)
                    .one())
        .list();
  }
}
