package fr.toitcommun.ejb.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.ejb.observatory.extract.ExtractBook.About;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.ExtractState;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first sheet of a table says what is true of its figures, and says it short. */
class AboutExtractTest {
  private static final LocalDate FROM = LocalDate.of(2017, 1, 1);
  private static final LocalDate TO = LocalDate.of(2025, 12, 31);
  private static final LocalDate FIRST_FILE = LocalDate.of(2024, 1, 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);
  private static final String FIRST =
      "Chaque demande compte une fois, là où est son premier souhait.";
  private static final String LEASES = "Un bail compte là où est le logement.";

  private static List<String> said(String line, Question question, List<LocalDate> untold) {
    Locale language = Locale.FRENCH;
    AboutExtract about =
        new AboutExtract(
            new ExtractTexts(language),
            new ObservatoryWords(language, null, TO, null),
            new ExtractRow(
                1,
                1,
                "",
                "",
                1,
                "",
                null,
                false,
                "Essai",
                ExtractContent.table(""),
                ExtractFormat.XLSX,
                "fr",
                ExtractState.RUNNING,
                0,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null,
                null),
            new Scope(1, PartnerKind.FILE_MANAGER, true, List.of(), List.of()),
            CLOCK);
    about.table(
        new Answer(
            question,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            FROM,
            TO,
            Set.of(FileOrigin.TAKEN),
            false,
            untold,
            0),
        5);
    return about.lines().stream().filter(one -> one.what().equals(line)).map(About::said).toList();
  }

  private static List<String> counted(Indicator indicator, Axis rows, Counting counting) {
    return said(
        "Règle de comptage",
        Question.of(indicator, When.from(FROM, TO)).by(rows, null).counting(counting),
        List.of());
  }

  private static List<String> lacking(Indicator indicator, Axis rows, Stream<LocalDate> untold) {
    return said(
        indicator.countsStock() ? "Dates absentes" : "Mois absents",
        Question.of(indicator, When.from(FROM, TO)).by(rows, null),
        untold.toList());
  }

  private static Stream<LocalDate> every(Period step) {
    return FROM.datesUntil(FIRST_FILE, step);
  }

  @Test
  void leasesCountWhereTheDwellingLiesByEitherRule() {
    assertThat(counted(Indicator.SATISFIED, Axis.EPCI, Counting.FIRST)).containsExactly(LEASES);
    assertThat(counted(Indicator.SATISFIED, Axis.EPCI, Counting.ANY)).containsExactly(LEASES);
    assertThat(counted(Indicator.TENSION, Axis.EPCI, Counting.FIRST))
        .containsExactly(FIRST + " " + LEASES);
  }

  @Test
  void theRuleOfDemandsIsSaidWhereThePlaceMattersAlone() {
    assertThat(counted(Indicator.ACTIVE, Axis.MUNICIPALITY, Counting.FIRST)).containsExactly(FIRST);
    assertThat(counted(Indicator.ACTIVE, Axis.EPCI, Counting.ANY))
        .singleElement()
        .asString()
        .contains("les parties dépassent le tout");
    assertThat(counted(Indicator.ACTIVE, Axis.DEPARTEMENT, Counting.ANY)).isEmpty();
    assertThat(counted(Indicator.TENSION, null, Counting.FIRST)).isEmpty();
  }

  @Test
  void missingMonthsOfARatioByYearAreDrawnTogether() {
    // The stock lacks the first days of years, the leases every month.
    assertThat(lacking(Indicator.TENSION, Axis.YEAR, every(Period.ofMonths(1))))
        .singleElement()
        .asString()
        .startsWith("1 janvier 2017 – 1 décembre 2023\u00a0:");
  }

  @Test
  void aGapParts() {
    LocalDate gap = LocalDate.of(2020, 5, 1);
    assertThat(
            lacking(
                Indicator.SATISFACTION,
                Axis.YEAR,
                every(Period.ofMonths(1)).filter(day -> !day.equals(gap))))
        .singleElement()
        .asString()
        .startsWith("1 janvier 2017 – 1 avril 2020, 1 juin 2020 – 1 décembre 2023\u00a0:");
    assertThat(lacking(Indicator.SATISFIED, Axis.YEAR, Stream.of(FROM, gap)))
        .singleElement()
        .asString()
        .startsWith("janvier 2017, mai 2020\u00a0:");
  }

  @Test
  void daysOfASeriesOfStocksFollowOneAnotherByItsStep() {
    assertThat(lacking(Indicator.ACTIVE, Axis.YEAR, every(Period.ofYears(1))))
        .singleElement()
        .asString()
        .startsWith("1 janvier 2017 – 1 janvier 2023\u00a0:");
    assertThat(lacking(Indicator.ACTIVE, Axis.QUARTER, every(Period.ofMonths(3))))
        .singleElement()
        .asString()
        .startsWith("1 janvier 2017 – 1 octobre 2023\u00a0:");
    assertThat(lacking(Indicator.ACTIVE, Axis.QUARTER, Stream.of(FROM, FROM.plusMonths(6))))
        .singleElement()
        .asString()
        .startsWith("1 janvier 2017, 1 juillet 2017\u00a0:");
  }
}
