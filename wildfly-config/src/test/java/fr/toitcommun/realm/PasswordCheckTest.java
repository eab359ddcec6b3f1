package fr.toitcommun.realm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordCheckTest {

  private static final String REST = "05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
  private static final char[] RIGHT = "U*U".toCharArray();
  private static final char[] WRONG = "U*V".toCharArray();

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
    String changed = "$2a$" + REST.replace("E5YPO9", "E5YPO8");
    assertThat(check.isRight(changed, RIGHT)).isFalse();
    assertThat(check.isRight("$2a$" + REST, WRONG)).isFalse();
  }

  @Test
  void nothingIsRightForWhatIsNoHash() {
    assertThat(check.isRight("", RIGHT)).isFalse();
    assertThat(check.isRight("U*U", RIGHT)).isFalse();
  }
}
