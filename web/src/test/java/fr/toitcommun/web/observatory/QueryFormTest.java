package fr.toitcommun.web.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.web.observatory.QueryForm.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be ticked in a filter: what is offered, and what the address says besides. */
class QueryFormTest {
  private static final Map<String, String> NAMES =
      Map.of("44109", "Nantes", "44143", "Rezé", "49007", "Angers", "?", "Inconnue");

  @Test
  void whatIsChosenStaysTickedThoughItIsNotOffered() {
    assertThat(values(Axis.MUNICIPALITY, List.of("49007", "44143", "?", "x")))
        .containsExactly(
            Option.of("44109", "Nantes (44)", false),
            Option.of("44143", "Rezé (44)", true),
            Option.of("49007", "Angers (49)", true),
            Option.of("?", "Inconnue", true),
            Option.of("x", "x", true));
  }

  @Test
  void nothingElseIsAddedToWhatIsOffered() {
    assertThat(values(Axis.EPCI, List.of("44109")))
        .containsExactly(Option.of("44109", "Nantes", true), Option.of("44143", "Rezé", false));
  }

  private static List<Option> values(Axis axis, List<String> chosen) {
    return QueryForm.values(
        axis,
        List.of(new Heading("44109", "Nantes"), new Heading("44143", "Rezé")),
        chosen,
        code -> NAMES.getOrDefault(code, code));
  }
}
