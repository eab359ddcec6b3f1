package fr.toitcommun.ear;

import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.TODAY;
import static fr.toitcommun.ear.HouseholdActs.aged;
import static fr.toitcommun.ear.HouseholdActs.child;
import static fr.toitcommun.ear.HouseholdActs.complement;
import static fr.toitcommun.ear.HouseholdActs.family;
import static fr.toitcommun.ear.HouseholdActs.faults;
import static fr.toitcommun.ear.HouseholdActs.files;
import static fr.toitcommun.ear.HouseholdActs.moved;
import static fr.toitcommun.ear.HouseholdActs.open;
import static fr.toitcommun.ear.HouseholdActs.past;
import static fr.toitcommun.ear.HouseholdActs.registrations;
import static fr.toitcommun.ear.Paperwork.deposit;
import static fr.toitcommun.ear.Paperwork.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.SubjectRequests;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.PastComplement;
import fr.toitcommun.persistence.registration.PastDemand;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.SubjectFile;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import jakarta.ejb.EJBAccessException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a demand stood on a day that has passed, and what the person may ask of it (GDPR). */
@ExtendWith(ArquillianExtension.class)
class DemandPastIT {

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        DemandPastIT.class, HouseholdActs.class, Acts.class, Papers.class, Paperwork.class);
  }

  @Test
  void documentsAndComplementAreReadAsTheyWereOnADay() throws Exception {
    String number = family("Lozac-h");
    aged(number, 30);
    long old = deposit(DESK, number, of("OTHER", null), Papers.pdf("ancien"));
    Paperwork.judge(old, number, DocumentStatus.TO_CHECK, null);
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update supporting_document set deposited_at = deposited_at - interval '10 day'"
                        + " where id = ?",
                    old));
    deposit(DESK, number, of("HEALTH", null), Papers.pdf("certificat"));
    complement(number, open(number).form().getCoApplicants().get(0).getId());
    PastDemand then = past(number, TODAY.minusDays(5));
    assertThat(then.documents())
        .extracting(Dossier.Document::kind, Dossier.Document::status)
        .containsExactly(tuple("OTHER", DocumentStatus.TO_CHECK));
    assertThat(then.complement().state()).isEqualTo(PastComplement.State.NONE);
    PastDemand now = past(number, TODAY);
    // What it is remains behind its right, in the past as now.
    assertThat(now.documents())
        .extracting(Dossier.Document::kind, Dossier.Document::status)
        .containsExactlyInAnyOrder(
            tuple("OTHER", DocumentStatus.CHECKED), tuple(null, DocumentStatus.TO_CHECK));
    assertThat(now.complement().state()).isEqualTo(PastComplement.State.SAME_AS_NOW);
    assertThat(now.complement().persons()).isNull();
    assertThat(
            AsAgent.call("bailleur.nantes", () -> files().asOf(number, TODAY))
                .complement()
                .persons())
        .hasSize(1);
    assertThat(past(number, TODAY.minusDays(20)).documents()).isEmpty();
    // Its year is over and nobody has renewed it.
    aged(number, 400);
    assertThat(past(number, TODAY).expired()).isTrue();
    assertThat(past(number, TODAY.minusDays(60)).expired()).isFalse();
  }

  @Test
  void aDemandIsReadAsItStoodOnAnyDaySinceItsDeposit() throws Exception {
    String number = family("Vigouroux");
    aged(number, 400);
    DemandFile first = open(number);
    DemandForm second = open(number).form();
    second.getDependants().remove(0);
    second.getApplicant().setResources(List.of(new ResourceForm("AF", 140)));
    second.getSought().setTypes(List.of("T2", "T3"));
    AsAgent.call(
        DESK, () -> registrations().modify(number, first.version(), second, WordOf.DOCUMENT));
    moved(number, "MODIFIED", 100);
    DemandFile then = open(number);
    PersonForm newborn = child("Nevenoé", TODAY.minusMonths(1));
    then.form().getDependants().add(newborn);
    AsAgent.call(
        DESK, () -> registrations().modify(number, then.version(), then.form(), WordOf.APPLICANT));
    int version = open(number).version();
    AsAgent.call(
        DESK,
        () -> {
          registrations().renew(number, version, TODAY.minusDays(30));
          return null;
        });

    PastDemand before = past(number, TODAY.minusDays(101));
    assertThat(before.form().getDependants())
        .extracting(PersonForm::getGivenName)
        .containsExactlyInAnyOrder("Zoé", "Malo");
    assertThat(before.form().getSought().getTypes()).containsExactly("T2");
    assertThat(before.form().getApplicant().getResources())
        .extracting(ResourceForm::getCode)
        .containsExactly("SAL");
    assertThat(before.lastRenewalDate()).isNull();
    assertThat(before.status()).isEqualTo(DemandStatus.ACTIVE);
    assertThat(before.since())
        .extracting(FieldChange::whose)
        .contains("Zoé Vigouroux", "Nevenoé Vigouroux");
    PastDemand between = past(number, TODAY.minusDays(100));
    assertThat(between.form().getDependants())
        .extracting(PersonForm::getGivenName)
        .containsExactly("Malo");
    assertThat(past(number, TODAY.minusDays(30)).lastRenewalDate()).isEqualTo(TODAY.minusDays(30));
    PastDemand now = past(number, TODAY);
    assertThat(now.since()).isEmpty();
    assertThat(now.form().getDependants())
        .extracting(PersonForm::getGivenName)
        .containsExactlyInAnyOrder("Malo", "Nevenoé");
    assertThat(faults(() -> past(number, first.initialDepositDate().minusDays(1))))
        .containsExactly("on DATE_OUT_OF_RANGE");
    assertThat(faults(() -> past(number, TODAY.plusDays(1))))
        .containsExactly("on DATE_OUT_OF_RANGE");
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where act = 'DemandFiles.asOf' and outcome ="
                    + " 'READ' and ? = any(unique_numbers)",
                number))
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void GDPR_15_and_16_thePersonGetsACopyAndARectificationIsNoted() throws Exception {
    String number = family("Wauquier");
    AsAgent.call("prefecture.44", () -> files().open(number));
    SubjectFile copy = AsAgent.call(DESK, () -> requests().copy(number));
    assertThat(copy.demand().form().getDependants()).hasSize(2);
    assertThat(copy.eraseFrom()).isNull();
    assertThat(copy.letters()).hasSize(1);
    assertThat(copy.demand().eventCount()).isEqualTo(copy.demand().events().size());
    assertThat(copy.readings())
        .anySatisfy(
            one -> {
              assertThat(one.partner()).startsWith("Préfecture");
              assertThat(one.day()).isEqualTo(TODAY);
              assertThat(one.readings()).isEqualTo(1);
            });
    AsAgent.call(
        DESK,
        () -> {
          requests().noteRectification(number, "Prénom mal écrit ; corrigé.");
          return null;
        });
    assertThat(open(number).events().get(0).detail()).isEqualTo("Prénom mal écrit ; corrigé.");
    assertThat(faults(() -> AsAgent.call(DESK, () -> noted(number, " "))))
        .containsExactly("answer REQUIRED");
    assertThat(faults(() -> AsAgent.call(DESK, () -> noted(number, "<b>"))))
        .containsExactly("answer ILLEGAL_CHARACTERS");
    assertThat(
            catchThrowableOfType(
                EJBAccessException.class,
                () -> AsAgent.call("adil.44", () -> requests().copy(number))))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                NotInScope.class,
                () -> AsAgent.call("commune.saint-nazaire", () -> requests().copy(number))))
        .isNotNull();
  }

  private static Void noted(String number, String answer) {
    requests().noteRectification(number, answer);
    return null;
  }

  private static SubjectRequests requests() {
    return Acts.of(SubjectRequests.class);
  }
}
