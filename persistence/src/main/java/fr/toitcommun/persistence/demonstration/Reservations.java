package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.FrenchCalendar;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.partner.PartnerKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agreements of each landlord: the State 30 % of which 5 % for its agents (R.441-5-2), Action
 * Logement by agreement, local authorities up to 20 % in all; and which dwellings were put at whose
 * disposal, never more than was agreed of the flow of a year.
 */
final class Reservations {
  private static final LocalDate SIGNED = LocalDate.of(2023, 11, 24);
  private static final BigDecimal AGENTS = new BigDecimal("5.00");
  private static final double LAPSED = 0.16;
  private static final int IDENTIFIED = 3;

  /** An agreement; {@code epci} or {@code town} limits where it holds. */
  private record Agreement(
      long id,
      Partner landlord,
      Partner holder,
      String departement,
      String quota,
      int percent,
      int days) {
    boolean holds(Flat flat) {
      return switch (holder.level) {
        case "EPCI" -> flat.town.epci() != null && holder.territory.contains(flat.town.epci());
        case "MUNICIPALITY" -> holder.territory.contains(flat.town.code());
        default -> true;
      };
    }
  }

  /** What flowed of a year, and what of it the holder was offered. */
  private static final class Flow {
    private long flow;
    private long offered;
  }

  /** At whose disposal a dwelling was put. */
  record Offered(
      long agreement,
      Partner holder,
      String quota,
      BigDecimal share,
      BigDecimal agreed,
      LocalDate deadline,
      DesignationState designation) {}

  private final Demonstration.Settings settings;
  private final List<Agreement> agreements = new ArrayList<>();
  private final Map<String, List<Agreement>> byLandlord = new HashMap<>();
  private final Map<String, Flow> flows = new HashMap<>();

  Reservations(Demonstration.Settings settings, Partners partners) {
    this.settings = settings;
    for (Partner landlord : partners.all()) {
      if (landlord.kind == PartnerKind.LANDLORD) {
        for (String departement : landlord.territory) {
          agree(landlord, departement, partners);
        }
      }
    }
  }

  private void agree(Partner landlord, String departement, Partners partners) {
    Dice dice = new Dice(settings.seed(), "agreements" + departement, landlord.id);
    add(landlord, first(partners, PartnerKind.STATE, departement), departement, "PPRIOR", 30, 30);
    add(
        landlord,
        first(partners, PartnerKind.ACTION_LOGEMENT, departement),
        departement,
        "COLACT",
        dice.between(12, 18),
        15);
    add(
        landlord,
        first(partners, PartnerKind.DEPARTMENT, departement),
        departement,
        "COLTER",
        dice.between(2, 4),
        30);
    boolean town = Partners.SECOND_LANDLORD.equals(landlord.name);
    partners.all().stream()
        .filter(p -> p.kind == PartnerKind.LOCAL_AUTHORITY && p.registering)
        .filter(p -> p.level.equals(town ? "MUNICIPALITY" : "EPCI"))
        .filter(p -> !town || p.territory.contains(Partners.SAINT_NAZAIRE))
        .filter(p -> p.seat.departement().equals(departement))
        .max(Comparator.comparingInt((Partner p) -> p.seat.population()))
        .ifPresent(
            holder -> add(landlord, holder, departement, "COLTER", dice.between(11, 16), 30));
  }

  private static Partner first(Partners partners, PartnerKind kind, String departement) {
    return partners.all().stream()
        .filter(p -> p.kind == kind && p.in(departement))
        .findFirst()
        .orElseThrow();
  }

  private void add(
      Partner landlord, Partner holder, String departement, String quota, int percent, int days) {
    Agreement agreement =
        new Agreement(agreements.size() + 1L, landlord, holder, departement, quota, percent, days);
    agreements.add(agreement);
    byLandlord.computeIfAbsent(landlord.id + departement, key -> new ArrayList<>()).add(agreement);
  }

  /** A dwelling outside the flow: of no contingent, and one in twelve of these. */
  static boolean excluded(Flat flat) {
    return Vacancy.OUTSIDE.equals(flat.quota) && flat.id % 12 == 5;
  }

  /** Puts dwellings at the disposal of holders, as they became vacant. */
  void offer(List<Flat> flats) {
    flats.stream()
        .filter(flat -> !excluded(flat))
        .sorted(Comparator.comparing((Flat flat) -> flat.declaredOn).thenComparing(flat -> flat.id))
        .forEach(this::offer);
  }

  private void offer(Flat flat) {
    Dice dice = new Dice(settings.seed(), "offered", flat.id);
    List<Agreement> here =
        byLandlord.getOrDefault(flat.landlord.id + flat.town.departement(), List.of()).stream()
            .filter(agreement -> agreement.holds(flat))
            .toList();
    // Some of no contingent were offered too, and fell back.
    boolean lapsed =
        Vacancy.OUTSIDE.equals(flat.quota) && (flat.let || flat.untouched) && dice.chance(LAPSED);
    String wanted = lapsed ? dice.pick(List.of("PPRIOR", "COLACT", "COLTER")) : flat.quota;
    Optional<Agreement> agreement =
        here.stream()
            .filter(one -> one.quota.equals("PFONCT".equals(wanted) ? "PPRIOR" : wanted))
            .filter(one -> due(one, flat))
            .max(Comparator.comparingLong(Agreement::id));
    agreement.ifPresent(one -> flat.offered = offered(one, flat, wanted, lapsed));
    for (Agreement one : here) {
      Flow flow = flow(one, flat);
      flow.flow++;
      flow.offered += agreement.filter(one::equals).isPresent() ? 1 : 0;
    }
  }

  private Flow flow(Agreement agreement, Flat flat) {
    return flows.computeIfAbsent(agreement.id + "/" + flat.declaredOn.getYear(), key -> new Flow());
  }

  private boolean due(Agreement agreement, Flat flat) {
    Flow flow = flow(agreement, flat);
    // Less than agreed: leases with the landlord's own tenants leave the flow afterwards.
    return agreement.percent * 92L * (flow.flow + 1) >= 10_000L * (flow.offered + 1);
  }

  private Offered offered(Agreement agreement, Flat flat, String wanted, boolean lapsed) {
    Flow flow = flow(agreement, flat);
    LocalDate deadline = FrenchCalendar.workingDayFrom(flat.declaredOn.plusDays(agreement.days));
    DesignationState state = DesignationState.DESIGNATED;
    if (lapsed && flat.let) {
      state = DesignationState.LAPSED;
    } else if (flat.untouched) {
      state =
          deadline.isBefore(settings.today()) ? DesignationState.LAPSED : DesignationState.AWAITED;
    }
    BigDecimal share =
        flow.flow == 0
            ? BigDecimal.ZERO.setScale(1)
            : BigDecimal.valueOf(100 * flow.offered)
                .divide(BigDecimal.valueOf(flow.flow), 1, RoundingMode.HALF_UP);
    return new Offered(
        agreement.id,
        agreement.holder,
        wanted,
        share,
        BigDecimal.valueOf(agreement.percent),
        deadline,
        state);
  }

  void write(Connection connection) throws SQLException {
    CopyTable table =
        new CopyTable(
            connection,
            "reservation_agreement",
            "id,version,landlord_id,holder_id,departement_code,quota,percent,agents_percent,"
                + "designation_days,signed_on,valid_from");
    for (Agreement one : agreements) {
      table.add(one.id).add(1).add(one.landlord.id).add(one.holder.id).add(one.departement);
      table.add(one.quota).add(one.percent);
      table.add(("PPRIOR".equals(one.quota) ? AGENTS : BigDecimal.ZERO).toPlainString());
      table.add(one.days).add(SIGNED).add(LocalDate.of(2024, 1, 1)).end();
    }
    table.flush();
  }

  /** A few dwellings of the first landlord stay reserved one by one for defence and security. */
  void identify(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          insert into reserved_dwelling
          select a.id, w.id from reservation_agreement a
          join lateral (
            select w.id from vacancy v join dwelling w on w.id = v.dwelling_id join municipality m on m.code = w.municipality_code
            where w.landlord_id = a.landlord_id and m.departement_code = a.departement_code and v.status = 'LET'
              and v.agreement_id is null
            order by w.id limit %d) w on true
          where a.id = 1
          """
              .formatted(IDENTIFIED));
    }
  }

  /** What happened to the vacancies, told of those that are open. */
  void tell(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          insert into vacancy_event (vacancy_id, kind, occurred_on, partner_id, holder_id, detail)
          select v.id, e.kind, e.occurred_on, e.partner_id, e.holder_id, e.detail
          from vacancy v join dwelling w on w.id = v.dwelling_id
          left join reservation_agreement a on a.id = v.agreement_id
          cross join lateral (values
            (1, 'DECLARED', v.declared_on, w.landlord_id, cast(null as bigint), v.reason),
            (2, 'OFFERED', v.offered_on, w.landlord_id, a.holder_id, null),
            (3, case v.designation when 'DESIGNATED' then 'DESIGNATED' when 'LAPSED' then 'DESIGNATION_LAPSED' end,
              case v.designation when 'LAPSED' then v.designation_deadline + 1 else (
                select min(r.made_on) from proposal r where r.vacancy_id = v.id) end,
              case v.designation when 'DESIGNATED' then a.holder_id end, a.holder_id,
              case v.designation when 'DESIGNATED' then (
                select count(*)::text from proposal r where r.vacancy_id = v.id) end))
            as e (step, kind, occurred_on, partner_id, holder_id, detail)
          where v.status = 'OPEN' and e.kind is not null and e.occurred_on is not null
          order by v.id, e.step
          """);
    }
  }

  int size() {
    return agreements.size();
  }
}
