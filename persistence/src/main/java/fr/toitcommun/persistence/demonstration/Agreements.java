package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Yearly commitments of landlords (ACD, ACI) and first-quartile thresholds of the
 * inter-municipalities: both invented, in the order of size of what is published.
 */
final class Agreements {
  private static final int YEARS = 3;

  private Agreements() {}

  static void write(
      Connection connection,
      Demonstration.Settings settings,
      Territory territory,
      Partners partners)
      throws SQLException {
    commitments(connection, settings, territory, partners);
    thresholds(connection, settings, territory);
  }

  private static void commitments(
      Connection connection,
      Demonstration.Settings settings,
      Territory territory,
      Partners partners)
      throws SQLException {
    CopyTable table =
        new CopyTable(
            connection,
            "collective_agreement",
            "kind,year,departement_code,epci_siren,landlord_id,target");
    double size = settings.activeDemands() / (double) Demonstration.FILE_OF_2006;
    LocalDate today = settings.today();
    for (Partner landlord : partners.all()) {
      if (landlord.kind != PartnerKind.LANDLORD) {
        continue;
      }
      Dice dice = new Dice(settings.seed(), "agreement", landlord.id);
      for (String departement : territory.departements()) {
        if (landlord.in(departement)) {
          for (int year = today.getYear() - YEARS + 1; year <= today.getYear(); year++) {
            int target = Math.max(2, (int) (size * dice.between(20, 90)));
            table
                .add("ACD")
                .add(year)
                .add(departement)
                .nothing()
                .add(landlord.id)
                .add(target)
                .end();
          }
          String epci = landlord.seat.epci();
          if (epci != null && departement.equals(landlord.seat.departement())) {
            int target = Math.max(1, (int) (size * dice.between(10, 40)));
            table.add("ACI").add(today.getYear()).nothing().add(epci).add(landlord.id).add(target);
            table.end();
          }
        }
      }
    }
    table.flush();
  }

  private static void thresholds(
      Connection connection, Demonstration.Settings settings, Territory territory)
      throws SQLException {
    CopyTable table =
        new CopyTable(
            connection, "first_quartile_threshold", "epci_siren,year,amount,source,assumed");
    for (String epci : territory.epcis()) {
      Dice dice = new Dice(settings.seed(), "quartile", Long.parseLong(epci));
      int amount = dice.between(8_600, 11_400);
      for (int year = settings.today().getYear() - 1; year <= settings.today().getYear(); year++) {
        table.add(epci).add(year).add(amount).add("Seuil inventé pour la démonstration").add(true);
        table.end();
        amount += dice.between(100, 260);
      }
    }
    table.flush();
  }
}
