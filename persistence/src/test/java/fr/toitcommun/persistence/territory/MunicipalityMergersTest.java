package fr.toitcommun.persistence.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Codes of one date at the codes of another. */
class MunicipalityMergersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private final Jdbi jdbi = Jdbi.create(TestDatabase.demonstration());
  private final MunicipalityMergers mergers = Reference.load(jdbi).mergers();

  @Test
  void aMergedMunicipalityHasItsOwnCodeBeforeAndTheNewOneAfter() {
    assertThat(mergers.codeOn("49321", LocalDate.of(2023, 12, 31))).isEqualTo("49321");
    assertThat(mergers.codeOn("49321", LocalDate.of(2024, 1, 1))).isEqualTo("49160");
    assertThat(mergers.codeOn("44109", TODAY)).isEqualTo("44109");
  }

  @Test
  void municipalitiesThatCameApartAgainHaveTheirCodesBack() {
    assertThat(mergers.codeOn("85165", LocalDate.of(2022, 6, 1))).isEqualTo("85084");
    assertThat(mergers.codeOn("85165", LocalDate.of(2024, 1, 1))).isEqualTo("85165");
  }

  @Test
  void aMunicipalityThatTookThePlaceOfAnotherIsFollowedBothWays() {
    assertThat(mergers.codeOn("49126", LocalDate.of(2024, 1, 1))).isEqualTo("49069");
    assertThat(mergers.codeOn("49126", TODAY)).isEqualTo("49126");
    assertThat(mergers.codeOn("49069", TODAY)).isEqualTo("49126");
    assertThat(mergers.codeOn("49296", LocalDate.of(2024, 1, 1))).isEqualTo("49069");
    assertThat(mergers.codeOn("49296", TODAY)).isEqualTo("49126");
  }

  @Test
  void everyFormerCodeLeadsToAMunicipalityOfTodayAndNoneOfTodayLeadsAway() {
    List<String> today =
        jdbi.withHandle(
            h -> h.createQuery("select code from municipality").mapTo(String.class).list());
    List<String> former =
        jdbi.withHandle(
            h ->
                h.createQuery("select old_code from municipality_merger")
                    .mapTo(String.class)
                    .list());
    assertThat(former).hasSizeGreaterThan(350);
    assertThat(former).allSatisfy(code -> assertThat(today).contains(mergers.codeOn(code, TODAY)));
    assertThat(today).allSatisfy(c -> assertThat(mergers.codeOn(c, TODAY)).isEqualTo(c));
  }

  @Test
  void codesOfAnEarlierDateAreFoundByThoseOfToday() {
    assertThat(mergers.withFormer(Set.of("85292", "44109"), TODAY))
        .contains("85041", "85271", "85292", "44109")
        .doesNotContain("44184");
  }

  @Test
  void aCircleIsRefused() {
    LocalDate from = LocalDate.of(2020, 1, 1);
    MunicipalityMergers circle =
        new MunicipalityMergers(
            List.of(
                new MunicipalityMerger("00001", "00002", from, null, false),
                new MunicipalityMerger("00002", "00001", from, null, false)));
    assertThatThrownBy(() -> circle.codeOn("00001", TODAY))
        .isInstanceOf(IllegalStateException.class);
  }
}
