package fr.toitcommun.persistence.commission;

import java.util.List;

/**
 * What a commission did in a year, for the landlord's board and the State (R.441-9 IV): counted
 * over the sessions closed that were held in the year. Screen, file and interface read it from
 * here.
 *
 * @param commissionId the commission; null: all of the landlord's
 * @param sessions sessions held and closed
 * @param remote sessions at which members voted from afar
 * @param dwellings dwellings examined, each time
 * @param candidates demands examined, each time
 * @param belowMinimum dwellings for which fewer demands were decided than R.441-3 asks, by an
 *     exception
 * @param allocatedFirst dwellings allocated to someone
 * @param depositDays mean days from deposit to the allocation in first rank; null: none
 * @param vacancyDays mean days from the declaration of the vacancy to the session; null: none
 */
public record CommissionReport(
    Long commissionId,
    String commission,
    String landlord,
    int year,
    int sessions,
    int remote,
    int dwellings,
    int candidates,
    int belowMinimum,
    int allocatedFirst,
    Integer depositDays,
    Integer vacancyDays,
    List<Attendance> attendance,
    List<Count> decisions,
    List<Count> motives,
    List<Count> exceptions,
    List<Share> shares) {

  /**
   * How often those of a capacity took part.
   *
   * @param convened times someone of it was convened
   * @param tookPart times they took part: there, represented or from afar
   */
  public record Attendance(String capacity, int convened, int tookPart) {
    /** Whole percent. */
    public Integer percent() {
      return CommissionReport.percent(tookPart, convened);
    }
  }

  /** How many of a code: a decision, a motive, an exception. */
  public record Count(String code, int number) {}

  /**
   * A share of the dwellings allocated, by who stands first.
   *
   * @param code DALO, PRIORITY (a ground of L.441-1 certified), QUARTILE (first quartile, outside
   *     priority districts), TRANSFER
   * @param number those of it
   * @param of those among whom it is counted
   */
  public record Share(String code, int number, int of) {
    /** Whole percent; null of none. */
    public Integer percent() {
      return CommissionReport.percent(number, of);
    }
  }

  /** Mean demands per dwelling, in tenths; null without dwelling. */
  public Double candidatesPerDwelling() {
    return dwellings == 0 ? null : Double.valueOf(Math.round(candidates * 10.0 / dwellings) / 10.0);
  }

  private static Integer percent(int part, int whole) {
    return whole == 0 ? null : Integer.valueOf((int) Math.round(part * 100.0 / whole));
  }
}
