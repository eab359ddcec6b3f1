package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.FundingScheme;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What else the register says of a dwelling, and when and why it became vacant, on dice of their
 * own so that what was drawn before stays as it was. All of it is a guess.
 */
final class Particulars {
  private static final Weighted<String> REASONS =
      Weighted.codes("NOTICE 71 TRANSFER 14 DEATH 7 EVICTION 4 NEW 4");
  private static final Weighted<String> EXCLUSIONS =
      Weighted.codes("ANRU 55 TRANSFER 25 DEGRADED 8 SALE 12");

  private final Flat flat;
  private final int year;
  private final LocalDate today;
  private final Dice dice;
  private final int accessories;
  private final int contribution;

  Particulars(Flat flat, int year, LocalDate today, Dice dice) {
    this.flat = flat;
    this.year = year;
    this.today = today;
    this.dice = dice;
    accessories = dice.chance(0.28) ? dice.between(18, 46) : 0;
    contribution = year < 1990 && dice.chance(0.15) ? dice.between(5, 16) : 0;
  }

  /** Euros a month that are no main rent, taken out of it so that the whole stays what it was. */
  int besides() {
    return accessories + contribution;
  }

  void write(CopyTable dwellings) throws SQLException {
    boolean house = flat.category == 'M';
    dwellings.add(house || dice.chance(0.4) ? null : "Esc. " + dice.between(1, 6));
    dwellings.add(house ? null : String.valueOf(dice.between(1, 64)));
    dwellings.add(flat.type.rooms()).add(year + (dice.chance(0.2) ? 1 : 0)).add(financing());
    int agreed = Math.max(1978, year);
    dwellings.add("%s.%d.%04d".formatted(flat.town.departement(), agreed, dice.between(1, 2400)));
    dwellings.add(LocalDate.of(agreed, dice.between(1, 12), dice.between(1, 28)));
    dwellings.add(flat.let ? "1" : "2").add(accessories).add(contribution);
    dwellings.add(today.minusDays(dice.between(30, 3_000))).end();
  }

  private String financing() {
    if (flat.scheme != FundingScheme.PLUS) {
      return flat.scheme.name();
    }
    return year < 1965 ? "PLR" : year < 1978 ? "HLMO" : year < 2000 ? "PLA" : "PLUS";
  }

  /** The dates of a vacancy and at whose disposal it was put. */
  static void vacancy(CopyTable vacancies, Flat flat, Dice dice) throws SQLException {
    String reason = REASONS.pick(dice);
    boolean notice = "NOTICE".equals(reason) || "TRANSFER".equals(reason);
    LocalDate noticed = flat.declaredOn.minusDays(dice.between(0, 9));
    vacancies.add(notice && !noticed.isAfter(flat.availableFrom) ? noticed : null).add(reason);
    vacancies.add(
        dice.chance(0.18) && flat.availableFrom.isAfter(flat.declaredOn)
            ? flat.availableFrom.minusDays(1)
            : null);
    vacancies.add(Reservations.excluded(flat) ? EXCLUSIONS.pick(dice) : null);
    Reservations.Offered offered = flat.offered;
    if (offered == null) {
      for (int i = 0; i < 6; i++) {
        vacancies.nothing();
      }
      vacancies.add(DesignationState.NONE.name()).end();
      return;
    }
    vacancies.add(offered.agreement()).add(flat.declaredOn).add(offered.quota());
    vacancies.add(offered.share().toPlainString()).add(offered.agreed().toPlainString());
    vacancies.add(offered.deadline()).add(offered.designation().name()).end();
  }
}
