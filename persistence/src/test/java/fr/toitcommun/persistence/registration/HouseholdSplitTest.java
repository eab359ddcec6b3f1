package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HouseholdSplitTest {
  private static final long ELEONORE = 1;
  private static final long LOIC = 2;
  private static final long ZOE = 3;
  private static final long MALO = 4;

  @Test
  void theApplicantsPlaceGoesToTheCoApplicantWithTheFormAsItIs() {
    DemandForm left = HouseholdSplit.without(family(), ELEONORE);
    assertThat(left.getApplicant().getGivenName()).isEqualTo("Loïc");
    assertThat(left.getApplicant().getApplicantLink()).isNull();
    assertThat(left.getCoApplicants()).isEmpty();
    assertThat(left.getDependants()).hasSize(2);
  }

  @Test
  void aCoApplicantLeavesAndTheApplicantStays() {
    DemandForm left = HouseholdSplit.without(family(), LOIC);
    assertThat(left.getApplicant().getGivenName()).isEqualTo("Éléonore");
    assertThat(left.getCoApplicants()).isEmpty();
  }

  @Test
  void theLastSignerAndThoseWhoDoNotSignCannotLeave() {
    DemandForm alone = HouseholdSplit.without(family(), LOIC);
    assertThat(codes(() -> HouseholdSplit.without(alone, ELEONORE)))
        .containsExactly("person LAST_SIGNER");
    assertThat(codes(() -> HouseholdSplit.without(family(), ZOE)))
        .containsExactly("person NOT_A_SIGNER");
  }

  @Test
  void operationCRS_eachGoesWithTheirOwnAndSharedChildrenAreInBothDemands() {
    DemandForm staying = family();
    DemandForm leaving =
        HouseholdSplit.leaving(staying, family(), separation(Set.of(MALO), Set.of(ZOE)));
    assertThat(staying.getApplicant().getGivenName()).isEqualTo("Éléonore");
    assertThat(staying.getCoApplicants()).isEmpty();
    assertThat(staying.getDependants()).extracting(PersonForm::getGivenName).containsExactly("Zoé");
    assertThat(staying.getDependants().get(0).getCustody()).isEqualTo("G");
    assertThat(leaving.getApplicant().getGivenName()).isEqualTo("Loïc");
    assertThat(leaving.getApplicant().getApplicantLink()).isNull();
    assertThat(leaving.getDependants())
        .extracting(PersonForm::getGivenName)
        .containsExactlyInAnyOrder("Zoé", "Malo");
    // They become other rows: taking an identity along would take the person away from the other.
    assertThat(leaving.getApplicant().getId()).isNull();
    assertThat(leaving.getDependants()).allMatch(one -> one.getId() == null);
  }

  @Test
  void operationCRS_whoLeavesIsReachedAtTheirOwnAddressAndNothingOfTheCommonOneGoesAlong() {
    DemandForm common = family();
    common.getContact().setEmailAgreed(true);
    common.getHelper().setName("Mme Ginette Brochard");
    common.getCurrentHousing().setHostName("M. Yves Brochard");
    DemandForm leaving =
        HouseholdSplit.leaving(family(), common, separation(Set.of(MALO), Set.of(ZOE)));
    assertThat(FlatForm.of(leaving).entrySet())
        .filteredOn(field -> field.getKey().startsWith("contact.") && field.getValue() != "")
        .extracting(Object::toString)
        .contains("contact.addressLine=8 quai de la Fosse", "contact.emailAgreed=false")
        .noneMatch(field -> field.contains("Lilas"));
    assertThat(leaving.getHelper().getName()).isNull();
    assertThat(leaving.getCurrentHousing().getHostName()).isNull();
  }

  @Test
  void operationCRS_personsOfTheNewDemandAreKnownByWhoTheyWere() {
    assertThat(separation(Set.of(MALO), Set.of(ZOE)).persons(family()))
        .containsExactly(LOIC, ZOE, MALO);
    assertThat(separation(Set.of(), Set.of()).persons(family())).containsExactly(LOIC);
  }

  private static Separation separation(Set<Long> leaving, Set<Long> shared) {
    ContactForm contact = new ContactForm();
    contact.setAddressLine("8 quai de la Fosse");
    contact.setPostalCode("44000");
    contact.setCity("Nantes");
    return new Separation(LOIC, leaving, shared, contact);
  }

  @Test
  void aSeparationThatCannotBeTellsEverythingThatIsWrong() {
    Separation wrong = new Separation(ZOE, Set.of(LOIC, MALO), Set.of(MALO), null);
    assertThat(codes(() -> HouseholdSplit.leaving(family(), family(), wrong)))
        .containsExactly(
            "coApplicant NOT_A_CO_APPLICANT",
            "leaving NOT_A_DEPENDANT",
            "shared LEAVING_AND_SHARED");
  }

  private static DemandForm family() {
    DemandForm form = Forms.alone();
    form.getApplicant().setId(ELEONORE);
    form.setCoApplicants(
        new ArrayList<>(List.of(known(Forms.spouse("Loïc", LocalDate.of(1980, 1, 1)), LOIC))));
    form.setDependants(
        new ArrayList<>(
            List.of(
                known(Forms.child("Zoé", LocalDate.of(2018, 1, 1)), ZOE),
                known(Forms.child("Malo", LocalDate.of(2020, 2, 29)), MALO))));
    return form;
  }

  private static PersonForm known(PersonForm person, long id) {
    person.setId(id);
    return person;
  }

  private static List<String> codes(ThrowingCallable act) {
    return catchThrowableOfType(RefusedInput.class, act).faults().stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }
}
