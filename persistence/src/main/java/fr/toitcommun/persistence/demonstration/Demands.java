package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.demonstration.Partner.Desk;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.HouseholdRules;
import fr.toitcommun.persistence.registration.PersonForm;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Brings every planned demand into the file: its form, its facts, its desk and its history. */
final class Demands {
  private static final int STEP = 2_000;

  private final Demonstration.Settings settings;
  private final Households households;
  private final HouseholdRules rules;
  private final Ceilings ceilings;
  private final Territory territory;
  private final Partners partners;
  private final Register register;
  private final Events events;
  private final DemandWriter writer;
  private final Labels labels;
  private final Partner manager;
  private final Desk[] desks;

  Demands(
      Demonstration.Settings settings,
      Households households,
      HouseholdRules rules,
      Ceilings ceilings,
      Territory territory,
      Partners partners,
      Register register,
      Events events,
      DemandWriter writer,
      Labels labels,
      int count) {
    this.settings = settings;
    this.households = households;
    this.rules = rules;
    this.ceilings = ceilings;
    this.territory = territory;
    this.partners = partners;
    this.register = register;
    this.events = events;
    this.writer = writer;
    this.labels = labels;
    desks = new Desk[count + 1];
    manager =
        partners.all().stream()
            .filter(partner -> partner.kind == PartnerKind.FILE_MANAGER)
            .findFirst()
            .orElseThrow();
  }

  void write(List<Life> lives, Demonstration.Progress progress) throws SQLException {
    for (Life life : lives) {
      if (life.id % STEP == 1) {
        progress.report("demands", life.id - 1, lives.size());
      }
      write(life);
    }
    writer.flush();
    labels.flush();
    progress.report("demands", lives.size(), lives.size());
  }

  private void write(Life life) throws SQLException {
    DemandForm form = households.form(life);
    HouseholdFacts facts = facts(life, form);
    Dice dice = new Dice(settings.seed(), "course", life.id);
    Desk desk = desk(life, form, dice);
    LocalDateTime entered = Events.during(entered(life, dice), dice);
    long agent = dice.pick(desk.agents());
    events.add(
        life, DemandEventKind.REGISTERED, entered, life.deposit, agent, desk.partner().id, null);
    int version =
        1 + life.renewals.size() + modified(life, form, entered.toLocalDate(), desk, dice);
    for (LocalDate renewal : life.renewals) {
      events.add(
          life,
          DemandEventKind.RENEWED,
          Events.during(renewal, dice),
          renewal,
          dice.pick(desk.agents()),
          desk.partner().id,
          null);
    }
    if (life.leftOn != null) {
      version++;
      cancelled(life, desk, dice);
    }
    register.enter(life, form, facts, DemandWriter.mask(form.getSought()));
    Labels.Said said = labels.write(life, form, facts);
    LocalDate until = HouseholdFacts.until(form, rules, counted(life));
    writer.write(
        life,
        form,
        facts,
        said.nextEnd() == null || until.isBefore(said.nextEnd()) ? until : said.nextEnd(),
        said,
        desk,
        entered,
        version);
    writer.complement(life, households.complement(life, form), entered, agent);
  }

  /** The nights have kept the figures of those in the file true; the others stay as they left. */
  private LocalDate counted(Life life) {
    return life.active() ? settings.today() : life.statedOn;
  }

  private HouseholdFacts facts(Life life, DemandForm form) {
    HouseholdFacts facts = HouseholdFacts.of(form, rules, counted(life));
    if (facts.annualIncome() == null || life.active()) {
      return facts;
    }
    int ceiling = ceilings.of(FundingScheme.PLS, facts.category());
    boolean tooHigh = life.fate == Fate.INADMISSIBLE && "IRRRES".equals(life.subReason());
    if (tooHigh) {
      form.getApplicant().setTaxIncomeN2(ceiling + 1_500);
      form.getApplicant().setTaxIncomeN1(null);
    } else if (facts.annualIncome() > ceiling) {
      for (PersonForm person : form.getCoApplicants()) {
        person.setTaxIncomeN2(person.getTaxIncomeN2() / 2);
        person.setTaxIncomeN1(null);
      }
      form.getApplicant().setTaxIncomeN2(ceiling / 2);
      form.getApplicant().setTaxIncomeN1(null);
    }
    return HouseholdFacts.of(form, rules, counted(life));
  }

  private Desk desk(Life life, DemandForm form, Dice dice) {
    Town wish = territory.town(form.getSought().getLocations().get(0).getMunicipalityCode());
    Desk desk = partners.deskFor(wish, dice);
    // Registered twice because the second desk did not know of the first.
    while (life.original != null && desk == desks[(int) life.original.id]) {
      desk = partners.deskFor(wish, dice);
    }
    desks[(int) life.id] = desk;
    return desk;
  }

  private LocalDate entered(Life life, Dice dice) {
    LocalDate day = life.deposit.plusDays(dice.chance(0.6) ? 0 : dice.between(1, 4));
    LocalDate last = life.leftOn == null ? settings.today().minusDays(1) : life.leftOn;
    return day.isAfter(last) ? life.deposit : day;
  }

  /** Something the applicant came to say between two renewals; the form holds what it became. */
  private int modified(Life life, DemandForm form, LocalDate entered, Desk desk, Dice dice)
      throws SQLException {
    LocalDate end = life.leftOn == null ? settings.today() : life.leftOn;
    LocalDate from = entered.plusDays(10);
    LocalDate to = end.minusDays(3);
    if (!from.isBefore(to) || !dice.chance(0.4)) {
      return 0;
    }
    LocalDate on = dice.day(from, to);
    PersonForm applicant = form.getApplicant();
    Integer rent = form.getCurrentHousing().getRent();
    String changes;
    if (rent != null && rent > 100 && dice.chance(0.4)) {
      changes = change("currentHousing.rent", String.valueOf(rent - dice.between(8, 40)), rent);
    } else if (applicant.getEmail() != null && dice.chance(0.3)) {
      changes = change("applicant.email", null, applicant.getEmail());
    } else {
      changes = change("applicant.phone", People.phone(dice), applicant.getPhone());
    }
    events.add(
        life,
        DemandEventKind.MODIFIED,
        Events.during(on, dice),
        on,
        dice.pick(desk.agents()),
        desk.partner().id,
        dice.chance(0.7) ? "APPLICANT" : "DOCUMENT",
        null,
        changes);
    return 1;
  }

  private static String change(String field, String from, Object to) {
    String before = from == null ? "" : "\"from\":\"" + from + "\",";
    return "[{\"field\":\"" + field + "\"," + before + "\"to\":\"" + to + "\"}]";
  }

  /** A lease has an event of its own, written with it. */
  private void cancelled(Life life, Desk desk, Dice dice) throws SQLException {
    if (life.fate == Fate.HOUSED) {
      return;
    }
    Partner by =
        switch (life.fate) {
          case NOT_RENEWED -> manager;
          case INADMISSIBLE -> partners.landlordIn(life.departement, dice);
          default -> desk.partner();
        };
    events.add(
        life,
        DemandEventKind.CANCELLED,
        Events.during(life.leftOn, dice),
        life.leftOn,
        by == desk.partner() ? dice.pick(desk.agents()) : by.agentIn(life.departement, dice),
        by.id,
        life.fate.reason());
  }
}
