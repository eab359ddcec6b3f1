package fr.toitcommun.realm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCheckTest {

  private static final String REST = "12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";
  private static final char[] RIGHT = "abc123xyz".toCharArray();
  private static final char[] WRONG = "abc123xyZ".toCharArray();

  private final PasswordCheck check = new PasswordCheck();

  @ParameterizedTest
  @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
  void everyMarkOfBcryptIsKnown(String mark) {
    assertThat(check.isRight(mark + REST, RIGHT)).isTrue();
    assertThat(check.isRight(mark + REST, WRONG)).isFalse();
  }

  @Test
  void whatWasRightForOneHashIsNotRightForAnother() {
    assertThat(check.isRight("$2a$" + REST, RIGHT)).isTrue();
    String changed = "$2a$" + REST.replace("Ss7KIUgO", "Ss7KIUgP");
    assertThat(check.isRight(changed, RIGHT)).isFalse();
    assertThat(check.isRight("$2a$" + REST, WRONG)).isFalse();
  }

  @Test
  void nothingIsRightForWhatIsNoHash() {
    assertThat(check.isRight("", RIGHT)).isFalse();
    assertThat(check.isRight("abc123xyz", RIGHT)).isFalse();
  }
}
