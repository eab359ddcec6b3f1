package fr.toitcommun.ear;

import static fr.toitcommun.ear.Paperwork.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.dossier.DocumentUpkeep;
import fr.toitcommun.ejb.dossier.Previews;
import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Drafts;
import fr.toitcommun.ejb.registration.Duplicates;
import fr.toitcommun.ejb.registration.HandicapComplements;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.ejb.registration.SubjectRequests;
import fr.toitcommun.ejb.registration.letter.Letters;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.draft.DemandDraft;
import fr.toitcommun.persistence.registration.erasure.Erasure;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A person's whole way through the file, from the desk to the erasure, and then a look at every
 * byte that is left: in the tables, the documents' folder, the logs, and the database's own files.
 */
@ExtendWith(ArquillianExtension.class)
class ErasureOnDiskIT {
  private static final String NAME = "Zwyxkorvath";
  private static final String GIVEN = "Qvelindrix";
  private static final String STREET = "Vrombizantes";
  private static final List<String> MARKS = List.of(NAME, GIVEN, STREET);

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        ErasureOnDiskIT.class,
        Acts.class,
        JobActs.class,
        JobActs.Holder.class,
        Papers.class,
        Paperwork.class);
  }

  @Test
  void D_2017_917_4_afterTheErasureNoTableFileLogNorIndexHoldsTheName() throws Exception {
    List<String> numbers = List.of(lived("un"), lived("deux"));
    looked(numbers);
    left(numbers);
    checkpoint();
    assertThat(tables()).contains("demand", "household_member", "letter_copy", "demand_draft");
    assertThat(holding(documents())).isNotEmpty();
    assertThat(holding(database().resolve("base"))).isNotEmpty();
    erase(numbers);
    checkpoint();
    assertThat(tables()).isEmpty();
    assertThat(holding(documents())).as("documents and previews").isEmpty();
    assertThat(holding(server().resolve("log"))).as("logs").isEmpty();
    assertThat(holding(server().resolve("data"))).as("the server's own data").isEmpty();
    assertThat(holding(database())).as("files of the database but for the WAL").isEmpty();
  }

  /** At a desk, by a system that may repeat itself: registered, changed, documented, written to. */
  private static String lived(String which) throws Exception {
    DemandForm form = Acts.form(NAME, "44109");
    form.getApplicant().setGivenName(GIVEN);
    form.getApplicant().setEmail(NAME.toLowerCase(Locale.ROOT) + "@example.org");
    form.getApplicant().setEmployer("Atelier " + NAME);
    form.getContact().setAddressLine("12 rue des " + STREET);
    form.getHelper().setName("Mme " + STREET);
    String number =
        AsAgent.call(
                DESK,
                () ->
                    Acts.of(Registrations.class)
                        .register(form, Set.of("TC-0005"), NAME + which, NAME + "digest"))
            .value();
    DemandFile file = AsAgent.call(DESK, () -> Acts.of(DemandFiles.class).open(number));
    DemandForm moved = file.form();
    moved.getContact().setAddressComplement("Bâtiment " + STREET);
    AsAgent.call(
        DESK,
        () -> Acts.of(Registrations.class).modify(number, file.version(), moved, WordOf.APPLICANT));
    long applicant = file.form().getApplicant().getId();
    long paper =
        Paperwork.deposit(
            DESK, number, Paperwork.of("IDENTITY", applicant), Papers.pdf(GIVEN + " " + NAME));
    CDI.current()
        .select(Previews.class)
        .get()
        .of(Paperwork.open(DESK, number, paper), "large")
        .orElseThrow();
    AsAgent.call(
        DESK,
        () -> {
          HandicapPersonForm person = new HandicapPersonForm();
          person.setPersonId(applicant);
          person.setDetail("Le fauteuil de " + GIVEN);
          HandicapComplementForm complement = new HandicapComplementForm();
          complement.getPersons().add(person);
          Acts.of(HandicapComplements.class).put(number, version(number), complement);
          Acts.of(SubjectRequests.class).noteRectification(number, NAME + ", avec un w");
          for (LetterRow letter : Acts.of(Letters.class).of(number).letters()) {
            Acts.of(Letters.class).make(letter.id());
          }
          Acts.of(Drafts.class)
              .keep(
                  new DemandDraft(
                      UUID.randomUUID(),
                      number,
                      version(number),
                      moved,
                      WordOf.APPLICANT,
                      moved,
                      "APPLICANT",
                      List.of(),
                      0,
                      null,
                      null));
          return null;
        });
    // An inadmissibility is a landlord's to tell, in its commission's words.
    AsAgent.call(
        Paperwork.LANDLORD,
        () -> {
          Acts.of(Letters.class)
              .notice(number, LetterKind.INADMISSIBILITY_NOTICE, "IRRRES", "Ressources de " + NAME);
          return null;
        });
    return number;
  }

  private static int version(String number) {
    return (int) Acts.count("select version from demand where unique_number = ?", number);
  }

  /** By name, as duplicates, as copies for the person: what leaves traces of reading. */
  private static void looked(List<String> numbers) throws Exception {
    AsAgent.call(DESK, () -> Acts.of(DemandFiles.class).find(GIVEN + " " + NAME, 0, 10));
    AsAgent.call(DESK, () -> Acts.of(SubjectRequests.class).copy(numbers.get(0)));
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    long set =
        Acts.count(
            "select m.set_id from duplicate_member m join demand d on d.id = m.demand_id"
                + " join duplicate_set s on s.id = m.set_id"
                + " where d.unique_number = ? and s.state = 'OPEN'",
            numbers.get(0));
    AsAgent.call(
        "gestionnaire",
        () -> {
          Acts.of(Duplicates.class).notSame(set, numbers.get(0), GIVEN + " et sa mère");
          return null;
        });
    // What the planner samples is in the file, too.
    Acts.database().useHandle(handle -> handle.execute("analyze"));
  }

  private static void left(List<String> numbers) throws Exception {
    for (String number : numbers) {
      AsAgent.call(
          DESK,
          () -> {
            Acts.of(Cancellations.class)
                .cancel(
                    number,
                    version(number),
                    new Cancellation(CancellationReason.RADABA, null, null, null));
            return null;
          });
      Acts.database()
          .useHandle(
              handle ->
                  handle.execute(
                      "update demand set cancelled_on = cancelled_on - 400 where unique_number = ?",
                      number));
    }
  }

  private static void erase(List<String> numbers) {
    LocalDate today = LocalDate.now();
    Acts.database()
        .useHandle(
            handle -> {
              List<Long> demands =
                  handle
                      .createQuery("select id from demand where unique_number = any(:numbers)")
                      .bindArray("numbers", String.class, numbers)
                      .mapTo(Long.class)
                      .list();
              int erased =
                  handle.inTransaction(
                      tx -> Erasure.erase(tx, demands, today.minusYears(1), today));
              assertThat(erased).isEqualTo(numbers.size());
              Erasure.tidy(handle, () -> {});
            });
    Acts.of(DocumentUpkeep.class).sweep();
  }

  /** Has PostgreSQL write all it holds in memory, which its superuser alone may ask. */
  private static void checkpoint() throws Exception {
    DataSource source = InitialContext.doLookup("java:jboss/datasources/ToitCommun");
    Class<?> driver;
    try (Connection own = source.getConnection()) {
      driver =
          own.unwrap(Connection.class)
              .getMetaData()
              .getConnection()
              .getClass()
              .getClassLoader()
              .loadClass("org.postgresql.Driver");
    }
    Properties superuser = new Properties();
    superuser.setProperty("user", "postgres");
    superuser.setProperty("password", System.getenv("TOITCOMMUN_DB_PASSWORD"));
    try (Connection connection =
            ((Driver) driver.getDeclaredConstructor().newInstance())
                .connect(System.getenv("TOITCOMMUN_DB_URL"), superuser);
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  /** Tables that hold a mark in any of their columns. */
  private static List<String> tables() {
    return Acts.database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select format('%I.%I', table_schema, table_name) from"
                            + " information_schema.tables where table_type = 'BASE TABLE' and"
                            + " table_schema not in ('pg_catalog', 'information_schema')")
                    .mapTo(String.class)
                    .filter(
                        table ->
                            handle
                                .createQuery(
                                    "select exists (select 1 from "
                                        + table
                                        + " t where t::text ~* :marks)")
                                .bind("marks", String.join("|", MARKS))
                                .mapTo(Boolean.class)
                                .one())
                    .map(table -> table.replace("public.", ""))
                    .list());
  }

  private static Path server() {
    return Path.of(System.getProperty("jboss.server.base.dir"));
  }

  /** The folder of the embedded PostgreSQL, as TestSession lays it. */
  private static Path database() {
    return server().resolveSibling("it-data").resolve("postgresql");
  }

  private static Path documents() {
    return Paperwork.STORE.path(UUID.randomUUID()).getParent().getParent().getParent();
  }

  /** Files under a folder that hold a mark, however it is written; the WAL is told apart. */
  private static List<String> holding(Path folder) throws IOException {
    List<String> holding = new ArrayList<>();
    if (!Files.exists(folder)) {
      return holding;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.toString().contains("pg_wal") && holds(file)) {
          holding.add(folder.relativize(file).toString());
        }
      }
    } catch (UncheckedIOException goneMeanwhile) {
      throw goneMeanwhile.getCause();
    }
    return holding;
  }

  private static boolean holds(Path file) throws IOException {
    try {
      String bytes =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
              .toLowerCase(Locale.ROOT);
      return MARKS.stream().anyMatch(mark -> bytes.contains(mark.toLowerCase(Locale.ROOT)));
    } catch (NoSuchFileException goneMeanwhile) {
      return false;
    }
  }
}
