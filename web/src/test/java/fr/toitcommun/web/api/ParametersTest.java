package fr.toitcommun.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParametersTest {
  @Test
  void wordsToSearchByAreShortAndPlain() {
    assertThat(Parameters.search("q", "quai de la Fosse")).isEqualTo("quai de la Fosse");
    assertThat(Parameters.search("q", " ")).isNull();
    assertThat(Parameters.search("q", "x".repeat(120))).hasSize(120);
    assertThat(codes(() -> Parameters.search("q", "x".repeat(121)))).containsExactly("TOO_LONG");
    assertThat(codes(() -> Parameters.search("q", "quai\u0000")))
        .containsExactly("ILLEGAL_CHARACTERS");
  }

  private static List<String> codes(ThrowingCallable act) {
    return catchThrowableOfType(RefusedInput.class, act).faults().stream()
        .map(Fault::code)
        .toList();
  }
}
