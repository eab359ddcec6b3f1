package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static fr.toitcommun.ear.ExtractActs.ask;
import static fr.toitcommun.ear.ExtractActs.await;
import static fr.toitcommun.ear.ExtractActs.extracts;
import static fr.toitcommun.ear.ExtractActs.prepared;
import static fr.toitcommun.ear.ExtractActs.taken;
import static fr.toitcommun.ear.ExtractActs.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.extract.OpenedExtract;
import fr.toitcommun.ejb.observatory.extract.Preparation;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.ExtractState;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
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

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        ExtractsIT.class, ExtractActs.class, JobActs.class, JobActs.Holder.class, Acts.class);
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
    String again = taken(LANDLORD, prepared(LANDLORD, ExtractKind.LIVE, ExtractFormat.CSV));
    assertThat(again).isNotEqualTo(csv);
    assertThat(again.lines().count()).isEqualTo(lines.size());
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
    long id = prepared(LANDLORD, ExtractKind.TABLE, ExtractFormat.CSV);
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
    long id = prepared(LANDLORD, ExtractKind.LIVE, ExtractFormat.CSV);
    taken(LANDLORD, id);
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and act = 'Extracts.take' and"
                    + " outcome = 'DONE' and detail like ?",
                LANDLORD,
                "extract " + id + " CSV LIVE columns=all rows %"))
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
    long id = prepared(LANDLORD, ExtractKind.TABLE, ExtractFormat.XLSX);
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
    long id = prepared(LANDLORD, ExtractKind.LIVE, ExtractFormat.ODS);
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
}
