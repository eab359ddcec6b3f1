package fr.toitcommun.ear;

import fr.toitcommun.ejb.allocation.Dwellings;
import fr.toitcommun.ejb.allocation.StockImporting;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.stock.StockImport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What tests of the stock and of reservations do to have a dwelling. */
final class StockActs {
  private static final String LANDLORD = "bailleur.nantes";

  private StockActs() {}

  /** A T2 of the stock that is not vacant. */
  static long dwelling() throws Exception {
    String reference = "RES-" + System.nanoTime();
    StockImport made =
        checked(
            "reference;commune;adresse;type;surface;loyer;charges;plafonds\n"
                + reference
                + ";44109;5 rue Kervégan;T2;45;300;50;PLUS\n");
    AsAgent.call(LANDLORD, () -> Acts.run(() -> imports().confirm(made.id())));
    return Acts.count("select id from dwelling where internal_reference = ?", reference);
  }

  /** A file of the stock, checked. */
  static StockImport checked(String file) throws Exception {
    long id =
        AsAgent.call(
            LANDLORD,
            () ->
                imports()
                    .check(
                        "parc.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    return AsAgent.call(LANDLORD, () -> imports().open(id));
  }

  /** That it is to be let soon. */
  static VacancyForm declaration() {
    VacancyForm form = new VacancyForm();
    form.setNoticeOn(LocalDate.now().minusDays(10));
    form.setAvailableFrom(LocalDate.now().plusDays(20));
    form.setReason("NOTICE");
    return form;
  }

  static Vacancies vacancies() {
    return Acts.of(Vacancies.class);
  }

  static Dwellings dwellings() {
    return Acts.of(Dwellings.class);
  }

  static StockImporting imports() {
    return Acts.of(StockImporting.class);
  }
}
