package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.FundingScheme;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Income ceilings in force, euros a year, from the reference data. */
final class Ceilings {
  private static final int FURTHER_PERSON = 7;

  private final int[][] amounts = new int[FundingScheme.values().length][FURTHER_PERSON + 1];

  Ceilings(Connection connection, LocalDate today) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select scheme, category, amount from income_ceiling"
                + " where zone = 'AUTRES_REGIONS' and valid_from <= ?"
                + " order by valid_from")) {
      statement.setObject(1, today);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          amounts[FundingScheme.valueOf(row.getString(1)).ordinal()][row.getInt(2)] = row.getInt(3);
        }
      }
    }
  }

  /** Share of the PLAI ceiling that this income reaches, in percent rounded up. */
  int percentOfPlai(int category, int income) {
    return (int) -Math.floorDiv(-income * 100L, (long) of(FundingScheme.PLAI, category));
  }

  int of(FundingScheme scheme, int category) {
    int[] scale = amounts[scheme.ordinal()];
    return category < FURTHER_PERSON
        ? scale[category]
        : scale[6] + (category - 6) * scale[FURTHER_PERSON];
  }
}
