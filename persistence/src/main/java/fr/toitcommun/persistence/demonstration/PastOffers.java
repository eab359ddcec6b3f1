package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.demonstration.Offer.Candidacy;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The dwellings let in the years kept: who else was examined, who refused, who signed. */
final class PastOffers {
  private static final Weighted<String> REFUSALS =
      Weighted.codes(
          "LOCATION 24 TOO_SMALL 10 TOO_BIG 4 FLOOR_NO_LIFT 9 RENT_TOO_HIGH 12 NO_PARKING 6"
              + " BUILDING_STATE 9 EXPOSURE_HEATING 4 WANTS_HOUSE 4 SCHOOL_WORK_DISTANCE 6 HEALTH 4"
              + " HOUSED_ELSEWHERE 4 PERSONAL_CHANGE 4");
  static final Weighted<String> NON_ALLOCATIONS =
      Weighted.codes("LOWER_RANK 72 RENT_TOO_HIGH 12 INCOMPLETE_FILE 10 UNPAID_RENT 6");

  /** One refusing household in so many refuses again: 1.3 refusals each (2010). */
  private static final double AGAIN = 0.30;

  private final long seed;
  private final Partners partners;
  private final Register register;
  private final Ceilings ceilings;
  private final List<Offer> offers = new ArrayList<>();
  private final List<Deque<Life>> refusers = new ArrayList<>();

  PastOffers(
      long seed, Territory territory, Partners partners, Register register, Ceilings ceilings) {
    this.seed = seed;
    this.partners = partners;
    this.register = register;
    this.ceilings = ceilings;
    for (int i = 0; i < territory.size(); i++) {
      refusers.add(new ArrayDeque<>());
    }
  }

  /** Gives every satisfied demand its dwelling. */
  void dwellings(List<Life> lives, Stock stock) {
    lives.stream()
        .filter(life -> life.fate == Fate.HOUSED)
        .sorted(Comparator.comparing((Life life) -> life.leftOn).thenComparing(life -> life.id))
        .forEach(life -> offers.add(offer(life, stock)));
  }

  private Offer offer(Life life, Stock stock) {
    Dice dice = new Dice(seed, "letting", life.id);
    Town town = register.wish(life, dice.chance(0.66) ? 0 : dice.between(0, 5));
    Partner landlord = partners.landlordIn(life.departement, dice);
    String own = register.landlord(life);
    if (own != null && dice.chance(0.5)) {
      Partner present = partners.named(own);
      landlord = present.in(life.departement) ? present : landlord;
    }
    LocalDate held = Calendar.sessionBefore(landlord, life.leftOn.minusDays(12));
    LocalDate declared = held.minusDays(dice.between(23, 50));
    Flat flat =
        stock.add(
            new Flat(
                landlord,
                town,
                type(life, dice),
                scheme(life, dice),
                Stock.QUOTAS.pick(dice),
                register.soughtCategory(life),
                declared,
                life.leftOn.minusDays(dice.between(1, 12)),
                true));
    Offer offer = new Offer(flat);
    offer.held = held;
    offer.tenant = life;
    offer.signed = life.leftOn;
    return offer;
  }

  private DwellingType type(Life life, Dice dice) {
    List<DwellingType> suiting = new ArrayList<>();
    List<DwellingType> wished = new ArrayList<>();
    for (DwellingType type : DwellingType.values()) {
      if ((register.mask(life) & type.bit()) != 0) {
        wished.add(type);
        if (Register.suits(register.size(life), type)) {
          suiting.add(type);
        }
      }
    }
    return dice.pick(suiting.isEmpty() ? wished : suiting);
  }

  private FundingScheme scheme(Life life, Dice dice) {
    int income = register.income(life);
    int category = register.category(life);
    if (income > ceilings.of(FundingScheme.PLUS, category)) {
      return FundingScheme.PLS;
    }
    if (income <= ceilings.of(FundingScheme.PLAI, category) && dice.chance(0.22)) {
      return FundingScheme.PLAI;
    }
    return dice.chance(0.04) ? FundingScheme.PLS : FundingScheme.PLUS;
  }

  /** Finds the other candidates and what became of each; dwellings must be settled. */
  List<Offer> candidates(List<Life> lives) {
    inadmissible(lives);
    for (Offer offer : offers) {
      Dice dice = new Dice(seed, "candidates", offer.flat.id);
      refusers(offer, dice);
      examined(offer, dice);
      offer.except();
    }
    return offers;
  }

  /** A demand rejected as inadmissible was so by a commission, in the month before its letter. */
  private void inadmissible(List<Life> lives) {
    for (Life life : lives) {
      if (life.fate == Fate.INADMISSIBLE) {
        LocalDate notice = life.notice();
        offers.stream()
            .filter(o -> o.flat.town.departement().equals(life.departement))
            .filter(o -> !o.held.isAfter(notice) && o.held.isAfter(notice.minusDays(30)))
            .filter(o -> o.held.minusDays(12).isAfter(life.deposit))
            .max(
                Comparator.comparing((Offer o) -> register.wishes(life, o.flat.town))
                    .thenComparing(o -> o.held))
            .ifPresent(
                o ->
                    o.propose(life, Calendar.workingDay(o.held.minusDays(8)))
                            .decided(Decision.INADMISSIBILITY, null, o.held)
                            .motive =
                        life.subReason());
      }
    }
  }

  private void refusers(Offer offer, Dice dice) {
    double share = dice.share();
    int count = share < 0.42 ? 0 : share < 0.74 ? 1 : share < 0.93 ? 2 : 3;
    for (int i = 0; i < count; i++) {
      LocalDate made = Calendar.workingDay(offer.held.minusDays(dice.between(14, 17)));
      Life life = refuser(offer, made, offer.held, dice);
      if (life != null) {
        Candidacy candidacy = offer.propose(life, made);
        if (dice.chance(0.2)) {
          candidacy.status = ProposalStatus.LAPSED;
          candidacy.closed = made.plusDays(13);
        } else {
          refuse(candidacy, made.plusDays(dice.between(1, 8)), dice);
        }
      }
    }
  }

  private static void refuse(Candidacy candidacy, LocalDate on, Dice dice) {
    candidacy.status = ProposalStatus.REFUSED;
    candidacy.refusalMotive = REFUSALS.pick(dice);
    candidacy.closed = on;
  }

  /** Somebody who refused before and will again, or somebody who never did. */
  private Life refuser(Offer offer, LocalDate from, LocalDate to, Dice dice) {
    Deque<Life> before = refusers.get(offer.flat.town.index());
    Life life = null;
    for (int i = before.size(); i > 0 && life == null; i--) {
      Life known = before.poll();
      boolean usable =
          Register.alive(known, from, to)
              && !offer.lives().contains(known)
              && register.fits((int) known.id, offer.flat, ceilings);
      if (usable) {
        life = known;
      } else {
        before.add(known);
      }
    }
    for (int i = 0; i < 6 && life == null; i++) {
      Life fresh = register.candidate(offer.flat, from, to, but(offer), ceilings, dice);
      life = fresh == null || register.refusals(fresh) > 0 ? null : fresh;
    }
    if (life != null) {
      register.refused(life);
      if (dice.chance(AGAIN)) {
        before.add(life);
      }
    }
    return life;
  }

  private static List<Life> but(Offer offer) {
    List<Life> lives = offer.lives();
    lives.add(offer.tenant);
    return lives;
  }

  private void examined(Offer offer, Dice dice) {
    LocalDate held = offer.held;
    LocalDate made = Calendar.workingDay(held.minusDays(dice.between(8, 13)));
    double way = dice.share();
    boolean ranked = way < 0.68;
    boolean firstRefuses = way < 0.13;
    int others = dice.chance(0.3) ? 3 : 2;
    int rank = 1;
    for (int i = 0; i < others; i++) {
      boolean refusing = firstRefuses && i == 0;
      Life life =
          refusing
              ? refuser(offer, made, offer.signed, dice)
              : register.candidate(offer.flat, made, offer.signed, but(offer), ceilings, dice);
      if (life == null) {
        continue;
      }
      Candidacy candidacy = offer.propose(life, made);
      if (refusing) {
        candidacy.decided(Decision.RANKED_ALLOCATION, rank++, held);
        refuse(candidacy, held.plusDays(dice.between(1, 7)), dice);
      } else if (ranked && i == 1) {
        // Placed after the tenant, whose rank is given below.
        candidacy.decided(Decision.RANKED_ALLOCATION, rank + 1, held);
        candidacy.status = ProposalStatus.RELEASED;
        candidacy.closed = offer.signed;
      } else {
        candidacy.decided(Decision.NON_ALLOCATION, null, held);
        candidacy.motive = NON_ALLOCATIONS.pick(dice);
      }
    }
    Candidacy tenant = offer.propose(offer.tenant, made);
    if (ranked) {
      tenant.decided(Decision.RANKED_ALLOCATION, rank, held);
    } else if (way > 0.95) {
      tenant.decided(Decision.CONDITIONAL_ALLOCATION, null, held);
      tenant.conditionDeadline = held.plusDays(15);
      tenant.conditionMet = held.plusDays(dice.between(2, 9));
    } else {
      tenant.decided(Decision.ALLOCATION, null, held);
    }
    tenant.status = ProposalStatus.HOUSED;
    tenant.accepted = held.plusDays(dice.between(firstRefuses ? 8 : 2, 10));
    tenant.closed = offer.signed;
  }
}
