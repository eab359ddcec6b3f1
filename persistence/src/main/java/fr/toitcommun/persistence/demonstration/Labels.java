package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.reference.DetectionSetting;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.figure.OccupationRules;
import fr.toitcommun.persistence.registration.priority.Detection;
import fr.toitcommun.persistence.registration.priority.DetectionFacts;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelState;
import fr.toitcommun.persistence.registration.priority.LikelyGround;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Priorities of generated demands: what rules find in them is in part certified, in part asked for
 * or rejected, and in part nobody has looked at it.
 */
final class Labels {
  private static final int HELD_DAYS = 330;
  private static final int MONTHS = 12;
  private static final int REHOUSING_MONTHS = 3;

  private final Demonstration.Settings settings;
  private final Partners partners;
  private final Territory territory;
  private final Ceilings ceilings;
  private final Events events;
  private final OccupationRules occupation;
  private final Map<String, List<DetectionSetting>> rules = new TreeMap<>();
  private final CopyTable table;
  private long lastId;

  Labels(
      Connection connection,
      Demonstration.Settings settings,
      Reference reference,
      Partners partners,
      Territory territory,
      Ceilings ceilings,
      Events events)
      throws SQLException {
    this.settings = settings;
    this.partners = partners;
    this.territory = territory;
    this.ceilings = ceilings;
    this.events = events;
    occupation = RegistrationRules.occupation(reference, settings.today());
    for (String departement : territory.departements()) {
      rules.put(departement, reference.detections(departement, settings.today()));
    }
    table =
        new CopyTable(
            connection,
            "priority_label",
            "id,version,demand_id,kind,code,state,rule,asked_on,asked_by,asked_partner_id,decided_on,"
                + "decided_by,decided_partner_id,valid_until,proof,word,commission_reference,"
                + "decision_date,rehouse_by,rehoused_on");
  }

  /**
   * What a demand says of its labels.
   *
   * @param nextEnd first day on which one of them is over; null: none ends
   */
  record Said(int grounds, int quotas, LocalDate nextEnd) {}

  /** Writes the labels of a demand, whose DALO and agreement the plan has drawn. */
  Said write(Life life, DemandForm form, HouseholdFacts facts) throws SQLException {
    Dice dice = new Dice(settings.seed(), "label", life.id);
    Set<PriorityGround> inForce = EnumSet.noneOf(PriorityGround.class);
    LocalDate[] nextEnd = {null};
    if (form.getLegalPerson() != null) {
      life.dalo = "NON";
    } else {
      boolean recognised =
          "NON".equals(life.dalo) && life.active() && waited(life) && dice.chance(0.03);
      if (recognised) {
        life.dalo = "ACTIF";
      }
      if (!"NON".equals(life.dalo)) {
        dalo(life, dice);
        if (life.active()) {
          inForce.add(PriorityGround.DALO);
        }
      }
      // Two rules may find the same ground, which is asked for once.
      Set<PriorityGround> told = EnumSet.of(PriorityGround.DALO);
      for (LikelyGround likely : likely(life, form, facts)) {
        if (told.add(likely.ground())) {
          ground(life, likely, dice, inForce, nextEnd);
        }
      }
    }
    if (!"AUCUN".equals(life.agreement)) {
      agreement(life, form, dice, nextEnd);
    }
    int grounds = inForce.stream().mapToInt(PriorityGround::bit).sum();
    return new Said(grounds, quotas(form, facts, grounds), nextEnd[0]);
  }

  private boolean waited(Life life) {
    return life.deposit.isBefore(settings.today().minusMonths(24));
  }

  private List<LikelyGround> likely(Life life, DemandForm form, HouseholdFacts facts) {
    if (!life.active() && life.fate != Fate.HOUSED) {
      return List.of();
    }
    Integer share =
        facts.annualIncome() == null
            ? null
            : Integer.valueOf(ceilings.percentOfPlai(facts.category(), facts.annualIncome()));
    return Detection.of(
        DetectionFacts.of(form, occupation, share, false, last(life)),
        rules.get(life.departement),
        List.of());
  }

  private LocalDate last(Life life) {
    return life.leftOn == null ? settings.today() : life.leftOn;
  }

  private void ground(
      Life life, LikelyGround likely, Dice dice, Set<PriorityGround> inForce, LocalDate[] nextEnd)
      throws SQLException {
    double share = dice.share();
    if (share >= 0.62) {
      return;
    }
    LocalDate asked = day(life, dice);
    String code = likely.ground().name();
    String rule = likely.rule().name();
    if (share < 0.42) {
      LocalDate until = asked.plusMonths(MONTHS);
      Partner by = certifier(life, dice);
      add(life, LabelKind.GROUND, code, LabelState.CERTIFIED, rule, asked, by, until, dice);
      inForce.add(likely.ground());
      end(life, until, nextEnd);
    } else if (share < 0.52 && life.active()) {
      add(life, LabelKind.GROUND, code, LabelState.PROPOSED, rule, asked, null, null, dice);
    } else if (share < 0.57) {
      Partner by = certifier(life, dice);
      add(life, LabelKind.GROUND, code, LabelState.REJECTED, rule, asked, by, null, dice);
    } else if (life.deposit.isBefore(settings.today().minusMonths(15)) && life.active()) {
      LocalDate then = life.deposit.plusDays(10);
      Partner by = certifier(life, dice);
      add(
          life,
          LabelKind.GROUND,
          code,
          LabelState.EXPIRED,
          rule,
          then,
          by,
          then.plusMonths(MONTHS),
          dice);
    }
  }

  private static void end(Life life, LocalDate until, LocalDate[] nextEnd) {
    LocalDate over = until.plusDays(1);
    if (life.active() && (nextEnd[0] == null || over.isBefore(nextEnd[0]))) {
      nextEnd[0] = over;
    }
  }

  /** A day of the last months that the demand was in the file. */
  private LocalDate day(Life life, Dice dice) {
    LocalDate last = last(life).minusDays(1);
    LocalDate first = last.minusDays(HELD_DAYS);
    first = first.isBefore(life.deposit) ? life.deposit : first;
    return last.isBefore(first) ? first : dice.day(first, last);
  }

  private Partner certifier(Life life, Dice dice) {
    double share = dice.share();
    if (share < 0.5) {
      return of(PartnerKind.STATE, life.departement);
    }
    return share < 0.7
        ? of(PartnerKind.DEPARTMENT, life.departement)
        : partners.landlordIn(life.departement, dice);
  }

  private Partner of(PartnerKind kind, String departement) {
    return partners.all().stream()
        .filter(partner -> partner.kind == kind && partner.in(departement))
        .findFirst()
        .orElseThrow();
  }

  private void agreement(Life life, DemandForm form, Dice dice, LocalDate[] nextEnd)
      throws SQLException {
    LocalDate asked = day(life, dice);
    LocalDate until = asked.plusMonths(MONTHS);
    PartnerKind kind =
        "ACD".equals(life.agreement) ? PartnerKind.DEPARTMENT : PartnerKind.LOCAL_AUTHORITY;
    String epci = epci(form);
    Partner by =
        partners.all().stream()
            .filter(partner -> partner.kind == kind && partner.registering)
            .filter(partner -> partner.in(life.departement) || partner.territory.contains(epci))
            .findFirst()
            .orElse(of(PartnerKind.STATE, life.departement));
    add(
        life,
        LabelKind.AGREEMENT,
        life.agreement,
        LabelState.CERTIFIED,
        null,
        asked,
        by,
        until,
        dice);
    end(life, until, nextEnd);
  }

  private String epci(DemandForm form) {
    String epci =
        territory.town(form.getSought().getLocations().get(0).getMunicipalityCode()).epci();
    return epci == null ? "" : epci;
  }

  private void dalo(Life life, Dice dice) throws SQLException {
    LocalDate decided = day(life, dice);
    Partner state = of(PartnerKind.STATE, life.departement);
    long agent = state.agentIn(life.departement, dice);
    table.add(++lastId).add(2).add(life.id).add(LabelKind.GROUND.name());
    table.add(PriorityGround.DALO.name()).add(LabelState.CERTIFIED.name()).nothing().add(decided);
    table.add(agent).add(state.id).add(decided).add(agent).add(state.id).nothing();
    table.add("Décision de la commission de médiation").nothing();
    table.add("COMED-%s-%d-%05d".formatted(life.departement, decided.getYear(), life.id % 100_000));
    table.add(decided).add(decided.plusMonths(REHOUSING_MONTHS));
    table.add("ACTREL".equals(life.dalo) ? life.leftOn : null).end();
    event(life, DemandEventKind.LABEL_CERTIFIED, decided, state, agent, "GROUND DALO", dice);
  }

  private void add(
      Life life,
      LabelKind kind,
      String code,
      LabelState state,
      String rule,
      LocalDate asked,
      Partner by,
      LocalDate until,
      Dice dice)
      throws SQLException {
    Partner asking = by == null ? partners.landlordIn(life.departement, dice) : by;
    long agent = asking.agentIn(life.departement, dice);
    boolean decided = by != null;
    table.add(++lastId).add(decided ? 2 : 1).add(life.id).add(kind.name()).add(code);
    table.add(state.name()).add(rule).add(asked).add(agent).add(asking.id);
    table.add(decided ? asked : null).add(decided ? agent : null);
    table.add(decided ? asking.id : null).add(until);
    table.add(state == LabelState.REJECTED ? null : proof(kind));
    table.add(state == LabelState.REJECTED ? "Situation non établie par les pièces" : null);
    table.nothing().nothing().nothing().nothing().end();
    DemandEventKind event =
        switch (state) {
          case PROPOSED -> DemandEventKind.LABEL_ASKED;
          case REJECTED -> DemandEventKind.LABEL_REJECTED;
          default -> DemandEventKind.LABEL_CERTIFIED;
        };
    boolean secret = kind == LabelKind.GROUND && PriorityGround.valueOf(code).sensitive();
    event(life, event, asked, asking, agent, secret ? kind.name() : kind + " " + code, dice);
  }

  private static String proof(LabelKind kind) {
    return kind == LabelKind.AGREEMENT
        ? "Avis de l’instance de l’accord"
        : "Pièces vues au guichet";
  }

  private void event(
      Life life,
      DemandEventKind kind,
      LocalDate day,
      Partner by,
      long agent,
      String detail,
      Dice dice)
      throws SQLException {
    events.add(life, kind, Events.during(day, dice), day, agent, by.id, detail);
  }

  private int quotas(DemandForm form, HouseholdFacts facts, int grounds) {
    String home = form.getContact().getMunicipalityCode();
    String own = home == null ? null : epciOf(home);
    boolean lives =
        own != null
            && form.getSought().getLocations().stream()
                .map(LocationForm::getMunicipalityCode)
                .anyMatch(code -> own.equals(epciOf(code)));
    return (lives ? 1 : 0) | (facts.salariedContributor() ? 2 : 0) | (grounds == 0 ? 0 : 4);
  }

  private String epciOf(String municipality) {
    return territory.knows(municipality) ? territory.town(municipality).epci() : null;
  }

  void flush() throws SQLException {
    table.flush();
  }

  long lastId() {
    return lastId;
  }
}
