package fr.toitcommun.persistence.registration.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.registration.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manager may rewrite a letter, but nothing that the law asks for may go, and nothing runs. */
class TemplateCheckTest {
  private static final Jdbi DATABASE = Reads.over(TestDatabase.empty());

  private static TemplateForm delivered(LetterKind kind) {
    return new TemplateStore(DATABASE).inForce(kind, LocalDate.of(2026, 1, 1)).form();
  }

  private static List<String> faults(LetterKind kind, TemplateForm form) {
    return TemplateCheck.faults(kind, form).stream()
        .map(fault -> fault.field() + ":" + fault.code())
        .toList();
  }

  private static List<String> bodyFaults(String added) {
    TemplateForm form = delivered(LetterKind.RENEWAL_NOTICE);
    form.setBody(form.getBody() + "\n\n" + added);
    return faults(LetterKind.RENEWAL_NOTICE, form);
  }

  @ParameterizedTest
  @EnumSource(LetterKind.class)
  void theDeliveredTextsAreWhole(LetterKind kind) {
    assertThat(TemplateCheck.faults(kind, delivered(kind))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(LetterKind.class)
  void noFieldThatTheLawAsksForCanBeEditedOut(LetterKind kind) {
    for (LetterField field : kind.required()) {
      TemplateForm form = delivered(kind);
      form.setBody(form.getBody().replace(field.typed(), "autre chose"));
      assertThat(TemplateCheck.faults(kind, form))
          .as(field.typed())
          .contains(Fault.at("body", "LETTER_FIELD_MISSING", field.typed()));
    }
  }

  @Test
  void R_441_2_7_anEmailThatIsTheNoticeSaysAllOfIt() {
    TemplateForm form = delivered(LetterKind.RENEWAL_NOTICE);
    form.setEmailText("Renouvelez votre demande {numéro}.");
    assertThat(TemplateCheck.faults(LetterKind.RENEWAL_NOTICE, form))
        .containsExactly(
            Fault.at("emailText", "LETTER_FIELD_MISSING", "{échéance}, {date_radiation}"));
  }

  @Test
  void anEmailNamesNobody() {
    TemplateForm form = delivered(LetterKind.RENEWAL_NOTICE);
    form.setEmailText(form.getEmailText() + " {demandeur} {récapitulatif}");
    assertThat(faults(LetterKind.RENEWAL_NOTICE, form))
        .containsExactly("emailText:LETTER_FIELD_UNKNOWN", "emailText:LETTER_FIELD_UNKNOWN");
  }

  @Test
  void aSubjectIsOneLine() {
    TemplateForm form = delivered(LetterKind.RENEWAL_NOTICE);
    form.setEmailSubject("Renouvelez\nBcc: tous@example.org");
    assertThat(faults(LetterKind.RENEWAL_NOTICE, form))
        .containsExactly("emailSubject:ILLEGAL_CHARACTERS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{nom}", "{numero}", "{préavis}", "{}", "{ numéro de demande }", "${numéro.x}"})
  void unknownFieldsAreTold(String typed) {
    assertThat(bodyFaults("Texte " + typed)).containsExactly("body:LETTER_FIELD_UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "Texte {numéro, LETTER_FIELD_BROKEN",
    "Texte numéro}, LETTER_FIELD_BROKEN",
    "{{numéro}}, LETTER_FIELD_BROKEN",
    "Adresse : {identité}, LETTER_FIELD_ALONE",
    "**gras, LETTER_MARK_OPEN",
    "[lien](http://exemple.fr), LETTER_MARK_UNKNOWN",
    "![image](http://exemple.fr/x.png), LETTER_MARK_UNKNOWN",
    "`code`, LETTER_MARK_UNKNOWN",
    "# Titre, LETTER_HEADING",
    "### Sous-titre, LETTER_HEADING"
  })
  void brokenMarksAreTold(String typed, String fault) {
    assertThat(bodyFaults(typed)).containsExactly("body:" + fault);
  }

  @Test
  void nothingEmptyOrTooLong() {
    TemplateForm form = delivered(LetterKind.UNREACHABLE_NOTICE);
    form.setTitle(" ");
    form.setBody(form.getBody() + "x".repeat(TemplateCheck.LONGEST_TEXT));
    assertThat(faults(LetterKind.UNREACHABLE_NOTICE, form))
        .containsExactly("title:REQUIRED", "body:TOO_LONG");
  }

  @Test
  void markupTypedIsRefusedAndTemplateLanguagesAreText() {
    assertThat(bodyFaults("<script>alert(1)</script>")).containsExactly("body:ILLEGAL_CHARACTERS");
    String text = "Total #[[7*7]] %d $numéro ${";
    assertThat(LetterText.html(text, Map.of())).isEqualTo("<p>" + text + "</p>\n");
  }

  @Test
  void aValueIsTextWhateverItHolds() {
    String name = "<b>{numéro}</b> **x** $1 \\";
    assertThat(LetterText.html("Pour {demandeur}.", Map.of(LetterField.APPLICANT, name)))
        .isEqualTo("<p>Pour &lt;b&gt;{numéro}&lt;/b&gt; **x** $1 \\.</p>\n");
    assertThat(LetterText.plain("Pour {demandeur}.", Map.of(LetterField.APPLICANT, name)))
        .isEqualTo("Pour " + name + ".");
  }

  @Test
  void marksBecomeParagraphsHeadingsAndLists() {
    assertThat(
            LetterText.html(
                "Une ligne\nune autre\n\n## Titre\n\n- un **gras**\n- {NUMÉRO}\n\n{recours}",
                Map.of(LetterField.NUMBER, "0441", LetterField.REMEDIES, "<p>Recours</p>")))
        .isEqualTo(
            """
            <p>Une ligne<br/>
            une autre</p>
            <h2>Titre</h2>
            <ul>
            <li>un <strong>gras</strong></li>
            <li>0441</li>
            </ul>
            <p>Recours</p>
            """);
  }
}
