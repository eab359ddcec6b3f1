package fr.toitcommun.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.CandidateFinder;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.Fit;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.Ranking;
import fr.toitcommun.persistence.allocation.ScoreLine;
import fr.toitcommun.persistence.allocation.VacancyOffer;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyStatus;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.registration.DwellingType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the interface for systems must not write down (L.441-1, R.441-2-6). */
class SecretsInAnswersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final List<ScoringFact> GRID =
      List.of(
          ScoringFact.SENIORITY, ScoringFact.GROUND_B, ScoringFact.GROUND_G, ScoringFact.EVICTION);

  @Test
  void L_441_1_noLineAndNoCriterionNamesAProtectedGround() throws IOException {
    Ranking ranking = new Ranking(ScoringMethod.SCORE, 1L, "244400404", 2, DAY, GRID);
    String violence = written(ranking, 12, 0, 40, 20);
    String therapy = written(ranking, 12, 40, 0, 20);
    assertThat(violence).isEqualTo(therapy).doesNotContain("GROUND");
    assertThat(ScoreLine.told(GRID, new int[] {12, 0, 40, 20}, new int[] {12, 0, 40, 20}, false))
        .extracting(ScoreLine::fact)
        .as("neither place nor number of the lines tells which ground")
        .containsExactly("SENIORITY", "EVICTION", "PROTECTED");
  }

  private static String written(Ranking ranking, int... points) throws IOException {
    return Json.get().writeValueAsString(ScoreLine.told(GRID, points, points, false))
        + Json.get().writeValueAsString(new CandidateFinder(null, false).told(ranking));
  }

  @Test
  void R_441_2_6_anotherLandlordsDwellingIsWrittenWithoutWhatIsItsOwnBusiness() throws IOException {
    VacancyRow row =
        new VacancyRow(
            71,
            3,
            72,
            VacancyStatus.OPEN,
            5,
            "Habitat de l’Estuaire",
            "REF-SECRETE",
            "RPLS-SECRET",
            "44109",
            "Nantes",
            "44",
            "3 rue du Port",
            2,
            true,
            "A",
            DwellingType.T2,
            45,
            410,
            60,
            15,
            5,
            FundingScheme.PLUS,
            "C",
            false,
            true,
            false,
            "COLTER",
            DAY,
            DAY.minusDays(9),
            DAY.minusDays(60),
            "EVICTION",
            DAY.plusDays(5),
            "ANRU",
            null,
            null,
            "gardé pour une mutation",
            new VacancyOffer(
                1,
                7,
                "Département",
                "COLTER",
                false,
                null,
                null,
                null,
                DAY,
                DAY,
                DesignationState.AWAITED),
            4,
            99L);
    String json =
        Json.get()
            .writeValueAsString(
                FittingAnswer.of(
                    new FittingDwellings(
                        "044010199999901101",
                        List.of(new FittingDwellings.Row(row, new Fit(List.of()), false)),
                        1,
                        1)));
    assertThat(json)
        .contains("3 rue du Port", "Habitat de l’Estuaire", "\"vacancyId\":71", "\"rent\":410")
        .doesNotContain(
            "SECRET",
            "EVICTION",
            "ANRU",
            "mutation",
            "COLTER",
            "Département",
            "noticeOn",
            "sessionId",
            "openProposals",
            "offer",
            "stockRegisterId",
            "landlordId");
  }
}
