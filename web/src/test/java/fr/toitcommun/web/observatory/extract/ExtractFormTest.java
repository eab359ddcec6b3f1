package fr.toitcommun.web.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.observatory.extract.ExtractChoices;
import fr.toitcommun.ejb.observatory.extract.ExtractChoices.Choice;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the form asks for is what was ticked. */
class ExtractFormTest {
  private static ExtractForm settled() {
    ExtractForm form = new ExtractForm();
    form.settle(
        new ExtractChoices(
            true,
            List.of(new Choice("TYPE", "Type"), new Choice("ACTOR", "Auteur")),
            Set.of("ACTOR"),
            List.of(),
            List.of(),
            List.of(),
            LocalDate.of(2026, 11, 30)));
    return form;
  }

  @Test
  void noColumnTickedIsNotAllOfThem() {
    ExtractForm form = settled();
    assertThat(form.wanted("fr").content().columns()).containsExactly("TYPE");
    form.setColumns(List.of());
    refused(form);
    // Of demands nothing is left of it: what it says belongs to what happened.
    form.setColumns(List.of("ACTOR"));
    refused(form);
    form.setKind(ExtractKind.FACTS);
    assertThat(form.wanted("fr").content().columns()).containsExactly("ACTOR");
  }

  private static void refused(ExtractForm form) {
    assertThatThrownBy(() -> form.wanted("fr"))
        .isInstanceOfSatisfying(
            RefusedInput.class,
            refused ->
                assertThat(refused.faults()).containsExactly(Fault.at("columns", "REQUIRED")));
  }
}
