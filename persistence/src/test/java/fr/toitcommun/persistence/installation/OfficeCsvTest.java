package fr.toitcommun.persistence.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What spreadsheets take for what. */
class OfficeCsvTest {
  @Test
  void noTextIsAFormula() throws IOException {
    for (String begun : new String[] {"=", "+", "-", "@", "\t", "\r"}) {
      assertThat(OfficeCsv.defused(begun + "1")).isEqualTo("'" + begun + "1");
    }
    assertThat(OfficeCsv.defused("1 rue = A")).isEqualTo("1 rue = A");
    assertThat(OfficeCsv.defused("")).isEmpty();
    assertThat(OfficeCsv.defused(null)).isNull();
    // Semicolon and quotes do not bring it back.
    assertThat(row("=1;\"2\"")).isEqualTo("\"'=1;\"\"2\"\"\"\r\n");
  }

  @Test
  void aNumberStaysANumber() throws IOException {
    assertThat(row(-12, -12L, -1.5, new BigDecimal("1234.5600"), 1e7))
        .isEqualTo("-12;-12;-1,5;1234,56;10000000\r\n");
  }

  @Test
  void aDayIsADayAndNothingIsNothing() throws IOException {
    assertThat(row(LocalDate.of(2006, 5, 15), null, "x")).isEqualTo("2006-05-15;;x\r\n");
  }

  private static String row(Object... cells) throws IOException {
    StringBuilder text = new StringBuilder();
    try (OfficeCsv csv = OfficeCsv.marked(text)) {
      csv.row(Arrays.asList(cells));
    }
    assertThat(text).startsWith("\ufeff");
    return text.substring(1);
  }
}
