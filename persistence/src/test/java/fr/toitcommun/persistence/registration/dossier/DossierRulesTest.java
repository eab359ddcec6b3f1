package fr.toitcommun.persistence.registration.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.ResourceForm;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is asked of whom, by the kinds of document as they are installed. */
class DossierRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate DEPOSITED = LocalDate.of(2026, 11, 9);

  private static DocumentKinds kinds;

  private final DemandForm form = new DemandForm();
  private final PersonForm applicant = form.getApplicant();

  DossierRulesTest() {
    person(applicant, 1, "Yann", LocalDate.of(1980, 1, 1));
  }

  @BeforeAll
  static void readKinds() {
    kinds = DocumentKinds.on(TODAY, Reads.over(TestDatabase.empty()));
  }

  private static void person(PersonForm person, long id, String givenName, LocalDate born) {
    person.setId(id);
    person.setGivenName(givenName);
    person.setSurname("Riou");
    person.setBirthDate(born);
  }

  private static List<Dossier.Missing> missing(
      DemandForm form, LocalDate today, DossierRules.Held... held) {
    return new DossierRules(kinds, today, 15).missing(form, DEPOSITED, List.of(held), List.of());
  }

  private List<String> asked() {
    return missing(form, TODAY).stream().map(Dossier.Missing::kind).toList();
  }

  private static DossierRules.Held held(String kind, Long person, DocumentStatus status) {
    return new DossierRules.Held(kind, person, null, null, status);
  }

  @Test
  void R_441_2_3_onlyTheApplicantsIdentityMayBeAskedToRegister() {
    PersonForm partner = new PersonForm();
    person(partner, 2, "Nolwenn", LocalDate.of(1982, 1, 1));
    form.getCoApplicants().add(partner);
    assertThat(missing(form, TODAY))
        .filteredOn(Dossier.Missing::toRegister)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo("IDENTITY");
              assertThat(one.person().id()).isEqualTo(1);
              assertThat(one.article()).startsWith("R.441-2-3");
            });
    assertThat(missing(form, TODAY))
        .filteredOn(one -> one.kind().equals("IDENTITY"))
        .extracting(one -> one.person().id())
        .containsExactly(1L, 2L);
  }

  @Test
  void R_441_2_3_whoIsNeitherFrenchNorEuropeanProvesRegularStayInstead() {
    applicant.setNationality("3");
    assertThat(asked()).contains("RESIDENCE").doesNotContain("IDENTITY");
  }

  @Test
  void aChildIsAskedForNoIdentityOfItsOwnButTheFamilyForItsBook() {
    PersonForm child = new PersonForm();
    person(child, 3, "Maël", TODAY.minusYears(18).plusDays(1));
    form.getDependants().add(child);
    assertThat(asked()).contains("FAMILY_BOOK");
    assertThat(missing(form, TODAY).stream().filter(one -> one.kind().equals("IDENTITY")))
        .hasSize(1);
    // Of age the next day.
    assertThat(
            missing(form, TODAY.plusDays(1)).stream().filter(one -> one.kind().equals("IDENTITY")))
        .hasSize(2);
  }

  @Test
  void L_442_12_theTaxNoticeIsThatOfTheSecondYearBeforeAndLapsesWithTheYear() {
    DossierRules.Held notice =
        new DossierRules.Held(
            "TAX_NOTICE", 1L, 2024, LocalDate.of(2026, 12, 31), DocumentStatus.CHECKED);
    assertThat(missing(form, LocalDate.of(2026, 12, 31), notice))
        .noneMatch(one -> one.kind().equals("TAX_NOTICE"));
    assertThat(missing(form, LocalDate.of(2027, 1, 1), notice))
        .filteredOn(one -> one.kind().equals("TAX_NOTICE"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(Dossier.Cause.OBSOLETE);
              assertThat(one.taxYear()).isEqualTo(2025);
            });
  }

  @Test
  void motiveResourceWorkAndTenureEachGiveTheirOwnCause() {
    assertThat(asked()).doesNotContain("EVICTION", "WAGES", "RENT", "EMPLOYMENT");
    form.getMotives().setSecond("05");
    applicant.getResources().add(new ResourceForm("SAL", 1500));
    applicant.setWorkContract("CDI");
    form.getCurrentHousing().setTenure("LP");
    assertThat(asked()).contains("EVICTION", "WAGES", "RENT", "EMPLOYMENT");
  }

  @Test
  void ceOf4July2025_nobodyProvesTheirDivorce() {
    applicant.setFamilySituation("D");
    assertThat(asked()).doesNotContain("SEPARATION");
    applicant.setFamilySituation("S");
    assertThat(asked()).contains("SEPARATION");
  }

  @Test
  void L_441_2_1_whatAnyPartnerReceivedIsNotAskedAgain() {
    assertThat(missing(form, TODAY, held("IDENTITY", 1L, DocumentStatus.TO_CHECK)))
        .noneMatch(one -> one.kind().equals("IDENTITY"));
    // Of another person it is.
    assertThat(missing(form, TODAY, held("IDENTITY", 2L, DocumentStatus.TO_CHECK)))
        .anyMatch(one -> one.kind().equals("IDENTITY"));
  }

  @Test
  void whatWasRefusedIsAskedForAgainUnlessAnotherServes() {
    assertThat(missing(form, TODAY, held("IDENTITY", 1L, DocumentStatus.REFUSED)))
        .filteredOn(one -> one.kind().equals("IDENTITY"))
        .singleElement()
        .satisfies(one -> assertThat(one.cause()).isEqualTo(Dossier.Cause.REFUSED));
    assertThat(
            missing(
                form,
                TODAY,
                held("IDENTITY", 1L, DocumentStatus.REFUSED),
                held("IDENTITY", 1L, DocumentStatus.CHECKED)))
        .noneMatch(one -> one.kind().equals("IDENTITY"));
  }

  @Test
  void sne2016_whatTheDeskSawIsToBeUploadedWithinFifteenDays() {
    assertThat(missing(form, DEPOSITED.plusDays(15)))
        .filteredOn(Dossier.Missing::toRegister)
        .allMatch(one -> !one.late() && one.dueOn().equals(DEPOSITED.plusDays(15)));
    assertThat(missing(form, DEPOSITED.plusDays(16)))
        .filteredOn(Dossier.Missing::toRegister)
        .allMatch(Dossier.Missing::late);
  }

  @Test
  void aDepositThatSaysWrongThingsIsToldAllOfThem() {
    Deposit wrong = new Deposit("TAX_NOTICE", 99L, TODAY.plusDays(1), null, null, TODAY.getYear());
    RefusedInput refused =
        catchThrowableOfType(RefusedInput.class, () -> wrong.checked(kinds, form, TODAY));
    assertThat(refused.faults())
        .extracting(Fault::field)
        .containsExactly("person", "receivedOn", "taxYear");
    Deposit empty = new Deposit("IDENTITY", null, null, null, null, null);
    assertThat(
            catchThrowableOfType(RefusedInput.class, () -> empty.checked(kinds, form, TODAY))
                .faults())
        .containsExactly(Fault.at("person", "REQUIRED"));
  }

  @Test
  void monthsCountFromTheDayWrittenOnItElseFromReceipt() {
    DocumentKind wages = kinds.find("WAGES").orElseThrow();
    LocalDate received = LocalDate.of(2026, 8, 31);
    assertThat(wages.validUntil(new Deposit("WAGES", 1L, received, null, null, null)))
        .isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(
            wages.validUntil(
                new Deposit("WAGES", 1L, received, LocalDate.of(2026, 8, 1), null, null)))
        .isEqualTo(LocalDate.of(2027, 2, 1));
  }

  @Test
  void SNE_2016_whatADeskReceivedIsToBeUploadedWithinFifteenDaysAndNotAskedAgain() {
    LocalDate received = TODAY.minusDays(16);
    List<Dossier.Missing> missing =
        new DossierRules(kinds, TODAY, 15)
            .missing(
                form,
                DEPOSITED,
                List.of(),
                List.of(new PapersReceived.Paper("TAX_NOTICE", 1L, TODAY.getYear() - 2, received)));
    assertThat(missing)
        .filteredOn(one -> one.kind().equals("TAX_NOTICE"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(Dossier.Cause.RECEIVED);
              assertThat(one.dueOn()).isEqualTo(received.plusDays(15));
              assertThat(one.late()).isTrue();
            });
    assertThat(missing)
        .filteredOn(one -> one.cause() == Dossier.Cause.RECEIVED)
        .as("of another year or person it is another paper")
        .hasSize(1);
  }
}
