package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final String BUNDLE = "fr.toitcommun.ejb.document.documents";

  @Test
  void bothLanguagesHaveTheSameTexts() {
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    ResourceBundle french = ResourceBundle.getBundle(BUNDLE, Locale.FRENCH, control);
    ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, control);
    Set<String> own = english.keySet();

    assertThat(own).isEqualTo(french.keySet());
    for (String key : own) {
      assertThat(french.getString(key)).as(key).doesNotContain("'");
      assertThat(english.getString(key)).as(key).doesNotContain("'");
      if (key.contains(".") && french.getString(key).length() > 25) {
        assertThat(english.getString(key)).as(key).isNotEqualTo(french.getString(key));
      }
    }
  }
}
