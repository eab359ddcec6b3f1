package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameKeyTest {
  @Test
  void accentsCaseHyphensApostrophesAndLigaturesDoNotMatter() {
    assertThat(NameKey.of("L’Hostis", "Maëlys-Anne")).isEqualTo("l hostis maelys anne");
    assertThat(NameKey.of("LE  GOFF", null, "Zoé")).isEqualTo("le goff zoe");
    assertThat(NameKey.of("Lebœuf")).isEqualTo("leboeuf");
    assertThat(NameKey.of("Straße")).isEqualTo("strasse");
  }

  @Test
  void whatHasNoLetterHasNoKey() {
    assertThat(NameKey.of("--", "'")).isEmpty();
  }
}
