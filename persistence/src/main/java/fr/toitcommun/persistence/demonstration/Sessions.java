package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The commissions of landlords and their sessions: past ones closed, coming ones planned. */
final class Sessions {
  private static final int MOST_MAYORS = 4;

  /** A session being filled. */
  static final class Session {
    private final long id;
    private final Partner landlord;
    private final LocalDate held;
    private final Set<Town> towns = new TreeSet<>(Comparator.comparing(Town::code));
    private int items;

    private Session(long id, Partner landlord, LocalDate held) {
      this.id = id;
      this.landlord = landlord;
      this.held = held;
    }

    long id() {
      return id;
    }

    /** The place of the next dwelling on the agenda. */
    int next() {
      return ++items;
    }
  }

  private final Demonstration.Settings settings;
  private final Partners partners;
  private final Territory territory;
  private final Names names;
  private final Map<String, Session> byLandlordAndDay = new TreeMap<>();
  private final List<Session> all = new ArrayList<>();
  private long lastAttendee;

  Sessions(Demonstration.Settings settings, Partners partners, Territory territory, Names names) {
    this.settings = settings;
    this.partners = partners;
    this.territory = territory;
    this.names = names;
  }

  Session of(Offer offer) {
    Session session =
        byLandlordAndDay.computeIfAbsent(
            offer.flat.landlord.id + "/" + offer.held,
            key -> {
              Session made = new Session(all.size() + 1L, offer.flat.landlord, offer.held);
              all.add(made);
              return made;
            });
    session.towns.add(offer.flat.town);
    return session;
  }

  void write(Connection connection) throws SQLException {
    CopyTable commissions = new CopyTable(connection, "commission", "id,landlord_id,name");
    for (Partner partner : partners.all()) {
      if (partner.kind == PartnerKind.LANDLORD) {
        // One commission for each landlord: they bear the same id.
        commissions.add(partner.id).add(partner.id);
        commissions.add("Commission d'attribution – " + partner.name).end();
      }
    }
    commissions.flush();
    CopyTable sessions =
        new CopyTable(
            connection,
            "commission_session",
            "id,version,commission_id,held_at,place,status,closed_at");
    CopyTable attendees =
        new CopyTable(
            connection,
            "session_attendee",
            "id,session_id,position,name,capacity,voice,casting_vote,attendance");
    for (Session session : all) {
      boolean closed = session.held.isBefore(settings.today());
      LocalDateTime at = session.held.atTime(session.landlord.id % 2 == 0 ? 9 : 14, 0);
      sessions.add(session.id).add(closed ? 2 : 1).add(session.landlord.id).local(at);
      sessions.add("Siège, " + session.landlord.seat.name());
      sessions.add(closed ? "CLOSED" : "PLANNED").instant(closed ? at.plusHours(3) : null).end();
      attendees(attendees, session, closed);
    }
    sessions.flush();
    attendees.flush();
  }

  private void attendees(CopyTable table, Session session, boolean closed) throws SQLException {
    Dice members = new Dice(settings.seed(), "members", session.landlord.id);
    Dice present = new Dice(settings.seed(), "presence", session.id);
    int position = 0;
    for (int i = 0; i < 6; i++) {
      String capacity = i == 5 ? "TENANTS_REPRESENTATIVE" : "LANDLORD_MEMBER";
      String attendance = !closed ? "CONVENED" : i < 3 ? "PRESENT" : attendance(present);
      attendee(table, session, ++position, name(members), capacity, true, attendance);
    }
    int mayors = 0;
    Set<String> epcis = new TreeSet<>();
    for (Town town : session.towns) {
      if (++mayors <= MOST_MAYORS) {
        String mayor = name(new Dice(settings.seed(), "mayor", town.index()));
        String attendance = closed ? attendance(present) : "CONVENED";
        attendee(
            table,
            session,
            ++position,
            mayor + " (" + town.name() + ")",
            "MAYOR",
            true,
            attendance);
      }
      if (town.epci() != null) {
        epcis.add(town.epci());
      }
    }
    String state = closed ? attendance(present) : "CONVENED";
    attendee(table, session, ++position, name(members), "STATE_REPRESENTATIVE", true, state);
    // The island of Yeu is in none.
    if (!epcis.isEmpty()) {
      String epci = territory.epciName(epcis.iterator().next());
      String attendance = closed ? attendance(present) : "CONVENED";
      String name = name(members) + " (" + epci + ")";
      attendee(table, session, ++position, name, "EPCI_PRESIDENT", true, attendance);
    }
    attendee(
        table,
        session,
        ++position,
        name(members),
        "INSERTION_BODY",
        false,
        closed ? attendance(present) : "CONVENED");
  }

  private void attendee(
      CopyTable table,
      Session session,
      int position,
      String name,
      String capacity,
      boolean deliberative,
      String attendance)
      throws SQLException {
    table.add(++lastAttendee).add(session.id).add(position).add(name).add(capacity);
    table.add(deliberative ? "DELIBERATIVE" : "ADVISORY").add("MAYOR".equals(capacity));
    table.add(attendance).end();
  }

  private static String attendance(Dice dice) {
    double share = dice.share();
    return share < 0.62 ? "PRESENT" : share < 0.8 ? "REPRESENTED" : "ABSENT";
  }

  private String name(Dice dice) {
    String sex = dice.chance(0.5) ? "F" : "M";
    return names.given(sex, dice.between(1955, 1988), dice) + " " + names.surname(dice);
  }

  int count() {
    return all.size();
  }

  long lastAttendee() {
    return lastAttendee;
  }
}
