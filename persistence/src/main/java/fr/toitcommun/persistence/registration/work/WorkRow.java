package fr.toitcommun.persistence.registration.work;

import fr.toitcommun.persistence.job.DueCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A demand that waits in a list.
 *
 * @param applicant name of the applicant, or of the body that asks
 * @param municipality the first one wished
 * @param noticeOn day on which the notice of renewal left; null: not yet
 * @param place its place in the list, where the next one is looked for
 */
public record WorkRow(
    String uniqueNumber,
    String applicant,
    String municipality,
    LocalDate initialDepositDate,
    LocalDate validUntil,
    LocalDate noticeOn,
    DueCursor place) {
  /** What is read of a demand {@code d} that waits, of its applicant and of its first wish. */
  public static final String COLUMNS =
      """
      d.id, d.unique_number, d.departement_code, d.initial_deposit_date, d.valid_until,
      coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant, m.name as municipality\
      """;

  /** Where that is read from, for each {@code page.id}. */
  public static final String ROWS =
      """
      from page join demand d on d.id = page.id
      join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
      left join wished_location l on l.demand_id = d.id and l.rank = 1
      left join municipality m on m.code = l.municipality_code
      """;

  /**
   * A row as it was read.
   *
   * @param sortedBy the day that the list goes by
   */
  public static WorkRow read(ResultSet row, LocalDate noticeOn, LocalDate sortedBy)
      throws SQLException {
    return new WorkRow(
        row.getString("unique_number"),
        row.getString("applicant"),
        row.getString("municipality"),
        row.getObject("initial_deposit_date", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        noticeOn,
        new DueCursor(row.getString("departement_code"), sortedBy, row.getLong("id")));
  }
}
