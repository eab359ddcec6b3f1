package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholdCategoryTest {
  @ParameterizedTest(
      name = "{0} persons, {1} dependants, young couple {2}, disabled {3}: category {4}")
  @CsvSource({
    "1, 0, false, false, 1", // a person alone
    "1, 0, false, true, 2", // a person alone, disabled
    "2, 0, false, false, 2", // two persons without dependant
    "2, 0, true, false, 3", // a young couple
    "2, 1, false, false, 3", // a person alone with one dependant
    "2, 0, false, true, 3", // two persons, one disabled
    "2, 1, false, true, 3",
    "3, 1, false, false, 3",
    "3, 2, false, false, 4", // a person alone with two dependants
    "3, 1, false, true, 4", // three persons, one disabled
    "4, 2, false, false, 4",
    "4, 3, false, false, 5",
    "4, 2, false, true, 5",
    "5, 3, false, false, 5",
    "5, 4, false, false, 6",
    "5, 3, false, true, 6",
    "6, 4, false, false, 6",
    "6, 5, false, false, 6", // six persons: nothing higher for the lone adult
    "6, 4, false, true, 6",
    "7, 5, false, false, 7", // category 6 and one more person
    "7, 6, false, true, 7",
    "10, 8, false, false, 10"
  })
  void arreteOf29July1987_annexI(
      int persons, int dependants, boolean youngCouple, boolean disabled, int category) {
    assertThat(HouseholdCategory.of(persons, dependants, youngCouple, disabled))
        .isEqualTo(category);
  }

  @Test
  void aHouseholdHasAnAdult() {
    assertThatIllegalArgumentException().isThrownBy(() -> HouseholdCategory.of(2, 2, false, false));
  }
}
