package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a search some of its candidates take along. */
class CandidateFilterTest {
  @Test
  void whatWidensASearchIsKeptWhenItsCandidatesAreComparedWhatNarrowsItIsNot() {
    CandidateFilter found =
        CandidateFilter.read(List.of("household:SINGLE", "places:OTHERS", "label:A"));
    assertThat(found.widest().written()).containsExactly("places:OTHERS");
    assertThat(found.widest().withOtherPlaces()).isTrue();
    assertThat(CandidateFilter.read(List.of("household:SINGLE")).widest())
        .isEqualTo(CandidateFilter.NONE);
  }
}
