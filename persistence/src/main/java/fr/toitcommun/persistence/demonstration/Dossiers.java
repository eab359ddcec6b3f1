package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.DemandEventKind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The supporting documents of some hundred demands of Loire-Atlantique, those of the
 * demonstration's own desk first. Their content is one of a few specimens, written by {@link
 * Specimens}.
 */
final class Dossiers {
  private static final int DEMANDS = 120;
  private static final int DAYS_TO_UPLOAD = 15;

  /** One of the desk's demands, with as much of the form as gives cause to ask for a document. */
  private static final String CHOSEN =
      """
      select d.id, d.desk_id, k.partner_id, m.id as applicant, d.current_tenure,
             array_remove(array[d.main_motive, d.second_motive, d.third_motive], null) as motives,
             exists (select 1 from household_member c where c.demand_id = d.id and c.role = 'DEPENDANT') as family,
             (select min(a.id) from agent a where a.desk_id = d.desk_id) as agent
      from demand d
      join registration_desk k on k.id = d.desk_id
      join household_member m on m.demand_id = d.id and m.role = 'APPLICANT'
      where d.status = 'ACTIVE' and d.departement_code = '44' and d.legal_name is null
      order by d.desk_id <> (select desk_id from agent where login = 'guichet.nantes'), d.id
      limit ?
      """;

  private final Demonstration.Settings settings;
  private final Events events;
  private final CopyTable table;
  private long lastId;

  Dossiers(Connection connection, Demonstration.Settings settings, Events events)
      throws SQLException {
    this.settings = settings;
    this.events = events;
    table =
        new CopyTable(
            connection,
            "supporting_document",
            "id,version,demand_id,departement_code,demand_desk_id,member_id,kind,sensitive,status,scan,"
                + "storage_key,sha256,media_type,byte_size,pages,received_on,issued_on,tax_year,"
                + "valid_until,deposited_at,deposited_by,partner_id,judged_at,judged_by,refusal_reason");
  }

  /** A demand of which documents are. */
  private record Chosen(Life life, long desk, long partner, long applicant, Long agent) {}

  void write(Connection connection, List<Life> lives) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHOSEN)) {
      statement.setInt(1, DEMANDS);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Life life = lives.get((int) row.getLong("id") - 1);
          Dice dice = new Dice(settings.seed(), "dossier", life.id);
          Chosen demand =
              new Chosen(
                  life,
                  row.getLong("desk_id"),
                  row.getLong("partner_id"),
                  row.getLong("applicant"),
                  row.getObject("agent", Long.class));
          Set<String> motives = Set.of((String[]) row.getArray("motives").getArray());
          identity(demand, dice);
          if (dice.chance(0.8)) {
            taxNotice(demand, dice);
          }
          if (dice.chance(0.3)) {
            recent(demand, "WAGES", demand.applicant(), 6, dice);
          }
          if (row.getBoolean("family") && dice.chance(0.6)) {
            recent(demand, "FAMILY_BOOK", null, 0, dice);
          }
          if (Set.of("HLM", "LP").contains(row.getString("current_tenure")) && dice.chance(0.5)) {
            recent(demand, "RENT", null, 12, dice);
          }
          if (motives.contains("05")) {
            recent(demand, "EVICTION", null, 0, dice);
          }
          if (motives.contains("08")) {
            recent(demand, "HEALTH", null, 12, dice);
          }
        }
      }
    }
    table.flush();
  }

  /** Seen when the demand was deposited; some desks were slow to upload it. */
  private void identity(Chosen demand, Dice dice) throws SQLException {
    LocalDate received = demand.life().deposit;
    LocalDate deposited = before(received.plusDays(dice.between(0, DAYS_TO_UPLOAD + 8)));
    LocalDate expires = settings.today().plusMonths(dice.between(-8, 90));
    add(demand, "IDENTITY", demand.applicant(), null, received, deposited, expires, dice);
  }

  private void taxNotice(Chosen demand, Dice dice) throws SQLException {
    LocalDate deposited = lately(demand.life(), dice);
    int year = settings.today().getYear() - 2;
    add(
        demand,
        "TAX_NOTICE",
        demand.applicant(),
        year,
        deposited,
        deposited,
        LocalDate.of(year + 2, 12, 31),
        dice);
  }

  /** One that serves so many months; 0: for ever. */
  private void recent(Chosen demand, String kind, Long member, int months, Dice dice)
      throws SQLException {
    LocalDate deposited = lately(demand.life(), dice);
    LocalDate until = months == 0 ? null : deposited.plusMonths(months);
    add(demand, kind, member, null, deposited, deposited, until, dice);
  }

  private LocalDate lately(Life life, Dice dice) {
    LocalDate day = settings.today().minusDays(dice.between(1, 60));
    return before(day.isBefore(life.deposit) ? life.deposit : day);
  }

  private LocalDate before(LocalDate day) {
    return day.isBefore(settings.today()) ? day : settings.today().minusDays(1);
  }

  private void add(
      Chosen demand,
      String kind,
      Long member,
      Integer taxYear,
      LocalDate received,
      LocalDate deposited,
      LocalDate validUntil,
      Dice dice)
      throws SQLException {
    Specimens.Specimen specimen = Specimens.of(kind);
    boolean sensitive = Set.of("EVICTION", "HEALTH").contains(kind);
    boolean old = deposited.isBefore(settings.today().minusDays(20));
    String status =
        old || dice.chance(0.5) ? dice.chance(0.92) ? "CHECKED" : "REFUSED" : "TO_CHECK";
    boolean judged = !"TO_CHECK".equals(status);
    LocalDateTime at = Events.during(deposited, dice);
    UUID key =
        UUID.nameUUIDFromBytes(("demonstration " + ++lastId).getBytes(StandardCharsets.US_ASCII));
    table.add(lastId).add(judged ? 2 : 1).add(demand.life().id).add(demand.life().departement);
    table.add(demand.desk()).add(member).add(kind).add(sensitive).add(status);
    table.add("NOT_CONFIGURED").add(key.toString()).add(specimen.sha256());
    table.add(specimen.mediaType()).add(specimen.size()).add(1).add(received).nothing();
    table.add(taxYear).add(validUntil).instant(at).add(demand.agent()).add(demand.partner());
    table.instant(judged ? at.plusMinutes(7) : null).add(judged ? demand.agent() : null);
    table.add("REFUSED".equals(status) ? "UNREADABLE" : null).end();
    events.add(
        demand.life(),
        DemandEventKind.DOCUMENT_DEPOSITED,
        at,
        deposited,
        demand.agent(),
        demand.partner(),
        sensitive ? "SENSITIVE" : kind);
  }

  long lastId() {
    return lastId;
  }
}
