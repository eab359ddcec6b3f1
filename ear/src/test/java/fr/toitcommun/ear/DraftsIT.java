package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Drafts;
import fr.toitcommun.ejb.registration.ForgottenDrafts;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.draft.DemandDraft;
import fr.toitcommun.persistence.registration.draft.DraftList;
import fr.toitcommun.persistence.registration.draft.DraftStore;
import fr.toitcommun.persistence.registration.draft.KeptDraft;
import jakarta.ejb.EJBAccessException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents began to type, in the server and its database. */
@ExtendWith(ArquillianExtension.class)
class DraftsIT {
  private static final String DESK = "guichet.nantes";
  private static final String OTHER = "bailleur.nantes";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(DraftsIT.class, Acts.class);
  }

  @Test
  void whatIsTypedIsFoundAgainAsItWas() throws Exception {
    DemandForm form = Acts.form("Brouillon", "44109");
    form.getApplicant().setSurname("Le Goff-Brouillon « d'Aujourd’hui »");
    DemandDraft draft = anew(form, "SOUGHT", "APPLICANT", "HOUSING");
    AsAgent.call(DESK, () -> drafts().keep(draft));
    DemandDraft found = AsAgent.call(DESK, () -> drafts().open(draft.id()));
    assertThat(found.form()).usingRecursiveComparison().isEqualTo(form);
    assertThat(found.step()).isEqualTo("SOUGHT");
    assertThat(found.seen()).containsExactly("APPLICANT", "HOUSING");
    assertThat(found.revision()).isEqualTo(1);
  }

  @Test
  void twoWindowsOnOneDraftAreBothKept() throws Exception {
    DemandDraft first = anew(Acts.form("Fenêtre", "44109"), "APPLICANT");
    KeptDraft kept = AsAgent.call(DESK, () -> drafts().keep(first));
    DemandDraft again = with(first, "Fenêtre-Un", kept.revision());
    assertThat(AsAgent.call(DESK, () -> drafts().keep(again)).apart()).isFalse();
    KeptDraft apart =
        AsAgent.call(DESK, () -> drafts().keep(with(first, "Fenêtre-Deux", kept.revision())));
    assertThat(apart.apart()).isTrue();
    assertThat(apart.id()).isNotEqualTo(first.id());
    assertThat(surname(first.id())).isEqualTo("Fenêtre-Un");
    assertThat(surname(apart.id())).isEqualTo("Fenêtre-Deux");
  }

  @Test
  void anAgentSeesNoDraftOfAnother() throws Exception {
    DemandDraft draft = anew(Acts.form("Personnelle", "44109"), "APPLICANT");
    AsAgent.call(DESK, () -> drafts().keep(draft));
    assertThat(AsAgent.call(OTHER, () -> drafts().open(draft.id()))).isNull();
    assertThat(AsAgent.call(OTHER, () -> drafts().mine().rows()))
        .extracting(DraftList.Row::id)
        .doesNotContain(draft.id());
    discard(OTHER, draft.id());
    assertThat(surname(draft.id())).isEqualTo("Personnelle");
    // Nor does keeping under the same name touch it.
    DemandForm foreign = Acts.form("Étrangère", "44109");
    DemandDraft same =
        new DemandDraft(
            draft.id(), null, null, null, null, foreign, "APPLICANT", List.of(), 1, null, null);
    assertThat(AsAgent.call(OTHER, () -> drafts().keep(same)).apart()).isTrue();
    assertThat(surname(draft.id())).isEqualTo("Personnelle");
    discard(DESK, draft.id());
    assertThat(AsAgent.call(DESK, () -> drafts().open(draft.id()))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"adil.44", "commune.sans-guichet"})
  void R_441_2_1_whoDoesNotRegisterKeepsNoDraft(String login) {
    assertThatThrownBy(() -> AsAgent.call(login, () -> drafts().mine()))
        .isInstanceOf(EJBAccessException.class);
    DemandDraft draft = anew(Acts.form("Interdite", "44109"), "APPLICANT");
    assertThatThrownBy(() -> AsAgent.call(login, () -> drafts().keep(draft)))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void registeringForgetsTheDraftAndARefusalKeepsIt() throws Exception {
    DemandForm form = Acts.form("Enregistrée-Brouillon", "44109");
    form.getMotives().setMain(null);
    DemandDraft draft = anew(form, "RECAP");
    AsAgent.call(DESK, () -> drafts().keep(draft));
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () -> AsAgent.call(DESK, () -> registrations().register(form, Set.of(), draft.id())));
    assertThat(refused.faults()).extracting(Fault::field).containsExactly("motives.main");
    assertThat(AsAgent.call(DESK, () -> registrations().faults(form, null)))
        .extracting(Fault::field)
        .containsExactly("motives.main");
    assertThat(stored(draft.id())).isEqualTo(1);
    form.getMotives().setMain("09");
    AsAgent.call(DESK, () -> registrations().register(form, Set.of(), draft.id()));
    assertThat(stored(draft.id())).isZero();
  }

  @Test
  void aModificationIsKeptWithWhatWasReadAndForgottenWithIt() throws Exception {
    String number =
        AsAgent.call(DESK, () -> registrations().register(Acts.form("Modifiée-B", "44109")))
            .value();
    DemandForm read = Acts.form("Modifiée-B", "44109");
    DemandForm typed = Acts.form("Modifiée-B", "44109");
    typed.getContact().setAddressLine("8 quai de la Fosse");
    DemandDraft draft =
        new DemandDraft(
            UUID.randomUUID(),
            number,
            (int) Acts.count("select version from demand where unique_number = ?", number),
            read,
            WordOf.DOCUMENT,
            typed,
            "APPLICANT",
            List.of(),
            0,
            null,
            null);
    AsAgent.call(DESK, () -> drafts().keep(draft));
    DemandDraft found = AsAgent.call(DESK, () -> drafts().open(draft.id()));
    assertThat(found.uniqueNumber()).isEqualTo(number);
    assertThat(found.wordOf()).isEqualTo(WordOf.DOCUMENT);
    assertThat(found.formRead().getContact().getAddressLine()).isEqualTo("3 rue des Lilas");
    assertThat(journalled("Drafts.open", number)).isEqualTo(1);
    AsAgent.call(
        DESK,
        () ->
            registrations()
                .modify(
                    number,
                    found.versionRead(),
                    found.form(),
                    WordOf.DOCUMENT,
                    Set.of(),
                    draft.id()));
    assertThat(stored(draft.id())).isZero();
  }

  @Test
  void R_441_2_6_noDraftOfADemandOutOfScope() throws Exception {
    String elsewhere =
        Acts.text(
            "select unique_number from demand where departement_code = '056' or departement_code ="
                + " '56' limit 1");
    DemandDraft draft =
        new DemandDraft(
            UUID.randomUUID(),
            elsewhere,
            1,
            new DemandForm(),
            WordOf.APPLICANT,
            new DemandForm(),
            "APPLICANT",
            List.of(),
            0,
            null,
            null);
    assertThatThrownBy(() -> AsAgent.call(DESK, () -> drafts().keep(draft)))
        .isInstanceOf(NotInScope.class);
    assertThat(stored(draft.id())).isZero();
  }

  @Test
  void readingDraftsIsJournalledAsReadingNames() throws Exception {
    AsAgent.call(DESK, () -> drafts().keep(anew(Acts.form("Journal", "44109"), "APPLICANT")));
    long before = journalled("Drafts.mine");
    AsAgent.call(DESK, () -> drafts().mine());
    assertThat(journalled("Drafts.mine")).isEqualTo(before + 1);
  }

  @Test
  void anAgentHasTwentyDraftsAtMost() throws Exception {
    String login = "bailleur.saint-nazaire";
    for (int i = 0; i < DraftStore.MOST; i++) {
      AsAgent.call(login, () -> drafts().keep(anew(new DemandForm(), "APPLICANT")));
    }
    DemandDraft more = anew(new DemandForm(), "APPLICANT");
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class, () -> AsAgent.call(login, () -> drafts().keep(more)));
    assertThat(refused.faults()).extracting(Fault::code).containsExactly("TOO_MANY_DRAFTS");
    List<DraftList.Row> rows = AsAgent.call(login, () -> drafts().mine().rows());
    assertThat(rows).hasSize(DraftStore.MOST);
    discard(login, rows.get(0).id());
    assertThat(AsAgent.call(login, () -> drafts().keep(more)).revision()).isEqualTo(1);
    for (DraftList.Row row : AsAgent.call(login, () -> drafts().mine().rows())) {
      discard(login, row.id());
    }
  }

  @Test
  void draftsAreForgottenAfterThirtyDays() throws Exception {
    DemandDraft old = anew(Acts.form("Ancienne", "44109"), "APPLICANT");
    DemandDraft recent = anew(Acts.form("Récente", "44109"), "APPLICANT");
    AsAgent.call(DESK, () -> drafts().keep(old));
    AsAgent.call(DESK, () -> drafts().keep(recent));
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand_draft set updated_at = now() - interval '30 days 1 minute'"
                        + " where id = ?",
                    old.id()));
    Acts.of(ForgottenDrafts.class).forget();
    assertThat(stored(old.id())).isZero();
    assertThat(stored(recent.id())).isEqualTo(1);
  }

  private static DemandDraft anew(DemandForm form, String step, String... seen) {
    return new DemandDraft(
        UUID.randomUUID(), null, null, null, null, form, step, List.of(seen), 0, null, null);
  }

  private static DemandDraft with(DemandDraft draft, String surname, int revision) {
    return new DemandDraft(
        draft.id(),
        null,
        null,
        null,
        null,
        Acts.form(surname, "44109"),
        draft.step(),
        draft.seen(),
        revision,
        null,
        null);
  }

  private static void discard(String login, UUID id) throws Exception {
    AsAgent.call(
        login,
        () -> {
          drafts().discard(id);
          return null;
        });
  }

  private static String surname(UUID id) throws Exception {
    return AsAgent.call(DESK, () -> drafts().open(id)).form().getApplicant().getSurname();
  }

  private static long stored(UUID id) {
    return Acts.count("select count(*) from demand_draft where id = ?", id);
  }

  private static long journalled(String act) {
    return Acts.count(
        "select count(*) from journal_entry where act = ? and outcome = 'READ' and login = ?",
        act,
        DESK);
  }

  private static long journalled(String act, String number) {
    return Acts.count(
        "select count(*) from journal_entry where act = ? and outcome = 'READ'"
            + " and ? = any(unique_numbers)",
        act,
        number);
  }

  private static Drafts drafts() {
    return Acts.of(Drafts.class);
  }

  private static Registrations registrations() {
    return Acts.of(Registrations.class);
  }
}
