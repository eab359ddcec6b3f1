package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.dossier.Deposits;
import fr.toitcommun.ejb.dossier.OpenedDocument;
import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.dossier.ContentStore;
import fr.toitcommun.persistence.registration.dossier.Deposit;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Inside the server: what tests of documents do again and again. */
final class Paperwork {
  static final String DESK = "guichet.nantes";
  static final String LANDLORD = "bailleur.nantes";
  static final ContentStore STORE = ContentStore.configured();

  private Paperwork() {}

  static SupportingDocuments documents() {
    return Acts.of(SupportingDocuments.class);
  }

  static String register(String surname) throws Exception {
    return AsAgent.call(
        DESK, () -> Acts.of(Registrations.class).register(Acts.form(surname, "44109")).value());
  }

  static Deposit of(String kind, Long person) {
    return new Deposit(kind, person, null, null, null, null);
  }

  static long deposit(String login, String number, Deposit what, byte[] content) throws Exception {
    return AsAgent.call(
        login,
        () ->
            CDI.current()
                .select(Deposits.class)
                .get()
                .deposit(number, what, Papers.stream(content)));
  }

  static Dossier dossier(String login, String number) throws Exception {
    return AsAgent.call(login, () -> documents().dossier(number));
  }

  static Dossier.Document document(String login, String number, long id) throws Exception {
    return dossier(login, number).documents().stream()
        .filter(one -> one.id() == id)
        .findFirst()
        .orElseThrow();
  }

  static OpenedDocument open(String login, String number, long id) throws Exception {
    return AsAgent.call(login, () -> documents().open(number, id));
  }

  static long applicant(String number) throws Exception {
    return dossier(DESK, number).persons().get(0).id();
  }

  static String fault(Callable<?> act) {
    return catchThrowableOfType(RefusedInput.class, act::call).faults().get(0).code();
  }

  static long entries(String login, String outcome, String act) {
    return Acts.count(
        "select count(*) from journal_entry where login = ? and outcome = ? and act = ?",
        login,
        outcome,
        act);
  }

  /** Files in the store and claims on them: what a refused document must not leave. */
  static List<Object> kept() throws IOException {
    List<Object> kept = new ArrayList<>();
    kept.add(Acts.count("select count(*) from supporting_document"));
    kept.add(Acts.count("select count(*) from content_to_sweep"));
    Path root = STORE.path(UUID.randomUUID()).getParent().getParent().getParent();
    try (Stream<Path> all = Files.walk(root)) {
      kept.add(all.filter(Files::isRegularFile).count());
    }
    return kept;
  }

  static Void judge(long id, String number, DocumentStatus seen, String reason) throws Exception {
    return AsAgent.call(
        DESK,
        () -> {
          documents().judge(number, id, seen, reason);
          return null;
        });
  }

  static Void delete(String login, String number, long id, String reason) throws Exception {
    return AsAgent.call(
        login,
        () -> {
          documents().delete(number, id, reason);
          return null;
        });
  }
}
