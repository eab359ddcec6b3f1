package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.notInScope;
import static fr.toitcommun.ear.StockActs.checked;
import static fr.toitcommun.ear.StockActs.declaration;
import static fr.toitcommun.ear.StockActs.dwelling;
import static fr.toitcommun.ear.StockActs.dwellings;
import static fr.toitcommun.ear.StockActs.imports;
import static fr.toitcommun.ear.StockActs.vacancies;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.VacancyStatus;
import fr.toitcommun.persistence.allocation.stock.DwellingDetail;
import fr.toitcommun.persistence.allocation.stock.DwellingSearch;
import fr.toitcommun.persistence.allocation.stock.StockImport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stock of a landlord: imported, modified, declared vacant and withdrawn, act by act. */
@ExtendWith(ArquillianExtension.class)
class StockIT {
  private static final String LANDLORD = "bailleur.nantes";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(StockIT.class, Acts.class, StockActs.class);
  }

  @Test
  void aKnownDwellingIsDeclaredVacantOnceAndWithdrawn() throws Exception {
    long dwelling = dwelling();
    long vacancy = AsAgent.call(LANDLORD, () -> vacancies().declareKnown(dwelling, declaration()));
    assertThat(codes(LANDLORD, () -> vacancies().declareKnown(dwelling, declaration())))
        .containsExactly("VACANT_ALREADY");
    notInScope("bailleur.saint-nazaire", () -> vacancies().declareKnown(dwelling, declaration()));
    notInScope("bailleur.saint-nazaire", () -> dwellings().open(dwelling));
    int version = AsAgent.call(LANDLORD, () -> vacancies().open(vacancy)).version();
    AsAgent.call(
        LANDLORD, () -> Acts.run(() -> vacancies().withdraw(vacancy, version, "NOTICE_CANCELLED")));
    DwellingDetail detail = AsAgent.call(LANDLORD, () -> dwellings().open(dwelling));
    assertThat(detail.vacancies()).hasSize(1);
    assertThat(detail.vacancies().get(0).status()).isEqualTo(VacancyStatus.WITHDRAWN);
    VacancyForm late = declaration();
    late.setNoticeOn(late.getAvailableFrom().plusDays(1));
    assertThat(codes(LANDLORD, () -> vacancies().declareKnown(dwelling, late)))
        .contains("NOTICE_AFTER_AVAILABILITY");
  }

  @Test
  void theStockIsImportedAllOrNothingAndModified() throws Exception {
    String reference = "IMP-" + System.nanoTime();
    String headers = "reference;commune;adresse;type;surface;loyer;charges;plafonds\n";
    String sound = reference + ";44109;3 quai Turenne;T3;61;402;80;PLUS\n";
    StockImport faulty = checked(headers + sound + reference + "b;44109;;T3;61;402;80;PLUS\n");
    assertThat(faulty.faulty()).isEqualTo(1);
    assertThat(codes(LANDLORD, () -> Acts.run(() -> imports().confirm(faulty.id()))))
        .containsExactly("IMPORT_NOT_APPLICABLE");
    notInScope("bailleur.saint-nazaire", () -> imports().open(faulty.id()));
    StockImport good = checked(headers + sound);
    AsAgent.call(LANDLORD, () -> Acts.run(() -> imports().confirm(good.id())));
    var found =
        AsAgent.call(
            LANDLORD,
            () ->
                dwellings()
                    .list(
                        new DwellingSearch(reference.toLowerCase(), null, null, null, null, null),
                        0,
                        10));
    assertThat(found.total()).isEqualTo(1);
    DwellingDetail detail =
        AsAgent.call(LANDLORD, () -> dwellings().open(found.rows().get(0).id()));
    DwellingForm form = detail.form();
    form.setEnergyContribution(12);
    AsAgent.call(
        LANDLORD, () -> Acts.run(() -> dwellings().modify(detail.id(), detail.version(), form)));
    assertThat(
            codes(
                LANDLORD,
                () -> Acts.run(() -> dwellings().modify(detail.id(), detail.version(), form))))
        .containsExactly("DWELLING_CHANGED_MEANWHILE");
    assertThat(
            AsAgent.call(LANDLORD, () -> dwellings().open(detail.id()))
                .form()
                .getEnergyContribution())
        .isEqualTo(12);
  }
}
