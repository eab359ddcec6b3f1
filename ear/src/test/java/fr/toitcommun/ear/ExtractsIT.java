package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.extract.ExtractDeliveries;
import fr.toitcommun.ejb.observatory.extract.Extracts;
import fr.toitcommun.ejb.observatory.extract.OpenedExtract;
import fr.toitcommun.ejb.observatory.extract.Preparation;
import fr.toitcommun.persistence.observatory.extract.Delivery;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.ExtractState;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.observatory.extract.Rhythm;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Extracts from the asking to the end of their time, and who may have what. */
@ExtendWith(ArquillianExtension.class)
class ExtractsIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String OTHER = "bailleur.saint-nazaire";
  private static final String MANAGER = "gestionnaire";
  private static final String STATISTICS = "adil.44";
  private static final int MOST_LOOKS = 1200;

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        ExtractsIT.class, JobActs.class, JobActs.Holder.class, Acts.class);
  }

  private static Extracts extracts() {
    return Acts.of(Extracts.class);
  }

  private static NewExtract wanted(ExtractKind kind, ExtractFormat format) {
    return new NewExtract(
        "Essai " + kind,
        kind == ExtractKind.TABLE
            ? ExtractContent.table("indicator=ACTIVE&rows=AGE&columns=TRANSFER")
            : new ExtractContent(kind, null, null, null, Map.of(), List.of()),
        format,
        "fr");
  }

  private static long ask(String login, ExtractKind kind, ExtractFormat format) throws Exception {
    return AsAgent.call(login, () -> extracts().ask(wanted(kind, format)));
  }

  /** Waits, in the database, until it is over. */
  private static ExtractRow await(String login, long id) throws Exception {
    for (int look = 0; look < MOST_LOOKS; look++) {
      ExtractRow row = AsAgent.call(login, () -> extracts().open(id));
      if (!row.state().isUnderWay()) {
        return row;
      }
      Acts.text("select 'waited' || pg_sleep(0.05)");
    }
    throw new AssertionError("Still under way: " + id);
  }

  private static String taken(String login, long id) throws Exception {
    OpenedExtract file = AsAgent.call(login, () -> extracts().take(id));
    try (InputStream content = file.content()) {
      byte[] bytes = content.readAllBytes();
      assertThat(bytes).hasSize((int) file.size());
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyFormatOfEveryKindIsPreparedAndTheFileIsThere() throws Exception {
    for (ExtractFormat format :
        EnumSet.complementOf(EnumSet.of(ExtractFormat.PDF, ExtractFormat.ODT))) {
      for (ExtractKind kind : List.of(ExtractKind.TABLE, ExtractKind.LIVE, ExtractKind.FACTS)) {
        long id = ask(LANDLORD, kind, format);
        ExtractRow row = await(LANDLORD, id);
        assertThat(row.state()).as(kind + " " + format).isEqualTo(ExtractState.READY);
        assertThat(row.percent()).isEqualTo(100);
        assertThat(row.rowsDone()).isEqualTo(row.rowsTotal());
        assertThat(taken(LANDLORD, id)).isNotEmpty();
        act(LANDLORD, () -> extracts().delete(id));
      }
    }
  }

  /**
   * A row for each demand in scope, with every code beside its label, and nothing to find it by.
   */
  @Test
  void rowsAreThoseOfThePartnersScopeAndNameNobody() throws Exception {
    long id = ask(LANDLORD, ExtractKind.LIVE, ExtractFormat.CSV);
    ExtractRow row = await(LANDLORD, id);
    String csv = taken(LANDLORD, id);
    List<String> lines = csv.lines().toList();
    long inScope =
        Acts.count(
            "select count(*) from demand d where d.status = 'ACTIVE' and (d.departement_code ="
                + " any(array(select code from partner_territory where partner_id = ? and level ="
                + " 'DEPARTEMENT')) or d.desk_id in (select id from registration_desk where"
                + " partner_id = ?))",
            row.partnerId(),
            row.partnerId());
    assertThat(inScope).isPositive();
    assertThat(row.rowsTotal()).isEqualTo(inScope);
    assertThat(lines).hasSize((int) inScope + 1);
    List<String> names = Arrays.asList(lines.get(0).substring(1).split(";"));
    assertThat(names).startsWith("ligne", "departement", "departement_libelle");
    int departement = names.indexOf("departement");
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> "44".equals(line.split(";", -1)[departement]));
    assertThat(csv).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    List<String> numbers =
        Acts.database()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select unique_number from demand limit 200")
                        .mapTo(String.class)
                        .list());
    assertThat(numbers).isNotEmpty().noneMatch(csv::contains);
    String dictionary = AsAgent.call(LANDLORD, () -> extracts().dictionary(id));
    assertThat(dictionary).contains("Lignes anonymes").contains("motif_libelle");
    // The rows stand in no order that the base has.
    String again = taken(LANDLORD, id(ask(LANDLORD, ExtractKind.LIVE, ExtractFormat.CSV)));
    assertThat(again).isNotEqualTo(csv);
    assertThat(again.lines().count()).isEqualTo(lines.size());
  }

  private static long id(long asked) throws Exception {
    await(LANDLORD, asked);
    return asked;
  }

  @Test
  void R_441_2_6_rowsAreForRegisteringServicesThatMayTakeThemOutAndTablesForAll() throws Exception {
    for (String login :
        List.of(STATISTICS, "commune.sans-guichet", "departement.44", "guichet.nantes")) {
      assertThatThrownBy(() -> ask(login, ExtractKind.LIVE, ExtractFormat.CSV))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
      assertThatThrownBy(() -> ask(login, ExtractKind.FACTS, ExtractFormat.CSV))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
      long id = ask(login, ExtractKind.TABLE, ExtractFormat.CSV);
      assertThat(await(login, id).state()).as(login).isEqualTo(ExtractState.READY);
      assertThat(taken(login, id)).contains("secret_statistique");
      act(login, () -> extracts().delete(id));
    }
    for (String login : List.of(LANDLORD, "prefecture.44", "action.logement", MANAGER)) {
      long id = ask(login, ExtractKind.LIVE, ExtractFormat.CSV);
      assertThat(await(login, id).state()).as(login).isEqualTo(ExtractState.READY);
      act(login, () -> extracts().delete(id));
    }
  }

  @Test
  void whatIsSecretInATableIsSecretInItsExtract() throws Exception {
    long id =
        AsAgent.call(
            STATISTICS,
            () ->
                extracts()
                    .ask(
                        new NewExtract(
                            "Communes",
                            ExtractContent.table("indicator=ACTIVE&rows=MUNICIPALITY&columns=AGE"),
                            ExtractFormat.CSV,
                            "fr")));
    await(STATISTICS, id);
    List<String> lines = taken(STATISTICS, id).lines().skip(1).toList();
    assertThat(lines).anyMatch(line -> line.endsWith(";;;1;oui"));
    long threshold =
        Acts.count("select value from rule_parameter where name = 'SMALL_CELL_THRESHOLD'");
    assertThat(lines)
        .filteredOn(line -> line.endsWith(";0;non"))
        .allMatch(
            line -> {
              String[] cells = line.split(";", -1);
              String base = cells[cells.length - 3];
              return base.equals("0") || base.isEmpty() || Long.parseLong(base) >= threshold;
            });
    act(STATISTICS, () -> extracts().delete(id));
  }

  @Test
  void anotherAgentFindsNothing() throws Exception {
    long id = id(ask(LANDLORD, ExtractKind.TABLE, ExtractFormat.CSV));
    for (String login : List.of(OTHER, MANAGER, STATISTICS)) {
      assertThatThrownBy(() -> AsAgent.call(login, () -> extracts().open(id)))
          .isInstanceOf(NotInScope.class);
      assertThatThrownBy(() -> AsAgent.call(login, () -> extracts().take(id)))
          .isInstanceOf(NotInScope.class);
      assertThatThrownBy(() -> act(login, () -> extracts().delete(id)))
          .isInstanceOf(NotInScope.class);
    }
    assertThat(AsAgent.call(LANDLORD, () -> extracts().open(id)).state())
        .isEqualTo(ExtractState.READY);
  }

  @Test
  void whoTookWhatOutIsJournalled() throws Exception {
    long id = id(ask(LANDLORD, ExtractKind.LIVE, ExtractFormat.CSV));
    taken(LANDLORD, id);
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and act = 'Extracts.take' and"
                    + " outcome = 'DONE' and detail like ?",
                LANDLORD,
                "extract " + id + " LIVE CSV rows %"))
        .isEqualTo(1);
    assertThatThrownBy(() -> AsAgent.call(OTHER, () -> extracts().take(id)))
        .isInstanceOf(NotInScope.class);
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and act = 'Extracts.take' and"
                    + " outcome = 'REFUSED' and detail = ?",
                OTHER,
                "extract " + id))
        .isEqualTo(1);
  }

  @Test
  void afterItsTimeNobodyHasItAndTheNightDeletesItsFile() throws Exception {
    long id = id(ask(LANDLORD, ExtractKind.TABLE, ExtractFormat.XLSX));
    OpenedExtract file = AsAgent.call(LANDLORD, () -> extracts().take(id));
    assertThat(
            Acts.count(
                "select count(*) from extract where id = ? and expires_at - ended_at = interval '48"
                    + " hours'",
                id))
        .isEqualTo(1);
    Acts.database()
        .useHandle(
            handle -> handle.execute("update extract set expires_at = now() where id = ?", id));
    assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> extracts().take(id)))
        .isInstanceOf(NotInScope.class);
    JobActs.run("DELIVERIES", LocalDate.now());
    assertThat(Acts.count("select count(*) from extract where id = ?", id)).isZero();
    assertThat(
            Acts.count(
                "select count(*) from content_to_sweep where storage_key = ?",
                file.key().toString()))
        .isEqualTo(1);
  }

  @Test
  void whatAServerLeftHalfDoneIsBegunAnew() throws Exception {
    long id = id(ask(LANDLORD, ExtractKind.LIVE, ExtractFormat.ODS));
    // As a server leaves it that was killed.
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update extract set state = 'RUNNING', storage_key = null, size = null,"
                        + " rows_done = 3, server = 'gone 1', beat_at = now() - interval '1 hour'"
                        + " where id = ?",
                    id));
    CDI.current().select(Preparation.class).get().look();
    ExtractRow row = await(LANDLORD, id);
    assertThat(row.state()).isEqualTo(ExtractState.READY);
    assertThat(row.rowsDone()).isEqualTo(row.rowsTotal());
    assertThat(taken(LANDLORD, id)).startsWith("PK");
    act(LANDLORD, () -> extracts().delete(id));
  }

  @Test
  void anAgentHasOnlySoManyUnderWay() throws Exception {
    long waiting =
        Acts.database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "insert into extract (agent_id, partner_id, delivered, name, content,"
                                + " format, language, state, server, beat_at, attempts, asked_at,"
                                + " expires_at) select a.id, a.partner_id, false, 'x',"
                                + " '{\"kind\":\"TABLE\",\"filters\":{},\"columns\":[]}', 'CSV',"
                                + " 'fr', 'RUNNING', 'other 1', now() + interval '1 hour', 1,"
                                + " now(), now() + interval '1 day' from agent a cross join"
                                + " generate_series(1, 3) where a.login = 'prefecture.44' returning"
                                + " id")
                        .mapTo(Long.class)
                        .list())
            .get(0);
    assertThat(
            Acts.codes(
                "prefecture.44",
                () -> extracts().ask(wanted(ExtractKind.TABLE, ExtractFormat.CSV))))
        .containsExactly("EXTRACTS_UNDER_WAY");
    act("prefecture.44", () -> extracts().cancel(waiting));
    long id = ask("prefecture.44", ExtractKind.TABLE, ExtractFormat.CSV);
    assertThat(await("prefecture.44", id).state()).isEqualTo(ExtractState.READY);
    Acts.database().useHandle(handle -> handle.execute("delete from extract where name = 'x'"));
  }

  @Test
  void everyFaultIsNamedAtItsField() {
    assertThat(
            Acts.faults(
                LANDLORD,
                () ->
                    extracts()
                        .ask(
                            new NewExtract(
                                " ",
                                new ExtractContent(
                                    ExtractKind.FACTS,
                                    null,
                                    LocalDate.of(2026, 2, 1),
                                    LocalDate.of(2026, 1, 1),
                                    Map.of("TYPE", List.of("T2'--")),
                                    List.of("SURNAME")),
                                null,
                                "fr"))))
        .containsExactlyInAnyOrder(
            "name REQUIRED",
            "format REQUIRED",
            "columns[0] UNKNOWN_CODE",
            "filters.TYPE UNKNOWN_CODE",
            "to ENDS_BEFORE_IT_BEGINS");
    assertThat(
            Acts.faults(
                LANDLORD,
                () ->
                    extracts()
                        .ask(
                            new NewExtract(
                                "Filtres",
                                new ExtractContent(
                                    ExtractKind.LIVE,
                                    null,
                                    null,
                                    null,
                                    Map.of(
                                        "TYPE",
                                        List.of(),
                                        "DEPARTEMENT",
                                        List.of("44", "ZZ"),
                                        "AGE",
                                        List.of("?", "A999")),
                                    List.of()),
                                ExtractFormat.CSV,
                                "fr"))))
        .containsExactlyInAnyOrder(
            "filters.TYPE UNKNOWN_CODE",
            "filters.DEPARTEMENT UNKNOWN_CODE",
            "filters.AGE UNKNOWN_CODE");
  }

  @Test
  void rowsOfASnapshotAreThoseOfItsDay() throws Exception {
    JobActs.run("MONTHLY_FILES", LocalDate.now());
    List<LocalDate> days =
        AsAgent.call(LANDLORD, () -> extracts().choices(Locale.FRENCH)).snapshots();
    assertThat(days).isNotEmpty();
    LocalDate day = days.get(days.size() - 1);
    long id =
        AsAgent.call(
            LANDLORD,
            () ->
                extracts()
                    .ask(
                        new NewExtract(
                            "Photographie",
                            new ExtractContent(
                                ExtractKind.SNAPSHOT,
                                null,
                                day,
                                null,
                                Map.of("DEPARTEMENT", List.of("44")),
                                List.of("DEPARTEMENT", "TYPE")),
                            ExtractFormat.CSV,
                            "fr")));
    ExtractRow row = await(LANDLORD, id);
    assertThat(row.state()).isEqualTo(ExtractState.READY);
    assertThat(row.rowsTotal()).isPositive();
    List<String> lines = taken(LANDLORD, id).lines().toList();
    assertThat(lines).hasSize(row.rowsTotal().intValue() + 1);
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains(";44;"));
    assertThat(AsAgent.call(LANDLORD, () -> extracts().dictionary(id)))
        .contains("photographie du")
        .contains(String.valueOf(day.getYear()))
        .contains("Loire-Atlantique");
    act(LANDLORD, () -> extracts().delete(id));
  }

  @Test
  void whoMovesToAnotherPartnerTakesNothingAlongAndGetsNothingMade() throws Exception {
    long id = id(ask(LANDLORD, ExtractKind.LIVE, ExtractFormat.CSV));
    long partner = Acts.count("select partner_id from agent where login = ?", LANDLORD);
    long other = Acts.count("select partner_id from agent where login = ?", OTHER);
    try {
      move(LANDLORD, other);
      assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> extracts().take(id)))
          .isInstanceOf(NotInScope.class);
      assertThat(AsAgent.call(LANDLORD, () -> extracts().mine(0, 100)).rows())
          .extracting(ExtractRow::id)
          .doesNotContain(id);
      // Not begun before they moved.
      begun(id);
      assertThat(failure(id)).isEqualTo("NO_LONGER_ALLOWED");
    } finally {
      move(LANDLORD, partner);
    }
    act(LANDLORD, () -> extracts().delete(id));
  }

  @Test
  void aDeliveryEndsWhenWhoSetItUpMayNoLongerHaveIt() throws Exception {
    ExtractDeliveries deliveries = Acts.of(ExtractDeliveries.class);
    long delivery =
        AsAgent.call(
            OTHER,
            () -> deliveries.set(wanted(ExtractKind.LIVE, ExtractFormat.CSV), Rhythm.DAY, null));
    Acts.database()
        .useHandle(
            handle -> {
              handle.execute(
                  "update extract_delivery set next_on = current_date where id = ?", delivery);
              handle.execute("update agent set active = false where login = ?", OTHER);
            });
    long id;
    try {
      JobActs.run("DELIVERIES", LocalDate.now());
      CDI.current().select(Preparation.class).get().look();
      id = Acts.count("select max(id) from extract where delivered");
      assertThat(failure(id)).isEqualTo("NO_LONGER_ALLOWED");
    } finally {
      Acts.database()
          .useHandle(
              handle -> handle.execute("update agent set active = true where login = ?", OTHER));
    }
    assertThat(Acts.count("select count(*) from extract_delivery where id = ?", delivery)).isZero();
    act(OTHER, () -> extracts().delete(id));
  }

  @Test
  void whatLiesInTheFolderIsNotDeletedByWhoMayNotTakeItOut() throws Exception {
    long partner = Acts.count("select partner_id from agent where login = ?", STATISTICS);
    long id =
        Acts.database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "insert into extract (agent_id, partner_id, delivered, name, content,"
                                + " format, language, state, asked_at, expires_at, failure) select"
                                + " a.id, ?, true, 'folder',"
                                + " '{\"kind\":\"TABLE\",\"filters\":{},\"columns\":[]}', 'CSV',"
                                + " 'fr', 'FAILED', now(), now() + interval '1 day', 'FAULT' from"
                                + " agent a where a.login = ? returning id")
                        .bind(0, partner)
                        .bind(1, MANAGER)
                        .mapTo(Long.class)
                        .one());
    assertThatThrownBy(() -> act(STATISTICS, () -> extracts().delete(id)))
        .isInstanceOf(EJBAccessException.class);
    ExtractRow row = AsAgent.call(STATISTICS, () -> extracts().open(id));
    assertThat(AsAgent.call(STATISTICS, () -> extracts().mayEnd(row))).isFalse();
    Acts.database().useHandle(handle -> handle.execute("delete from extract where id = ?", id));
  }

  private static void move(String login, long partner) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute("update agent set partner_id = ? where login = ?", partner, login));
  }

  private static void begun(long id) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update extract set state = 'WAITING', storage_key = null, size = null where id"
                        + " = ?",
                    id));
    CDI.current().select(Preparation.class).get().look();
  }

  /** Why it failed, once it is over. */
  private static String failure(long id) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      if (Acts.count(
              "select count(*) from extract where id = ? and state in ('WAITING', 'RUNNING')", id)
          == 0) {
        return Acts.text("select coalesce(failure, state) from extract where id = " + id);
      }
      Acts.text("select 'waited' || pg_sleep(0.05)");
    }
    throw new AssertionError("Still under way: " + id);
  }

  @Test
  void aDeliveryComesByNightIntoThePartnersFolderAndNobodyElses() throws Exception {
    ExtractDeliveries deliveries = Acts.of(ExtractDeliveries.class);
    long partner = Acts.count("select partner_id from agent where login = ?", OTHER);
    // Nobody but the manager delivers to others; and rows go to nobody who sees statistics only.
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    LANDLORD,
                    () ->
                        deliveries.set(
                            wanted(ExtractKind.TABLE, ExtractFormat.CSV), Rhythm.DAY, partner)))
        .isInstanceOf(EJBAccessException.class);
    long statistics = Acts.count("select partner_id from agent where login = ?", STATISTICS);
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    MANAGER,
                    () ->
                        deliveries.set(
                            wanted(ExtractKind.LIVE, ExtractFormat.CSV), Rhythm.DAY, statistics)))
        .isInstanceOf(EJBAccessException.class);
    long delivery =
        AsAgent.call(
            MANAGER,
            () -> deliveries.set(wanted(ExtractKind.LIVE, ExtractFormat.CSV), Rhythm.DAY, partner));
    assertThat(AsAgent.call(OTHER, () -> deliveries.list(0, 100)).rows())
        .extracting(Delivery::id)
        .contains(delivery);
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update extract_delivery set next_on = current_date - 2 where id = ?",
                    delivery));
    JobActs.run("DELIVERIES", LocalDate.now());
    CDI.current().select(Preparation.class).get().look();
    long id = Acts.count("select id from extract where delivery_id = ?", delivery);
    ExtractRow row = await(OTHER, id);
    assertThat(row.state()).isEqualTo(ExtractState.READY);
    assertThat(
            Acts.count(
                "select count(*) from extract where id = ? and expires_at > now() + interval '12"
                    + " months'",
                id))
        .isEqualTo(1);
    assertThat(AsAgent.call(OTHER, () -> extracts().delivered(0, 50)).rows())
        .extracting(ExtractRow::id)
        .contains(id);
    // It keeps to the scope of the partner, not of the manager who set it up.
    assertThat(row.rowsTotal())
        .isLessThan(Acts.count("select count(*) from demand where status = 'ACTIVE'"));
    assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> extracts().open(id)))
        .isInstanceOf(NotInScope.class);
    act(OTHER, () -> deliveries.end(delivery));
    assertThat(AsAgent.call(OTHER, () -> extracts().open(id)).state())
        .isEqualTo(ExtractState.READY);
    act(OTHER, () -> extracts().delete(id));
  }
}
