package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.extract.OpenedExtract;
import fr.toitcommun.ejb.observatory.extract.Preparation;
import fr.toitcommun.ejb.observatory.report.ReportRequest;
import fr.toitcommun.ejb.observatory.report.Reports;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.observatory.report.ReportCollection;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole collection of a report: made on behalf of who asked, as they would see each alone. */
@ExtendWith(ArquillianExtension.class)
class ReportCollectionsIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String STATISTICS = "adil.44";
  private static final String DESK = "guichet.nantes";
  private static final int YEAR = LocalDate.now().getYear() - 1;

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        ReportCollectionsIT.class, Acts.class, ExtractActs.class, Zipped.class);
  }

  private static NewExtract wanted(ReportKind kind, TerritoryLevel level) {
    return new NewExtract(
        "Collection",
        ExtractContent.collection(new ReportCollection(kind, level, null, YEAR, null)),
        ExtractFormat.ODT,
        "fr");
  }

  private static long ask(String login, ReportKind kind, TerritoryLevel level) throws Exception {
    return AsAgent.call(login, () -> ExtractActs.extracts().ask(wanted(kind, level)));
  }

  private static Map<String, byte[]> taken(String login, long id) throws Exception {
    OpenedExtract file = AsAgent.call(login, () -> ExtractActs.extracts().take(id));
    assertThat(file.mediaType()).isEqualTo("application/zip");
    try (InputStream content = file.content()) {
      return Zipped.entries(content.readAllBytes());
    }
  }

  private static String text(byte[] odt) throws IOException {
    return new String(Zipped.entries(odt).get("content.xml"), StandardCharsets.UTF_8);
  }

  private static byte[] alone(String login, ReportKind kind, String territory) throws Exception {
    return AsAgent.call(
        login,
        () ->
            Acts.of(Reports.class)
                .make(new ReportRequest(kind.name(), territory, YEAR, null, null, "odt", "fr"))
                .content());
  }

  /** Commitments differ most: a landlord sees its own, who sees statistics only sees totals. */
  @Test
  void eachReportIsTheOneThatItsPartnerWouldHaveAlone() throws Exception {
    long inScope =
        Acts.count(
            "select count(distinct epci_siren) from municipality where departement_code = '44'");
    assertThat(inScope).isGreaterThan(5);
    String ofLandlord = null;
    for (String login : List.of(LANDLORD, STATISTICS)) {
      long id = ask(login, ReportKind.COLLECTIVE, TerritoryLevel.EPCI);
      assertThat(ExtractActs.awaited(id)).as(login).isEqualTo("READY");
      Map<String, byte[]> files = taken(login, id);
      List<String> reports = files.keySet().stream().filter(name -> name.endsWith(".odt")).toList();
      assertThat(reports).hasSize((int) inScope);
      assertThat(new String(files.get("sommaire.csv"), StandardCharsets.UTF_8))
          .contains(reports)
          .contains("accords collectifs")
          .contains("Ce que voit")
          // That of Ancenis goes on beyond the Loire.
          .contains("(partie située dans le département Loire-Atlantique)");
      for (String code : List.of("244400404", code(reports.get(0)), code(reports.get(3)))) {
        String one = reports.stream().filter(name -> code(name).equals(code)).findFirst().get();
        assertThat(text(files.get(one)))
            .as(login + " " + one)
            .isEqualTo(text(alone(login, ReportKind.COLLECTIVE, code)));
        if (code.equals("244400404")) {
          assertThat(text(files.get(one))).isNotEqualTo(ofLandlord);
          ofLandlord = text(files.get(one));
        }
      }
      assertThat(AsAgent.call(login, () -> ExtractActs.extracts().dictionary(id)))
          .contains(reports);
      act(login, () -> ExtractActs.extracts().delete(id));
    }
  }

  private static String code(String file) {
    return file.substring(file.lastIndexOf('-') + 1, file.lastIndexOf('.'));
  }

  @Test
  void theSameHoldsForFiguresOfAWholeDepartement() throws Exception {
    long id = ask(STATISTICS, ReportKind.TERRITORY, TerritoryLevel.DEPARTEMENT);
    assertThat(ExtractActs.awaited(id)).isEqualTo("READY");
    Map<String, byte[]> files = taken(STATISTICS, id);
    assertThat(files).hasSize(2);
    assertThat(text(files.values().iterator().next()))
        .isEqualTo(text(alone(STATISTICS, ReportKind.TERRITORY, "44")));
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and act = 'Extracts.ask' and"
                    + " outcome = 'DONE' and detail = ?",
                STATISTICS,
                "extract " + id + " ODT REPORTS report=TERRITORY by=DEPARTEMENT of=" + YEAR))
        .isEqualTo(1);
    assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> ExtractActs.extracts().take(id)))
        .isInstanceOf(NotInScope.class);
    act(STATISTICS, () -> ExtractActs.extracts().delete(id));
  }

  @Test
  void whoMayNotObserveAsksForNoneAndHasNoneMade() throws Exception {
    long id = ask(DESK, ReportKind.COLLECTIVE, TerritoryLevel.DEPARTEMENT);
    assertThat(ExtractActs.awaited(id)).isEqualTo("READY");
    String right =
        "agent_right where right_name = 'OBSERVE' and agent_id = (select id from agent where login"
            + " = '"
            + DESK
            + "')";
    Acts.database().useHandle(handle -> handle.execute("delete from " + right));
    try {
      assertThatThrownBy(() -> ask(DESK, ReportKind.COLLECTIVE, TerritoryLevel.DEPARTEMENT))
          .isInstanceOf(EJBAccessException.class);
      // What was begun before is not made any more either.
      Acts.database()
          .useHandle(
              handle ->
                  handle.execute(
                      "update extract set state = 'RUNNING', storage_key = null, size = null,"
                          + " server = 'gone 1', beat_at = now() - interval '1 hour' where id = ?",
                      id));
      CDI.current().select(Preparation.class).get().look();
      assertThat(ExtractActs.awaited(id)).isEqualTo("FAILED NO_LONGER_ALLOWED");
    } finally {
      Acts.database()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into agent_right (agent_id, right_name) select id, 'OBSERVE' from"
                          + " agent where login = ?",
                      DESK));
    }
    act(DESK, () -> ExtractActs.extracts().delete(id));
  }

  @Test
  void everyFaultIsNamedAtItsField() {
    assertThat(
            Acts.faults(
                LANDLORD,
                () ->
                    ExtractActs.extracts()
                        .ask(
                            new NewExtract(
                                "x",
                                ExtractContent.collection(
                                    new ReportCollection(ReportKind.THEME, null, "99", 1990, null)),
                                ExtractFormat.CSV,
                                "fr"))))
        .containsExactlyInAnyOrder(
            "format EXTRACT_FORMAT",
            "reports.axis REQUIRED",
            "reports.year REPORT_YEAR",
            "reports.within UNKNOWN_CODE",
            "reports.level REQUIRED");
    assertThat(
            Acts.codes(
                LANDLORD,
                () -> ExtractActs.extracts().ask(wanted(ReportKind.PARTNER, TerritoryLevel.EPCI))))
        .containsExactly("REPORT_NOT_COLLECTED");
    assertThat(
            Acts.codes(
                "gestionnaire",
                () ->
                    ExtractActs.extracts()
                        .ask(wanted(ReportKind.TERRITORY, TerritoryLevel.MUNICIPALITY))))
        .containsExactly("REPORT_TOO_MANY");
  }
}
