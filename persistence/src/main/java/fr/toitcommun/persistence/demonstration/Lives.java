package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.FrenchCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plans every demand: where, since when, renewed when, ended how. Active demands have waited 721
 * days on average, half of them over a year; satisfied ones waited 520 (Ancols, 2023; USH, 2025).
 */
final class Lives {
  private static final double OVER_A_YEAR = 0.51;
  private static final double NOT_RENEWED = 0.93;

  /** Nights before the day of the file on which no job ran: so there is something to see. */
  static final int NIGHTS_MISSED = 4;

  private final long seed;
  private final LocalDate today;
  private final Volumes volumes;
  private final List<Life> lives = new ArrayList<>();

  private Lives(Demonstration.Settings settings, Volumes volumes) {
    this.seed = settings.seed();
    this.today = settings.today();
    this.volumes = volumes;
  }

  /** All demands, in the order of their deposit; ids and sequences are given. */
  static List<Life> plan(Demonstration.Settings settings, Volumes volumes) {
    Lives plan = new Lives(settings, volumes);
    volumes.active().keySet().forEach(plan::departement);
    plan.lives.sort(Comparator.comparing((Life life) -> life.deposit));
    plan.number();
    plan.plant();
    return Collections.unmodifiableList(plan.lives);
  }

  private void departement(String code) {
    int active = volumes.active().get(code);
    double transfers = Volumes.transferShare(code);
    for (int i = 0; i < active; i++) {
      boolean transfer = Math.floor((i + 1) * transfers) > Math.floor(i * transfers);
      active(code, transfer, new Dice(seed, "active" + code, i));
    }
    int housed = volumes.housed(code);
    for (int i = 0; i < housed; i++) {
      housed(code, new Dice(seed, "housed" + code, i));
    }
    int others = volumes.cancelledOtherwise(code);
    for (int i = 0; i < others; i++) {
      cancelled(code, i < others * NOT_RENEWED, new Dice(seed, "cancelled" + code, i));
    }
  }

  private void active(String code, boolean transfer, Dice dice) {
    double days =
        dice.chance(OVER_A_YEAR)
            ? 366 + dice.exponential(1000, 4600)
            : 1 + 363 * (1 - Math.sqrt(1 - 0.92 * dice.share()));
    LocalDate deposit = working(today.minusDays((long) days));
    add(
        new Life(code, Fate.ACTIVE, transfer, deposit, renewals(deposit, today, true, dice), null),
        dice);
  }

  private void housed(String code, Dice dice) {
    LocalDate signed = working(today.minusDays(dice.between(2, 365 * Volumes.YEARS)));
    LocalDate deposit = working(signed.minusDays(45 + (long) dice.exponential(470, 4000)));
    boolean transfer = dice.chance(0.27);
    List<LocalDate> renewals = renewals(deposit, signed.minusDays(40), false, dice);
    add(new Life(code, Fate.HOUSED, transfer, deposit, renewals, signed), dice);
  }

  private void cancelled(String code, boolean notRenewed, Dice dice) {
    boolean transfer = dice.chance(Volumes.transferShare(code));
    LocalDate left = today.minusDays(dice.between(2, 365 * Volumes.YEARS));
    if (notRenewed) {
      LocalDate start = working(left.minusMonths(13));
      List<LocalDate> starts = new ArrayList<>(List.of(start));
      while (dice.chance(0.42) && starts.size() < 12) {
        start = working(start.minusMonths(12).plusDays(lead(dice)));
        starts.add(0, start);
      }
      LocalDate last = starts.get(starts.size() - 1);
      List<LocalDate> renewals = List.copyOf(starts.subList(1, starts.size()));
      add(new Life(code, Fate.NOT_RENEWED, transfer, start, renewals, last.plusMonths(13)), dice);
      return;
    }
    Fate fate =
        dice.chance(0.65)
            ? Fate.RENOUNCED
            : dice.chance(0.75) ? Fate.UNREACHABLE : Fate.INADMISSIBLE;
    left = working(left);
    LocalDate deposit = working(left.minusDays(100 + (long) dice.exponential(400, 3000)));
    add(
        new Life(
            code,
            fate,
            transfer,
            deposit,
            renewals(deposit, left.minusDays(50), false, dice),
            left),
        dice);
  }

  /**
   * Renewals before a day, each in the two months before the end of validity or the month after.
   */
  private List<LocalDate> renewals(LocalDate deposit, LocalDate end, boolean still, Dice dice) {
    List<LocalDate> renewals = new ArrayList<>(2);
    LocalDate start = deposit;
    while (true) {
      LocalDate next = working(start.plusMonths(12).minusDays(lead(dice)));
      // The night's jobs have not run for some days: a few are past their thirteenth month.
      boolean expired =
          start.plusMonths(12).isBefore(end)
              && start.plusMonths(13).isAfter(end.minusDays(NIGHTS_MISSED));
      if (!next.isBefore(end) || still && expired && dice.chance(0.6)) {
        return renewals;
      }
      renewals.add(next);
      start = next;
    }
  }

  /** Days between a renewal and the end of validity; negative when late. */
  private static int lead(Dice dice) {
    return dice.chance(0.15) ? -dice.between(1, 24) : dice.between(1, 60);
  }

  /** The last working day not after this one. */
  private static LocalDate working(LocalDate day) {
    LocalDate found = day;
    while (!FrenchCalendar.isWorkingDay(found)) {
      found = found.minusDays(1);
    }
    return found;
  }

  private void add(Life life, Dice dice) {
    if (life.fate != Fate.NOT_RENEWED && dice.chance(0.008)) {
      life.dalo = life.fate == Fate.HOUSED ? "ACTREL" : "ACTIF";
    }
    if (dice.chance(0.03)) {
      life.agreement = dice.chance(0.75) ? "ACD" : "ACI";
    }
    lives.add(life);
  }

  private void number() {
    Map<String, Long> sequences = new TreeMap<>();
    long id = 0;
    for (Life life : lives) {
      life.id = ++id;
      life.sequence =
          sequences.merge(life.departement + YearMonth.from(life.deposit), 1L, Long::sum);
    }
  }

  private void plant() {
    List<Life> candidates = lives.stream().filter(Life::active).toList();
    int set = 0;
    int duplicates = volumes.duplicateSets();
    PlantedKind[] kinds = PlantedKind.values();
    for (int i = 0; i < duplicates; i++) {
      plant(candidates, kinds[i % (kinds.length - 2)], ++set);
    }
    for (int i = 0; i < volumes.lookalikeSets(); i++) {
      plant(candidates, PlantedKind.TWINS, ++set);
      plant(candidates, PlantedKind.HOMONYM, ++set);
    }
  }

  private void plant(List<Life> candidates, PlantedKind kind, int set) {
    Dice dice = new Dice(seed, "planted", set);
    Life one = dice.pick(candidates);
    while (one.planted != null) {
      one = dice.pick(candidates);
    }
    Life other = dice.pick(candidates);
    while (other == one
        || other.planted != null
        || other.transfer != one.transfer
        || !other.departement.equals(one.departement)) {
      other = dice.pick(candidates);
    }
    Life first = one.id < other.id ? one : other;
    Life second = first == one ? other : one;
    second.original = first;
    for (Life life : List.of(first, second)) {
      life.planted = kind;
      life.set = set;
      // One household for both: as it was at the earlier of the two statements.
      life.adultBy = first.deposit;
    }
    LocalDate stated =
        first.periodStart().isBefore(second.periodStart())
            ? first.periodStart()
            : second.periodStart();
    first.statedOn = stated;
    second.statedOn = stated;
  }
}
