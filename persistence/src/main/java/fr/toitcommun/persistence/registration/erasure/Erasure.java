package fr.toitcommun.persistence.registration.erasure;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.DueQuery;
import fr.toitcommun.persistence.registration.dossier.ContentSweep;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the names out of demands that left the file (décret n° 2017-917 of 9 May 2017, art. 4;
 * arrêté of 23 March 2015, annex §7). What statistics count stays, on rows that bear neither name
 * nor number: département, municipalities, month of deposit, size and category of the household,
 * age of the applicant in bands of five years, tenure, motives, events without their words. Leases
 * and decisions, which stand beside the address of a dwelling, keep what commitments (L.441-1) and
 * the yearly report (R.441-9 IV) count, and nothing else of the household.
 *
 * <p>Each table that may hold something nominative has its statement here; a test fills every text
 * of every table and looks for what is left.
 */
public final class Erasure {
  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /** The article obeyed, as the proof tells it. */
  public static final String RULE = "décret n° 2017-917 du 9 mai 2017, art. 4";

  /** What a person reads where the name was. */
  private static final String NOBODY = "(effacé)";

  private static final String OF_MEMBERS =
      "(select id from household_member where demand_id = any(:demands))";

  private static final DueQuery DUE =
      new DueQuery(
          "from demand d where d.status = 'CANCELLED' and not d.erased and d.cancelled_on <="
              + " :until",
          "d.cancelled_on",
          "'ERASE' as what, 'YEAR_OVER' as why, d.cancelled_on as about");

  /** In this order: what refers to something goes before it. */
  private static final List<String> STATEMENTS =
      List.of(
          // Proof first: it needs the number that the next ones take away.
          """
          insert into erasure_proof (unique_number, departement_code, cancelled_on, cancellation_reason, erased_on, rule)
          select d.unique_number, d.departement_code, s.cancelled_on, s.cancellation_reason, :today, :rule
          from demand d join demand s on s.id = surviving_demand(d.unique_number)
          where d.id = any(:demands)
          """,
          """
          update journal_entry set detail = null, unique_numbers = array(
            select one from unnest(unique_numbers) one where one <> all(cast(:numbers as text[])))
          where unique_numbers && cast(:numbers as text[])
          """,
          "update journal_entry set detail = null where detail = any(cast(:numbers as text[]))",
          "delete from idempotent_answer where unique_number = any(cast(:numbers as bpchar[]))",
          "delete from planted_duplicate where unique_number = any(cast(:numbers as bpchar[]))",
          "update demand_event set detail = null where kind in ('SEPARATED', 'MERGED', 'UNMERGED')"
              + " and detail = any(:numbers)",
          "delete from demand_merge where survivor_id = any(:demands) or merged_id = any(:demands)",
          "delete from not_same_person where first_id = any(:demands) or second_id = any(:demands)",
          "delete from duplicate_set where id in (select set_id from duplicate_member where"
              + " demand_id = any(:demands))",
          // Reasons and decisions are codes; everything else may hold words.
          """
          update demand_event set changes = null, agent_id = null,
            detail = case when kind in ('CANCELLED', 'DECIDED', 'PROPOSAL_REFUSED', 'PROPOSAL_LAPSED') then detail end
          where demand_id = any(:demands)
          """,
          // Members may have spoken of anybody who was a candidate for the dwelling.
          """
          delete from item_message where item_id in (
            select c.item_id from item_candidate c join proposal r on r.id = c.proposal_id where r.demand_id = any(:demands))
          """,
          // Signed minutes are kept longer than the demand, as a proof (GDPR, art. 17.3 e); then
          // they go.
          """
          update session_minutes set pdf = null, erased_on = :today where pdf is not null and signed_at < :today
            - make_interval(years => (select value::int from rule_parameter where name = 'MINUTES_KEPT_YEARS'
                and valid_from <= :today order by valid_from desc limit 1))
          """,
          // What minutes would tell that were never signed proves nothing: from now on they read
          // what is left.
          """
          delete from session_record s where not is_signed(s.session_id) and s.session_id in (
            select i.session_id from proposal r join item_candidate c on c.proposal_id = r.id
            join commission_item i on i.id = c.item_id where r.demand_id = any(:demands))
          """,
          "delete from letter_copy where demand_id = any(:demands)",
          "delete from letter where demand_id = any(:demands)",
          "delete from paper_received where demand_id = any(:demands)",
          "delete from demand_draft where demand_id = any(:demands)",
          "delete from person_name where demand_id = any(:demands)",
          "delete from candidate_wish where demand_id = any(:demands)",
          "delete from observed_demand where demand_id = any(:demands)",
          "delete from quality_look where demand_id = any(:demands)",
          "delete from priority_label where demand_id = any(:demands)",
          "delete from demand_score where demand_id = any(:demands)",
          "delete from handicap_complement where demand_id = any(:demands)",
          "delete from monthly_resource where member_id in " + OF_MEMBERS,
          "delete from household_member where demand_id = any(:demands) and role <> 'APPLICANT'",
          """
          update household_member set surname = :nobody, given_name = '', birth_name = null,
            birth_date = make_date((extract(year from birth_date)::int / 5) * 5, 1, 1),
            civility = null, sex = null, nationality = null, family_situation = null, disabled = false, phone = null,
            email = null, profession = null, employer = null, tax_income_n1 = null, tax_income_n2 = null,
            other_phone = null, employer_city = null, employer_postal_code = null, employer_siret = null, tax_year = null,
            recent_income = null, recent_income_to = null, income_event = null
          where demand_id = any(:demands)
          """,
          """
          update proposal set refusal_detail = null, made_by = null where demand_id = any(:demands)
          """,
          """
          update item_candidate set condition_text = null, motive_detail = null, consumption_units = null,
            resources_per_unit = null, priority_grounds = case when priority_grounds <> 0 then :untold else priority_grounds end
          where proposal_id in (select id from proposal where demand_id = any(:demands))
          """,
          // A number of the same shape that no demand ever has: territories never begin with an X.
          """
          update demand set erased = true, national_number = null,
            unique_number = 'X' || upper(substr(md5(random()::text || id), 1, 17)),
            initial_deposit_date = date_trunc('month', initial_deposit_date),
            registered_at = date_trunc('month', registered_at), cancellation_notice_date = null,
            address_line = null, address_complement = null, hosted_by = null, postal_code = null, city = null,
            expected_birth_date = null, current_landlord = null, current_surface = null, current_rent = null,
            current_since = null, motive_detail = null, maximum_rent = null, tax_year = null,
            annual_income = annual_income / 1000 * 1000, separation = null,
            annual_resources = annual_resources / 1000 * 1000, resources_per_unit = resources_per_unit / 1000 * 1000,
            priority_grounds = case when priority_grounds <> 0 then :untold else 0 end,
            legal_name = case when legal_name is not null then :nobody end, legal_siren = null, legal_rna = null,
            legal_created_on = null, body_key = null, body_ordinal = null, cancellation_notice_tracking = null,
            helper_structure = null, helper_name = null, helper_phone = null, helper_email = null,
            address_building = null, address_floor = null, address_apartment = null, address_country = null,
            host_name = null, host_number = null, housing_aid = null
          where id = any(:demands)
          """,
          // Beside an address nothing tells of the household: who lives there is known next door.
          """
          update lease set initial_deposit_date = date_trunc('month', initial_deposit_date), cancellation_words = null,
            situation_confirmed_by = null, household_size = null, household_category = null, annual_income = null,
            resources_per_unit = null, transfer = null, dalo_status = null,
            priority_grounds = case when dalo_status in ('ACTIF', 'ACTREL') or priority_grounds <> 0 then :untold else 0 end
          where demand_id = any(:demands)
          """);

  /** What keeps old rows and samples of values until it is tidied. */
  private static final List<String> TABLES =
      List.of(
          "journal_entry",
          "demand_event",
          "letter_copy",
          "letter",
          "demand_draft",
          "idempotent_answer",
          "person_name",
          "candidate_wish",
          "observed_active",
          "observed_left",
          "quality_look",
          "demand_score",
          "handicap_complement",
          "priority_label",
          "monthly_resource",
          "supporting_document",
          "household_member",
          "proposal",
          "item_candidate",
          "item_message",
          "session_minutes",
          "session_record",
          "lease",
          "demand_merge",
          "not_same_person",
          "duplicate_set",
          "demand");

  /** The planner's samples: those of before an analysis are old rows in it. */
  private static final String SAMPLES = "pg_catalog.pg_statistic";

  /** How long writing a table anew waits for those who use it, who wait behind it. */
  private static final String PATIENCE = "5s";

  private Erasure() {}

  /**
   * The demands whose names must go, after a place, in the order of their cancellation.
   *
   * @param cancelledUntil last day of cancellation that is a year ago
   */
  public static List<DueDemand> due(
      Handle handle, LocalDate cancelledUntil, DueCursor after, int limit) {
    return DUE.list(handle, Map.of("until", cancelledUntil), after, limit);
  }

  /** How many there are, by département. */
  public static Map<String, Long> count(Handle handle, LocalDate cancelledUntil) {
    return DUE.count(handle, Map.of("until", cancelledUntil));
  }

  private record Erased(long id, String number) {}

  /**
   * Erases those of these demands that are still due, and what was merged into them, within the
   * caller's transaction: one that was taken up again meanwhile is left alone.
   *
   * @param cancelledUntil last day of cancellation that is a year ago
   * @return how many of the demands named
   */
  public static int erase(
      Handle handle, Collection<Long> named, LocalDate cancelledUntil, LocalDate today) {
    List<Long> due =
        handle
            .createQuery(
                "select d.id " + DUE.from() + " and d.id = any(:named) order by d.id for update")
            .bind("until", cancelledUntil)
            .bindArray("named", Long.class, named.toArray())
            .mapTo(Long.class)
            .list();
    List<Erased> erased = withMerged(handle, due);
    Long[] demands = erased.stream().map(Erased::id).toArray(Long[]::new);
    String[] numbers = erased.stream().map(Erased::number).toArray(String[]::new);
    ContentSweep.eraseAllOf(handle, List.of(demands));
    for (String statement : STATEMENTS) {
      handle
          .createUpdate(statement)
          .bindArray("demands", Long.class, (Object[]) demands)
          .bindArray("numbers", String.class, (Object[]) numbers)
          .bind("today", today)
          .bind("rule", RULE)
          .bind("nobody", NOBODY)
          .bind("untold", PriorityGround.UNTOLD)
          .execute();
    }
    return due.size();
  }

  /** A demand that was merged left with the one that stands for it. */
  private static List<Erased> withMerged(Handle handle, List<Long> due) {
    return handle
        .createQuery(
            """
            with recursive one_person as (
              select id, unique_number from demand where id = any(:due)
              union
              select d.id, d.unique_number from one_person p join demand d on d.merged_into = p.id)
            select id, unique_number from one_person
            """)
        .bindArray("due", Long.class, due.toArray())
        .map((row, context) -> new Erased(row.getLong(1), row.getString(2)))
        .list();
  }

  /**
   * Has the database forget too: old versions of rows, index entries, and the samples of values its
   * planner keeps. Outside any transaction. A table of at most {@code ERASURE_REWRITE_MEGABYTES} is
   * written anew, so that no byte of what was erased stays in its file; a larger one, or one that
   * is in use all the time, is vacuumed alone.
   *
   * @param afterEach called after each table: the biggest take minutes
   */
  public static void tidy(Handle handle, Runnable afterEach) {
    for (String table : TABLES) {
      handle.execute("vacuum (analyze) " + table);
      afterEach.run();
    }
    // Of the partitions as a whole there are statistics too.
    handle.execute("analyze observed_demand");
    handle.execute("set lock_timeout = '" + PATIENCE + "'");
    try {
      TABLES.forEach(table -> forgetSamples(handle, table));
      for (String table : smallEnough(handle)) {
        inItsTurn(handle, "vacuum full " + table);
        afterEach.run();
      }
    } finally {
      handle.execute("reset lock_timeout");
    }
  }

  private static List<String> smallEnough(Handle handle) {
    return handle
        .createQuery(
            """
            select t.name from unnest(cast(:tables as text[])) with ordinality as t (name, rank)
            where pg_table_size(cast(t.name as regclass)) <= 1048576 * (
              select max(value) from rule_parameter where name = 'ERASURE_REWRITE_MEGABYTES'
                and current_date >= valid_from and (valid_to is null or current_date <= valid_to))
            order by t.rank
            """)
        .bindArray(
            "tables", String.class, Stream.concat(TABLES.stream(), Stream.of(SAMPLES)).toList())
        .mapTo(String.class)
        .list();
  }

  /**
   * An empty table gives no new samples, and PostgreSQL keeps the old ones: a column loses them
   * when its type is stated anew.
   */
  private static void forgetSamples(Handle handle, String table) {
    if (handle
        .createQuery("select exists (select 1 from " + table + ")")
        .mapTo(Boolean.class)
        .one()) {
      return;
    }
    handle
        .createQuery(
            """
            select format('alter table %I alter column %I type %s', s.tablename, s.attname,
                          format_type(a.atttypid, a.atttypmod))
            from pg_stats s
            join pg_attribute a on a.attrelid = cast(s.tablename as regclass) and a.attname = s.attname
            join pg_class c on c.oid = a.attrelid and not c.relispartition
            where s.schemaname = current_schema() and s.tablename = :table
            """)
        .bind("table", table)
        .mapTo(String.class)
        .list()
        .forEach(statement -> inItsTurn(handle, statement));
  }

  private static void inItsTurn(Handle handle, String statement) {
    try {
      handle.execute(statement);
    } catch (UnableToExecuteStatementException inUse) {
      // Whoever has the table is served first. It is vacuumed; the next night tries again.
      LOG.warn("Not done: {} ({})", statement, inUse.getCause().getClass().getName());
    }
  }
}
