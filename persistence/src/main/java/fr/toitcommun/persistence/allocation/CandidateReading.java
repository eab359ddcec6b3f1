package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Makes candidates of the rows of a search. */
final class CandidateReading {
  private final CandidateFinder.Yardstick yardstick;
  private final boolean secretsTold;

  CandidateReading(CandidateFinder.Yardstick yardstick, boolean secretsTold) {
    this.yardstick = yardstick;
    this.secretsTold = secretsTold;
  }

  CandidateRow row(ResultSet row, long rank) throws SQLException {
    IncomeCeilings ceilings = yardstick.ceilings();
    int category = row.getInt("household_category");
    Integer income = row.getObject("annual_income", Integer.class);
    Integer perUnit = row.getObject("resources_per_unit", Integer.class);
    int mask = row.getInt("type_mask");
    int traits = row.getInt("traits");
    return new CandidateRow(
        rank,
        row.getLong("demand_id"),
        row.getString("unique_number"),
        row.getString("applicant"),
        row.getString("city"),
        row.getObject("initial_deposit_date", LocalDate.class),
        row.getInt("location_rank"),
        row.getString("wished"),
        row.getBoolean("other_place"),
        Arrays.stream(DwellingType.values()).filter(type -> (mask & type.bit()) != 0).toList(),
        row.getInt("household_size"),
        category,
        HouseholdKind.valueOf(row.getString("household_kind")),
        row.getInt("dependants"),
        income,
        ceilings.of(category),
        income == null ? null : ceilings.percentOf(category, income),
        perUnit,
        perUnit == null ? null : perUnit <= yardstick.filter().firstQuartile(),
        row.getString("current_tenure"),
        row.getString("main_motive"),
        CandidateTrait.TRANSFER.in(traits),
        CandidateTrait.ADAPTED.in(traits),
        CandidateTrait.ABNORMAL_DELAY.in(traits),
        row.getString("dalo_status"),
        row.getString("collective_agreement"),
        CandidateRow.grounds(row.getInt("grounds"), secretsTold),
        row.getObject("works_km", Integer.class),
        row.getObject("maximum_rent", Integer.class),
        row.getObject("score", Integer.class),
        row.getObject("score_if_proven", Integer.class),
        lines(row),
        row.getInt("open_elsewhere"),
        row.getObject("open_since", LocalDate.class),
        row.getInt("refusals"),
        row.getObject("last_refusal", LocalDate.class),
        row.getString("here"));
  }

  private List<ScoreLine> lines(ResultSet row) throws SQLException {
    // A grid put in force today has scored nobody before its job came by.
    return ScoreLine.told(
        yardstick.ranking().criteria(),
        array(row, "points"),
        array(row, "points_if_proven"),
        secretsTold);
  }

  private static int[] array(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null
        ? new int[0]
        : Arrays.stream((Object[]) array.getArray())
            .mapToInt(number -> ((Number) number).intValue())
            .toArray();
  }
}
