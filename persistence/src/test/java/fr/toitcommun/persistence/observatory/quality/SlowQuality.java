package fr.toitcommun.persistence.observatory.quality;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The indicators said once more, slowly: one demand at a time, its rows read and looked through.
 */
final class SlowQuality {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Set<String> CHANGES = Set.of("MODIFIED", "PERSON_LEFT", "SEPARATED");

  private SlowQuality() {}

  static boolean finds(
      Handle handle,
      QualityIndicator indicator,
      Map<String, Object> d,
      QualityRules rules,
      LocalDate today) {
    long id = (Long) d.get("id");
    Integer income = (Integer) d.get("annual_income");
    Integer resources = (Integer) d.get("annual_resources");
    LocalDate deposit = day(d.get("initial_deposit_date"));
    LocalDate end = day(d.get("valid_until"));
    return switch (indicator) {
      case INCOME_MISSING -> income == null && d.get("legal_name") == null;
      case FORM_INCOMPLETE -> !(Boolean) d.get("complete");
      case DOCUMENTS_MISSING -> looked(handle, d, "missing_documents > 0");
      case DOCUMENTS_LATE -> looked(handle, d, "late_documents > 0");
      case DOUBTFUL_VALUES -> looked(handle, d, "cardinality(doubts) > 0");
      case TYPES_UNFIT -> looked(handle, d, "types_unfit");
      case ENTRY_LATE ->
          ChronoUnit.DAYS.between(
                      deposit,
                      ((Timestamp) d.get("registered_at")).toInstant().atZone(PARIS).toLocalDate())
                  > rules.entryDays()
              && events(handle, id).stream()
                  .noneMatch(e -> Set.of("MERGED", "SEPARATED").contains(e.get("kind")));
      case NOTICE_LATE ->
          !end.isAfter(today.plusMonths(rules.noticeMonths()))
              && rows(
                      handle,
                      "select *, sent_on(letter) as sent from letter where demand_id = ?",
                      id)
                  .stream()
                  .filter(n -> n.get("kind").equals("RENEWAL_NOTICE"))
                  .filter(n -> end.equals(day(n.get("about"))))
                  .noneMatch(n -> n.get("sent") != null && !day(n.get("sent")).isAfter(today));
      case NO_INCOME_AT_WORK ->
          Objects.equals(income, 0)
              && rows(handle, "select * from household_member where demand_id = ?", id).stream()
                  .filter(m -> !m.get("role").equals("DEPENDANT"))
                  .anyMatch(m -> Set.of("CDI", "CDD").contains(text(m.get("work_contract"))));
      case INCOMES_APART ->
          income != null
              && resources != null
              && income > 0
              && resources > 0
              && (income > rules.incomeRatio() * (long) resources
                  || resources > rules.incomeRatio() * (long) income);
      case DUPLICATE ->
          !rows(
                  handle,
                  "select 1 from duplicate_member join duplicate_set on id = set_id where state ="
                      + " 'OPEN' and demand_id = ?",
                  id)
              .isEmpty();
      case HOUSED ->
          rows(handle, "select * from person_name where demand_id = ?", id).stream()
              .anyMatch(
                  name ->
                      !handle
                          .select(
                              "select 1 from person_name n join lease l on l.demand_id ="
                                  + " n.demand_id where n.name_key = ? and n.birth_date = ? and"
                                  + " n.demand_id <> ? and l.cancelled_at is null and l.signed_on"
                                  + " >= ?",
                              name.get("name_key"),
                              name.get("birth_date"),
                              id,
                              deposit)
                          .mapToMap()
                          .list()
                          .isEmpty());
      case LAPSED -> end.isBefore(today);
      case UNREACHABLE ->
          rows(handle, "select *, sent_on(letter) as sent from letter where demand_id = ?", id)
              .stream()
              .filter(n -> n.get("kind").equals("UNREACHABLE_NOTICE"))
              .filter(n -> n.get("dropped_on") == null)
              .filter(n -> n.get("sent") != null && !day(n.get("sent")).isAfter(today))
              .anyMatch(
                  n ->
                      events(handle, id).stream()
                          .filter(e -> Set.of("MODIFIED", "RENEWED").contains(e.get("kind")))
                          .noneMatch(e -> after(e.get("occurred_at"), n.get("asked_at"))));
      case EMAIL_RETURNED ->
          (Boolean) d.get("email_agreed")
              && letters(handle, id).stream()
                  .filter(n -> "FAILED".equals(n.get("email_state")))
                  .anyMatch(
                      n ->
                          letters(handle, id).stream()
                                  .filter(later -> "SENT".equals(later.get("email_state")))
                                  .noneMatch(
                                      later -> after(later.get("asked_at"), n.get("asked_at")))
                              && events(handle, id).stream()
                                  .filter(e -> e.get("kind").equals("MODIFIED"))
                                  .noneMatch(e -> after(e.get("occurred_at"), n.get("asked_at"))));
      case REFUSALS -> proposals(handle, id, "REFUSED", today) >= rules.refusals();
      case SILENCES -> proposals(handle, id, "LAPSED", today) >= rules.silences();
      case UNCHANGED -> {
        LocalDate since = today.minusMonths(rules.unchangedMonths());
        yield !deposit.isAfter(since)
            && events(handle, id).stream()
                .filter(e -> CHANGES.contains(text(e.get("kind"))))
                .noneMatch(e -> day(e.get("effective_on")).isAfter(since));
      }
    };
  }

  private static boolean looked(Handle handle, Map<String, Object> d, String what) {
    return rows(
            handle, "select * from quality_look where " + what + " and demand_id = ?", d.get("id"))
        .stream()
        .anyMatch(look -> look.get("version").equals(d.get("version")));
  }

  private static long proposals(Handle handle, long id, String status, LocalDate today) {
    return rows(handle, "select * from proposal where demand_id = ?", id).stream()
        .filter(r -> r.get("status").equals(status))
        .filter(r -> !day(r.get("closed_on")).isAfter(today))
        .count();
  }

  private static List<Map<String, Object>> events(Handle handle, long id) {
    return rows(handle, "select * from demand_event where demand_id = ?", id);
  }

  private static List<Map<String, Object>> letters(Handle handle, long id) {
    return rows(handle, "select * from letter where demand_id = ?", id);
  }

  private static List<Map<String, Object>> rows(Handle handle, String sql, Object id) {
    return handle.select(sql, id).mapToMap().list();
  }

  private static boolean after(Object later, Object earlier) {
    return ((Timestamp) later).after((Timestamp) earlier);
  }

  private static LocalDate day(Object date) {
    return ((Date) date).toLocalDate();
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}
