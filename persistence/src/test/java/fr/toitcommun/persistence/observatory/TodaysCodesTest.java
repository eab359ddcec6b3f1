package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.territory.MunicipalityMerger;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a filter names by a former code is asked for by that of today. */
class TodaysCodesTest {
  private static final LocalDate MERGED_ON = LocalDate.of(2027, 1, 1);
  private static final MunicipalityMergers MERGERS =
      new MunicipalityMergers(
          List.of(new MunicipalityMerger("44001", "44002", MERGED_ON, null, false)));

  @Test
  void aMunicipalityThatBecamePartOfAnotherIsTheOtherFromThatDayOn() {
    Map<Axis, List<String>> filters =
        Map.of(
            Axis.MUNICIPALITY,
            List.of("44001", "44003"),
            Axis.RESIDENCE,
            List.of("44001", "44002", Axis.UNKNOWN),
            Axis.EPCI,
            List.of("44001"));
    assertThat(new TodaysCodes(MERGERS, MERGED_ON).of(filters))
        .isEqualTo(
            Map.of(
                Axis.MUNICIPALITY,
                Set.of("44002", "44003"),
                Axis.RESIDENCE,
                Set.of("44002", Axis.UNKNOWN),
                Axis.EPCI,
                Set.of("44001")));
    assertThat(new TodaysCodes(MERGERS, MERGED_ON.minusDays(1)).of(filters))
        .containsEntry(Axis.MUNICIPALITY, Set.of("44001", "44003"));
  }
}
