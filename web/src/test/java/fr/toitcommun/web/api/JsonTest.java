package fr.toitcommun.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.Fit;
import fr.toitcommun.persistence.registration.DemandForm;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void aFormThatWasWrittenIsReadAsTheSame() throws IOException {
    DemandForm form = new DemandForm();
    form.setDepositDate(LocalDate.of(2006, 12, 31));
    form.getApplicant().setSurname("Nguyễn d’Œuf");
    String written = Json.get().writeValueAsString(form);
    assertThat(written).contains("\"depositDate\":\"2006-12-31\"").doesNotContain("null");
    assertThat(Json.get().writeValueAsString(Json.get().readValue(written, DemandForm.class)))
        .isEqualTo(written);
  }

  @Test
  void recordsAreWrittenByTheirComponentsOnly() throws IOException {
    Fit fit = new Fit(List.of(new Fit.Criterion(Fit.Kind.TYPE, true, "T2", "T2")));
    assertThat(Json.get().writeValueAsString(fit))
        .isEqualTo(
            "{\"criteria\":[{\"asked\":\"T2\",\"given\":\"T2\",\"kind\":\"TYPE\",\"met\":true}]}");
  }

  @Test
  void theDigestFollowsWhatIsSaidNotHowItIsSpaced() throws IOException {
    DemandForm one =
        Json.get().readValue("{\"expectedChildren\":1,\"dependants\":[]}", DemandForm.class);
    DemandForm same = Json.get().readValue("{ \"expectedChildren\" : 1 }", DemandForm.class);
    DemandForm other = Json.get().readValue("{\"expectedChildren\":2}", DemandForm.class);
    assertThat(RequestDigest.of(one)).hasSize(64).isEqualTo(RequestDigest.of(same));
    assertThat(RequestDigest.of(other)).isNotEqualTo(RequestDigest.of(one));
  }
}
