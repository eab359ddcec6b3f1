package fr.toitcommun.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as they are typed at a desk. */
class DateTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"03/09/1985", "3/9/1985", "3.9.1985", " 3 9 1985 ", "03091985", "1985-09-03"})
  void aDayIsReadHoweverItIsTyped(String typed) {
    assertThat(DateText.read(typed)).contains(LocalDate.of(1985, 9, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/12/+999999999",
        "+999999999-12-31",
        "3112+999999999",
        "31/12/-0044",
        "31/12/12026",
        "30/02/2026",
        "3/9/85",
        "demain"
      })
  void aDayThatNoCalendarOfThisFileHasIsNone(String typed) {
    assertThat(DateText.read(typed)).isEmpty();
  }
}
