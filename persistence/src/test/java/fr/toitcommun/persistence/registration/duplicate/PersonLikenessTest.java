package fr.toitcommun.persistence.registration.duplicate;

import static fr.toitcommun.persistence.registration.duplicate.LikenessReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule that says who may be one person, and who may not be said to be. */
class PersonLikenessTest {
  private static final LocalDate BORN = LocalDate.of(1985, 4, 7);

  @Test
  void R_441_2_3_sameNamesAndBirthDateAreAlmostCertainlyOnePerson() {
    Likeness likeness = of("Le Goff", "Jeanne", "LE GOFF", "jeanne");
    assertThat(likeness.likelihood()).isEqualTo(0.98);
    assertThat(likeness.reasons()).containsExactly(SAME_NAMES, SAME_BIRTH_DATE);
  }

  @ParameterizedTest
  @CsvSource({
    "L'Hostis, Éléonore, L Hostis, Eleonore, SPELLING",
    "Le Goff, Marie-Anne, Legoff, Marie Anne, SPELLING",
    "Martin, Zoé, Zoe, Martin, NAMES_INVERTED",
    "Quéméneur, Paul, Quemenuer, Paul, TYPING_ERROR",
    "Durand, Paul, Durad, Paul, TYPING_ERROR",
    "Kervadec, Paul, Kkervvadec, Paul, SOUNDS_ALIKE",
    "Lagadec, Paul, Lgaadce, Paul, TYPING_ERROR",
    "Durand, Catherine, Durand, Cathrine, TYPING_ERROR",
    "Moreau, Paul, Moro, Paul, SOUNDS_ALIKE",
    "Renault, Paul, Renaud, Paul, SOUNDS_ALIKE",
    "Besson, Paul, Becon, Paul, SOUNDS_ALIKE",
    "Violette, Paul, Violet, Paul, SOUNDS_ALIKE",
    "Durand, Mohamed, Durand, Mohammed, TYPING_ERROR",
    "Durand, Mickaël, Durand, Mikael, TYPING_ERROR",
    "Martin-Durand, Paul, Martin, Paul, PART_OF_NAME",
    "Durand, Jean-Pierre, Durand, Jean, PART_OF_NAME"
  })
  void theSameNameWrittenInTwoWaysIsOnePerson(
      String surname, String given, String otherSurname, String otherGiven, LikenessReason why) {
    Likeness likeness = of(surname, given, otherSurname, otherGiven);
    assertThat(likeness.opensSet()).isTrue();
    assertThat(likeness.reasons()).contains(why, SAME_BIRTH_DATE);
  }

  @ParameterizedTest
  @CsvSource({
    "Le Goff, Marie, Le Goff, Anne",
    "Le Goff, Lina, Le Goff, Lena",
    "Le Goff, Julie, Le Goff, Emilie",
    "Martin, Paul, Dupont, Paul",
    "Martin, Paul, Marchand, Paul",
    "Roy, Paul, Rey, Paul",
    "de la Tour, Paul, de la Fosse, Paul",
    "Martin, Paul, Dupont, Anne"
  })
  void twinsAndStrangersBornOnOneDayAreNot(
      String surname, String given, String otherSurname, String otherGiven) {
    assertThat(of(surname, given, otherSurname, otherGiven)).isEqualTo(Likeness.NONE);
  }

  @Test
  void twinsWhoseNamesDifferByALetterAreToldApartByTheirCivility() {
    Identity jules = Identity.of("Le Goff", null, "Julien", BORN, "1", null, null);
    Identity julie = Identity.of("Le Goff", null, "Julienn", BORN, "2", null, null);
    assertThat(PersonLikeness.of(jules, julie)).isEqualTo(Likeness.NONE);
  }

  @Test
  void theNameAtBirthMeetsTheUsualName() {
    Identity married = Identity.of("Martin", "Le Bihan", "Anne", BORN, "2", null, null);
    Identity before = Identity.of("Le Bihan", null, "Anne", BORN, "2", null, null);
    assertThat(PersonLikeness.of(married, before).reasons())
        .containsExactly(BIRTH_NAME, SAME_BIRTH_DATE);
    assertThat(PersonLikeness.of(married, before).opensSet()).isTrue();
  }

  @Test
  void dayAndMonthSwappedIsOnePerson() {
    Likeness likeness =
        PersonLikeness.of(
            person("Le Goff", "Jeanne", LocalDate.of(1985, 4, 7)),
            person("Le Goff", "Jeanne", LocalDate.of(1985, 7, 4)));
    assertThat(likeness.reasons()).containsExactly(SAME_NAMES, DAY_AND_MONTH_SWAPPED);
    assertThat(likeness.opensSet()).isTrue();
  }

  @Test
  void homonymsAreNot() {
    assertThat(
            PersonLikeness.of(
                person("Martin", "Marie", LocalDate.of(1985, 4, 7)),
                person("Martin", "Marie", LocalDate.of(1991, 12, 30))))
        .isEqualTo(Likeness.NONE);
  }

  @Test
  void oneWrongDigitInTheBirthDateIsShownAndOpensASetOnlyWithAContactInCommon() {
    Identity one = Identity.of("Martin", null, "Marie", BORN, null, "06 12 34 56 78", null);
    LocalDate slip = LocalDate.of(1986, 4, 7);
    Identity alone = Identity.of("Martin", null, "Marie", slip, null, "0700000000", null);
    Identity samePhone = Identity.of("Martin", null, "Marie", slip, null, "0612345678", null);
    Identity otherName = Identity.of("Martinez", null, "Marie", slip, null, "0612345678", null);
    assertThat(PersonLikeness.of(one, alone).shown()).isTrue();
    assertThat(PersonLikeness.of(one, alone).opensSet()).isFalse();
    assertThat(PersonLikeness.of(one, samePhone).opensSet()).isTrue();
    assertThat(PersonLikeness.of(one, samePhone).reasons())
        .containsExactly(SAME_NAMES, ONE_DIGIT_OF_BIRTH_DATE, SAME_PHONE);
    assertThat(PersonLikeness.of(one, otherName)).isEqualTo(Likeness.NONE);
  }

  @Test
  void withoutABirthDateNobodyIsSaidToBeSomebody() {
    Identity unknown = Identity.of("Martin", null, "Marie", null, null, "0612345678", "a@b.fr");
    assertThat(PersonLikeness.of(unknown, unknown)).isEqualTo(Likeness.NONE);
    assertThat(PersonLikeness.of(unknown, person("Martin", "Marie", BORN)))
        .isEqualTo(Likeness.NONE);
  }

  @Test
  void aContactInCommonTakesDoubtAwayButMakesNoPersonOfTwins() {
    Identity one = Identity.of("Moreau", null, "Paul", BORN, null, null, "Paul@Exemple.fr ");
    Identity other = Identity.of("Moro", null, "Paul", BORN, null, null, "paul@exemple.fr");
    Identity twin = Identity.of("Moreau", null, "Jean", BORN, null, null, "paul@exemple.fr");
    assertThat(PersonLikeness.of(one, other).likelihood())
        .isGreaterThan(of("Moreau", "Paul", "Moro", "Paul").likelihood());
    assertThat(PersonLikeness.of(one, other).reasons()).contains(SAME_EMAIL);
    assertThat(PersonLikeness.of(one, twin)).isEqualTo(Likeness.NONE);
  }

  @Test
  void itDoesNotMatterWhoIsComparedWithWhom() {
    String[] surnames = {"Le Goff", "Legof", "Moreau", "Moro", "Paul", "Martin-Durand", "Martin"};
    String[] givens = {"Paul", "Moreau", "Jean-Paul", "Martin", "Pol"};
    for (String a : surnames) {
      for (String b : surnames) {
        for (String g : givens) {
          for (String h : givens) {
            assertThat(of(a, g, b, h)).isEqualTo(of(b, h, a, g));
          }
        }
      }
    }
  }

  private static Likeness of(String surname, String given, String otherSurname, String otherGiven) {
    return PersonLikeness.of(person(surname, given, BORN), person(otherSurname, otherGiven, BORN));
  }

  private static Identity person(String surname, String given, LocalDate born) {
    return Identity.of(surname, null, given, born, null, null, null);
  }
}
