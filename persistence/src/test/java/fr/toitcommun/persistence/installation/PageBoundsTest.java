package fr.toitcommun.persistence.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked for, a page has rows, and no more than it may. */
class PageBoundsTest {
  @ParameterizedTest
  @CsvSource({
    "-2147483648, 1",
    "-1, 1",
    "0, 1",
    "1, 1",
    "99, 99",
    "100, 100",
    "101, 100",
    "2147483647, 100"
  })
  void aPageHasAtLeastOneRowAndAtMostAHundred(int asked, int read) {
    assertThat(PageBounds.rows(asked)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "101, 101", "1000, 1000", "1001, 1000"})
  void aListMayHaveABoundOfItsOwn(int asked, int read) {
    assertThat(PageBounds.atMost(1_000, asked)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"-2147483648, 0", "-1, 0", "0, 0", "1, 1", "2147483647, 2147483647"})
  void nothingStandsBeforeTheFirstRow(int asked, int passedOver) {
    assertThat(PageBounds.offset(asked)).isEqualTo(passedOver);
  }
}
