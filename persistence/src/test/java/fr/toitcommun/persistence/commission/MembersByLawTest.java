package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MembersByLawTest {
  private static final List<AttendeeForm> BY_LAW =
      List.of(
          sitting("Membre désigné n° 1", "LANDLORD_MEMBER"),
          sitting("Membre désigné n° 2", "LANDLORD_MEMBER"),
          sitting("Maire – Nantes", "MAYOR"),
          sitting("Maire – Rezé", "MAYOR"));

  @Test
  void L_441_2_aListWithoutAnyoneLacksThemAll() {
    assertThat(MembersByLaw.lacking(BY_LAW, List.of())).isEqualTo(BY_LAW);
    assertThat(MembersByLaw.lacking(BY_LAW, BY_LAW)).isEmpty();
  }

  @Test
  void L_441_2_aPersonStandsForOneOfficeOfTheSameCapacity() {
    assertThat(
            names(MembersByLaw.lacking(BY_LAW, List.of(sitting("Anne Roux", "LANDLORD_MEMBER")))))
        .containsExactly("Membre désigné n° 2", "Maire – Nantes", "Maire – Rezé");
    assertThat(MembersByLaw.lacking(BY_LAW, List.of(sitting("Anne Roux", "INSERTION_BODY"))))
        .isEqualTo(BY_LAW);
  }

  @Test
  void L_441_2_theMayorOfOneMunicipalityDoesNotStandForThatOfAnother() {
    List<AttendeeForm> mayors =
        List.of(sitting("Cécile Le Bot (Rezé)", "MAYOR"), sitting("Yann Ba (Vertou)", "MAYOR"));
    assertThat(names(MembersByLaw.lacking(BY_LAW, mayors)))
        .containsExactly("Membre désigné n° 1", "Membre désigné n° 2", "Maire – Nantes");
  }

  @Test
  void L_441_2_whoSitsForTheSameMunicipalityStandsForItsMayorWhateverTheirName() {
    AttendeeForm nantes = sitting("Maire – Nantes", "MAYOR");
    nantes.setConcerns("44109");
    AttendeeForm reze = sitting("Maire – Rezé", "MAYOR");
    reze.setConcerns("44143");
    AttendeeForm person = sitting("Cécile Le Bot", "MAYOR");
    person.setConcerns("44143");
    assertThat(MembersByLaw.lacking(List.of(nantes, reze), List.of(person)))
        .containsExactly(nantes);
  }

  @Test
  void L_441_2_theStateInOneDepartementDoesNotStandForThatInAnother() {
    AttendeeForm here = sitting("Préfecture – 44", "STATE_REPRESENTATIVE");
    here.setConcerns("44");
    AttendeeForm there = sitting("Préfecture – 49", "STATE_REPRESENTATIVE");
    there.setConcerns("49");
    AttendeeForm person = sitting("Hélène Caro", "STATE_REPRESENTATIVE");
    person.setConcerns("49");
    assertThat(MembersByLaw.lacking(List.of(here, there), List.of(person))).containsExactly(here);
  }

  @Test
  void R_441_9_oneHolderOfAContingentDoesNotStandForAnother() {
    AttendeeForm city = holder("Réservataire – Collectivités (Ville)", 7L);
    AttendeeForm council = holder("Réservataire – Collectivités (Conseil)", 8L);
    AttendeeForm person = holder("Yann Ba", 8L);
    assertThat(MembersByLaw.lacking(List.of(city, council), List.of(person))).containsExactly(city);
    AttendeeForm unknown = holder("Collectivités (Ville)", null);
    assertThat(MembersByLaw.lacking(List.of(city), List.of(unknown))).containsExactly(city);
  }

  private static AttendeeForm holder(String name, Long partner) {
    AttendeeForm one = sitting(name, "RESERVATION_HOLDER");
    one.setConcerns("COLTER");
    one.setPartnerId(partner);
    return one;
  }

  private static AttendeeForm sitting(String name, String capacity) {
    AttendeeForm one = new AttendeeForm();
    one.setName(name);
    one.setCapacity(capacity);
    return one;
  }

  private static List<String> names(List<AttendeeForm> members) {
    return members.stream().map(AttendeeForm::getName).toList();
  }
}
