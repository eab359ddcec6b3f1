package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads labels. */
public final class LabelReader {
  private static final String SELECT =
      """
      select l.*, case when l.state = 'CERTIFIED' and l.valid_until < :today then 'EXPIRED' else l.state end as state_now,
             ap.name as asked_partner, dp.name as decided_partner, da.given_name || ' ' || da.surname as decided_agent
      from priority_label l
      left join partner ap on ap.id = l.asked_partner_id
      left join partner dp on dp.id = l.decided_partner_id
      left join agent da on da.id = l.decided_by
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public LabelReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Who reads.
   *
   * @param sensitive whether they may know of health and violence
   * @param certifies whether they have the right to certify
   */
  public record Reader(
      long partnerId, PartnerKind partnerKind, boolean sensitive, boolean certifies) {}

  /**
   * The labels of these demands and of those that were merged into them, those in force first.
   *
   * @param today what is over on that day reads as expired
   */
  public List<LabelRow> of(Collection<Long> demands, LocalDate today) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        where l.demand_id in (
                          select id from demand where id = any(:demands) or merged_into = any(:demands))
                        order by l.state <> 'CERTIFIED', l.state <> 'PROPOSED', l.asked_on desc, l.id desc
                        """)
                .bind("today", today)
                .bindArray("demands", Long.class, demands.toArray())
                .map((row, context) -> label(row))
                .list());
  }

  /**
   * The labels that wait for somebody of this kind of partner, the oldest first, with the exact
   * total. A ground that the reader may not know is not offered to them.
   *
   * @param limit most rows
   */
  public WaitingLabels waiting(Reader reader, Scope scope, LocalDate today, int offset, int limit) {
    Scope.Condition seen = scope.on("d");
    List<String> codes =
        java.util.Arrays.stream(LabelKind.values())
            .flatMap(
                kind ->
                    Certifiers.codes(kind).stream()
                        .filter(code -> Certifiers.may(reader.partnerKind(), kind, code))
                        .filter(
                            code ->
                                reader.sensitive()
                                    || kind != LabelKind.GROUND
                                    || !PriorityGround.valueOf(code).sensitive())
                        .map(code -> kind + " " + code))
            .toList();
    String from =
        " from priority_label l join demand d on d.id = l.demand_id"
            + " where l.state = 'PROPOSED' and d.status = 'ACTIVE'"
            + " and l.kind || ' ' || l.code = any(:codes) and "
            + seen.sql();
    return jdbi.withHandle(
        handle -> {
          long total =
              handle
                  .createQuery("select count(*)" + from)
                  .bindArray("codes", String.class, codes)
                  .bindMap(seen.binds())
                  .mapTo(Long.class)
                  .one();
          List<WaitingLabels.Row> rows =
              handle
                  .createQuery(
                      "select x.*, p.name as asked_partner from (select l.id, l.kind, l.code,"
                          + " l.rule, l.asked_on, l.asked_partner_id, d.unique_number,"
                          + " coalesce(d.legal_name, (select a.given_name || ' ' || a.surname from"
                          + " household_member a where a.demand_id = d.id and a.role ="
                          + " 'APPLICANT')) as applicant, d.initial_deposit_date"
                          + from
                          + " order by l.asked_on, l.id offset :offset limit :limit) x"
                          + " left join partner p on p.id = x.asked_partner_id"
                          + " order by x.asked_on, x.id")
                  .bindArray("codes", String.class, codes)
                  .bindMap(seen.binds())
                  .bind("offset", offset)
                  .bind("limit", limit)
                  .map(
                      (row, context) ->
                          new WaitingLabels.Row(
                              row.getString("unique_number"),
                              row.getString("applicant"),
                              row.getObject("initial_deposit_date", LocalDate.class),
                              LabelKind.valueOf(row.getString("kind")),
                              row.getString("code"),
                              rule(row),
                              row.getObject("asked_on", LocalDate.class),
                              row.getString("asked_partner")))
                  .list();
          return new WaitingLabels(rows, total);
        });
  }

  private static DetectionRule rule(ResultSet row) throws SQLException {
    String rule = row.getString("rule");
    return rule == null ? null : DetectionRule.valueOf(rule);
  }

  private static LabelRow label(ResultSet row) throws SQLException {
    return new LabelRow(
        row.getLong("id"),
        row.getInt("version"),
        row.getLong("demand_id"),
        LabelKind.valueOf(row.getString("kind")),
        row.getString("code"),
        LabelState.valueOf(row.getString("state_now")),
        rule(row),
        row.getObject("asked_on", LocalDate.class),
        row.getString("asked_partner"),
        row.getObject("decided_on", LocalDate.class),
        row.getObject("decided_partner_id", Long.class),
        row.getString("decided_partner"),
        row.getString("decided_agent"),
        row.getObject("valid_until", LocalDate.class),
        row.getString("proof"),
        row.getString("word"),
        row.getString("commission_reference"),
        row.getObject("decision_date", LocalDate.class),
        row.getObject("rehouse_by", LocalDate.class),
        row.getObject("rehoused_on", LocalDate.class),
        false);
  }
}
