package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.demonstration.Offer.Candidacy;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The dwellings to let today, with what is under way: proposals, agendas, decisions not yet signed.
 */
final class OpenOffers {
  /** How far a dwelling has come. */
  private enum Stage {
    NOTHING,
    PROPOSED,
    ON_AGENDA,
    DECIDED
  }

  private static final Weighted<String> TYPES = Weighted.codes("T1 9 T2 30 T3 36 T4 20 T5 5");
  private static final Weighted<String> SCHEMES = Weighted.codes("PLUS 76 PLAI 18 PLS 6");

  /** Where the forty dwellings of bailleur.nantes are: Nantes, Saint-Herblain, Rezé and around. */
  private static final String[][] OWN = {
    {"44109", "18"},
    {"44162", "8"},
    {"44143", "6"},
    {"44114", "3"},
    {"44215", "2"},
    {"44047", "2"},
    {"44026", "1"}
  };

  private static final int OWN_ON_AGENDA = 4;
  // A session to hold at once: nothing is decided before a session's day.
  private static final int OWN_TODAY = 2;
  private static final int OWN_DECIDED = 3;
  private static final int OWN_PROPOSED = 19;

  private final long seed;
  private final LocalDate today;
  private final Territory territory;
  private final Partners partners;
  private final Register register;
  private final Ceilings ceilings;
  private final List<Offer> offers = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();

  OpenOffers(
      Demonstration.Settings settings,
      Territory territory,
      Partners partners,
      Register register,
      Ceilings ceilings) {
    this.seed = settings.seed();
    this.today = settings.today();
    this.territory = territory;
    this.partners = partners;
    this.register = register;
    this.ceilings = ceilings;
  }

  void dwellings(Volumes volumes, Stock stock) {
    int own = own(stock);
    for (String departement : territory.departements()) {
      int count = volumes.openVacancies(departement) - ("44".equals(departement) ? own : 0);
      for (int i = 0; i < Math.max(8, count); i++) {
        Dice dice = new Dice(seed, "open" + departement, i);
        Partner landlord = partners.landlordIn(departement, dice);
        while (Partners.FIRST_LANDLORD.equals(landlord.name)) {
          landlord = partners.landlordIn(departement, dice);
        }
        double share = dice.share();
        Stage stage =
            share < 0.35
                ? Stage.NOTHING
                : share < 0.77 ? Stage.PROPOSED : share < 0.92 ? Stage.ON_AGENDA : Stage.DECIDED;
        add(stock, landlord, territory.anywhere(departement, dice), TYPES.pick(dice), stage, dice);
      }
    }
  }

  private int own(Stock stock) {
    Partner landlord = partners.named(Partners.FIRST_LANDLORD);
    int number = 0;
    for (String[] row : OWN) {
      for (int i = 0; i < Integer.parseInt(row[1]); i++) {
        Dice dice = new Dice(seed, "own", number);
        Stage stage = Stage.NOTHING;
        if (number < OWN_ON_AGENDA) {
          stage = Stage.ON_AGENDA;
        } else if (number < OWN_ON_AGENDA + OWN_DECIDED) {
          stage = Stage.DECIDED;
        } else if (number % 2 == 0 || number >= 40 - OWN_PROPOSED / 2) {
          stage = Stage.PROPOSED;
        }
        // The first ones have many applicants, so that the agenda is full whatever the seed.
        String type =
            number < OWN_ON_AGENDA + OWN_DECIDED ? "T" + (2 + number % 2) : TYPES.pick(dice);
        add(stock, landlord, territory.town(row[0]), type, stage, dice);
        number++;
      }
    }
    return number;
  }

  private void add(Stock stock, Partner landlord, Town town, String type, Stage stage, Dice dice) {
    LocalDate declared = Calendar.workingDay(today.minusDays(dice.between(1, 25)));
    if (stage != Stage.NOTHING) {
      declared = Calendar.workingDay(today.minusDays(dice.between(26, 70)));
    }
    Flat flat =
        new Flat(
            landlord,
            town,
            DwellingType.valueOf(type),
            FundingScheme.valueOf(SCHEMES.pick(dice)),
            Stock.QUOTAS.pick(dice),
            'I',
            declared,
            declared.plusDays(dice.between(0, 90)),
            false);
    flat.untouched = stage == Stage.NOTHING;
    offers.add(new Offer(stock.add(flat)));
    stages.add(stage);
  }

  /** Brings each dwelling to its stage; dwellings must be settled. */
  List<Offer> candidates() {
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      Dice dice = new Dice(seed, "underway", offer.flat.id);
      switch (stages.get(i)) {
        case PROPOSED -> proposed(offer, dice);
        case ON_AGENDA ->
            onAgenda(
                offer,
                i < OWN_TODAY ? today : Calendar.sessionAfter(offer.flat.landlord, today),
                dice);
        case DECIDED -> decided(offer, dice);
        case NOTHING -> {
          // Waits for candidates.
        }
      }
      offer.except();
    }
    return offers;
  }

  private void proposed(Offer offer, Dice dice) {
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      // Now and then the time to answer has run out.
      int ago = dice.chance(0.07) ? dice.between(14, 16) : dice.between(1, 9);
      Candidacy candidacy = find(offer, Calendar.workingDay(today.minusDays(ago)), dice);
      if (candidacy != null && ago < 14 && dice.chance(0.4)) {
        accepted(candidacy, candidacy.made, dice);
      }
    }
  }

  private void onAgenda(Offer offer, LocalDate held, Dice dice) {
    LocalDate made = Calendar.workingDay(today.minusDays(dice.between(3, 10)));
    int count = dice.chance(0.3) ? 4 : 3;
    for (int i = 0; i < count; i++) {
      Candidacy candidacy = find(offer, made, dice);
      if (candidacy != null) {
        candidacy.status = ProposalStatus.ON_AGENDA;
        if (dice.chance(0.6)) {
          accepted(candidacy, made, dice);
        }
      }
    }
    if (!offer.candidacies.isEmpty()) {
      offer.held = held;
    }
  }

  private void decided(Offer offer, Dice dice) {
    LocalDate held = Calendar.sessionBefore(offer.flat.landlord, today.minusDays(1));
    LocalDate made = Calendar.workingDay(held.minusDays(dice.between(8, 12)));
    for (int i = 0; i < 3; i++) {
      find(offer, made, dice);
    }
    if (offer.candidacies.isEmpty()) {
      return;
    }
    offer.held = held;
    boolean ranked = dice.chance(0.6);
    boolean conditional = !ranked && dice.chance(0.4);
    for (int i = 0; i < offer.candidacies.size(); i++) {
      Candidacy candidacy = offer.candidacies.get(i);
      if (ranked && i < 2) {
        candidacy.decided(Decision.RANKED_ALLOCATION, i + 1, held);
      } else if (i > 0) {
        candidacy.decided(Decision.NON_ALLOCATION, null, held);
        candidacy.motive = PastOffers.NON_ALLOCATIONS.pick(dice);
      } else if (conditional) {
        candidacy.decided(Decision.CONDITIONAL_ALLOCATION, null, held);
        candidacy.conditionDeadline = held.plusDays(20);
      } else {
        candidacy.decided(Decision.ALLOCATION, null, held);
      }
      if (i == 0 && dice.chance(0.5)) {
        accepted(candidacy, held, dice);
      }
    }
  }

  private Candidacy find(Offer offer, LocalDate made, Dice dice) {
    Life life = register.candidate(offer.flat, made, today, offer.lives(), ceilings, dice);
    return life == null ? null : offer.propose(life, made);
  }

  private void accepted(Candidacy candidacy, LocalDate from, Dice dice) {
    LocalDate on = from.plusDays(dice.between(0, 5));
    candidacy.accepted = on.isBefore(today) ? on : today.minusDays(1);
    if (candidacy.accepted.isBefore(from)) {
      candidacy.accepted = null;
    }
  }
}
