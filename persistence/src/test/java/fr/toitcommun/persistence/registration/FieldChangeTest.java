package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldChangeTest {
  @Test
  void everyFormIsTakenBackFromItsTexts() {
    for (DemandForm form : List.of(Forms.alone(), Forms.complete(), Forms.body())) {
      Map<String, String> texts = FormText.of(form);
      assertThat(FormText.of(FormText.form(texts))).isEqualTo(texts);
    }
  }

  @Test
  void aChildWhoGoesLeavesTheOthersUntouched() {
    DemandForm before = family();
    DemandForm after = family();
    after.getDependants().remove(0);
    assertThat(FieldChange.between(before, after))
        .allMatch(change -> change.field().startsWith("dependants[#3].") && change.to() == null)
        .allMatch(change -> change.whose().equals("Zoé Le Goff"))
        .extracting(FieldChange::field)
        .contains("dependants[#3].givenName", "dependants[#3].birthDate");
  }

  @Test
  void aResourceIsKnownByItsCodeHoweverTheLinesAreOrdered() {
    DemandForm before = family();
    DemandForm after = family();
    after.getApplicant().setResources(lines("AF", 140, "SAL", 1_500));
    before.getApplicant().setResources(lines("SAL", 1_450));
    assertThat(FieldChange.between(before, after))
        .containsExactly(
            new FieldChange("applicant.resources[AF]", null, "140"),
            new FieldChange("applicant.resources[SAL]", "1450", "1500"));
  }

  @Test
  void whatChangedIsTakenBackStepByStepToTheVeryForm() {
    DemandForm first = family();
    first.getApplicant().setResources(lines("SAL", 1_450));
    first.setExpectedChildren(1);
    first.setExpectedBirthDate(LocalDate.of(2027, 1, 31));
    first.getSought().setMaximumRent(600);
    DemandForm second = family();
    second.getApplicant().setSurname("Le Bihan");
    second.getDependants().remove(0);
    second.getSought().setTypes(List.of("T3", "T4"));
    DemandForm third = family();
    third.getDependants().clear();
    third.getSought().getLocations().forEach(one -> one.setMunicipalityCode("44047"));
    List<FieldChange> later = new ArrayList<>(stored(FieldChange.between(second, third)));
    later.addAll(stored(FieldChange.between(first, second)));
    assertThat(texts(FieldChange.undone(third, later))).isEqualTo(texts(first));
  }

  @Test
  void personsComeBackInTheOrderInWhichTheyCame() {
    DemandForm first = family();
    first.getDependants().get(0).setId(999L);
    first.getDependants().get(1).setId(1_000L);
    assertThat(FormText.form(FormText.of(first)).getDependants())
        .extracting(PersonForm::getId)
        .containsExactly(999L, 1_000L);
  }

  private static List<FieldChange> stored(List<FieldChange> changes) {
    return FieldChange.read(FieldChange.written(changes));
  }

  /** Identities are those of rows and are not part of what a form says. */
  private static List<String> texts(DemandForm form) {
    return FlatForm.of(form).entrySet().stream()
        .filter(field -> !field.getKey().endsWith(".id"))
        .map(Object::toString)
        .toList();
  }

  private static List<ResourceForm> lines(Object... codesAndAmounts) {
    List<ResourceForm> lines = new ArrayList<>();
    for (int i = 0; i < codesAndAmounts.length; i += 2) {
      lines.add(new ResourceForm((String) codesAndAmounts[i], (Integer) codesAndAmounts[i + 1]));
    }
    return lines;
  }

  private static DemandForm family() {
    DemandForm form = Forms.alone();
    form.getApplicant().setId(1L);
    PersonForm zoe = Forms.child("Zoé", LocalDate.of(2018, 1, 1));
    zoe.setId(3L);
    PersonForm malo = Forms.child("Malo", LocalDate.of(2020, 2, 29));
    malo.setId(4L);
    form.setDependants(new ArrayList<>(List.of(zoe, malo)));
    form.getSought().setLocations(List.of(new LocationForm("44109"), new LocationForm("44143")));
    return form;
  }
}
