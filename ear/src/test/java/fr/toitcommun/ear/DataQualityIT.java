package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.DataQuality;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.RunState;
import fr.toitcommun.persistence.observatory.quality.QualityFilter;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualityPage;
import fr.toitcommun.persistence.observatory.quality.QualityRow;
import fr.toitcommun.persistence.observatory.quality.QualityView;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The quality of the file: the night that looks and counts, and who may know what of it. */
@ExtendWith(ArquillianExtension.class)
class DataQualityIT {
  private static final String DESK = "guichet.nantes";
  private static final String MANAGER = "gestionnaire";
  private static final int THRESHOLD = 11;

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        DataQualityIT.class, JobActs.class, JobActs.Holder.class, Acts.class);
  }

  @Test
  void aNightLooksAtWhatChangedByTheRulesOfFormAndDossierAndCounts() throws Exception {
    long due =
        Acts.count(
            "select count(*) from demand d left join quality_look q on q.demand_id = d.id where"
                + " d.status = 'ACTIVE' and q.version is distinct from d.version");
    JobRun run = JobActs.run("QUALITY", LocalDate.now());
    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.failed()).isZero();
    assertThat(run.done()).isEqualTo(due);
    assertThat(
            Acts.count(
                "select count(*) from demand d join quality_look q on q.demand_id = d.id and"
                    + " q.version = d.version where d.status = 'ACTIVE'"))
        .isEqualTo(Acts.count("select count(*) from demand where status = 'ACTIVE'"));
    assertThat(Acts.count("select count(*) from quality_day where not derived")).isPositive();
    assertThat(Acts.count("select count(*) from quality_day")).isGreaterThanOrEqualTo(13);
    assertThat(
            Acts.count(
                "select coalesce(sum(number), 0) from quality_count where day = ? and indicator ="
                    + " 'ACTIVE'",
                LocalDate.now()))
        .isEqualTo(Acts.count("select count(*) from demand where status = 'ACTIVE'"));
    // What one reads in a demand's own file is what was found on it.
    List<Map<String, Object>> looks =
        Acts.database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select d.unique_number, q.missing_documents, q.late_documents,"
                                + " cardinality(q.doubts) as doubts from quality_look q join demand"
                                + " d on d.id = q.demand_id where d.departement_code = '44' and"
                                + " d.status = 'ACTIVE' order by (exists (select from"
                                + " supporting_document s where s.demand_id = d.id)) desc,"
                                + " cardinality(q.doubts) desc, d.id limit 40")
                        .mapToMap()
                        .list());
    for (Map<String, Object> look : looks) {
      String number = (String) look.get("unique_number");
      DemandFile file = AsAgent.call(MANAGER, () -> Acts.of(DemandFiles.class).open(number));
      Dossier dossier =
          AsAgent.call(MANAGER, () -> Acts.of(SupportingDocuments.class).dossier(number));
      assertThat(look.get("doubts"))
          .as(number)
          .isEqualTo((int) file.doubts().stream().map(Fault::control).distinct().count());
      assertThat(look.get("missing_documents"))
          .as(number)
          .isEqualTo(
              (int)
                  dossier.missing().stream()
                      .filter(one -> one.cause() != Dossier.Cause.RECEIVED)
                      .count());
      assertThat(look.get("late_documents"))
          .as(number)
          .isEqualTo((int) dossier.missing().stream().filter(Dossier.Missing::late).count());
    }
    JobRun again = JobActs.run("QUALITY", LocalDate.now());
    assertThat(again.done()).isZero();
  }

  @Test
  void whoHasTheNamesOfATerritorySeesItsDesksAndTheirSumIsTheTotal() throws Exception {
    for (String login : List.of("bailleur.nantes", "prefecture.44", "departement.44")) {
      QualityView view = AsAgent.call(login, () -> quality().view(QualityFilter.NONE));
      assertThat(view.linesAre()).as(login).isEqualTo(QualityView.LinesAre.DESKS);
      assertThat(view.masked()).as(login).isFalse();
      assertThat(view.lines()).as(login).hasSizeGreaterThan(2);
      for (QualityIndicator one : QualityIndicator.values()) {
        if (view.here().cells().get(one).number() != null) {
          assertThat(
                  view.lines().stream()
                      .mapToInt(line -> line.sum().cells().get(one).number())
                      .sum())
              .as(login + " " + one)
              .isEqualTo(view.here().cells().get(one).number());
        }
      }
    }
    QualityView whole = AsAgent.call(MANAGER, () -> quality().view(QualityFilter.NONE));
    assertThat(whole.here().active()).isEqualTo(whole.file().active());
    QualityView part =
        AsAgent.call(MANAGER, () -> quality().view(new QualityFilter("44", null, null)));
    assertThat(part.here().active()).isPositive().isLessThan(whole.here().active());
  }

  @Test
  void R_441_2_6_whoSeesStatisticsOnlyGetsTotalsWithoutSmallNumbersAndNoList() throws Exception {
    long desk = Acts.count("select desk_id from agent where login = ?", DESK);
    long partner = Acts.count("select partner_id from agent where login = 'bailleur.nantes'");
    for (String login : List.of("adil.44", "commune.sans-guichet")) {
      QualityView view = AsAgent.call(login, () -> quality().view(QualityFilter.NONE));
      assertThat(view.linesAre()).as(login).isEqualTo(QualityView.LinesAre.DEPARTEMENTS);
      assertThat(view.mine()).as(login).isNull();
      assertThat(view.partners()).as(login).isEmpty();
      assertThat(view.here().cells().values())
          .as(login)
          .allMatch(
              cell -> cell.number() == null || cell.number() == 0 || cell.number() >= THRESHOLD);
      for (QualityFilter narrow :
          List.of(
              new QualityFilter(null, null, desk),
              new QualityFilter(null, partner, null),
              new QualityFilter("85", null, null))) {
        assertThatThrownBy(() -> AsAgent.call(login, () -> quality().view(narrow)))
            .as(login + narrow)
            .isInstanceOf(NotInScope.class);
      }
      assertThatThrownBy(
              () ->
                  AsAgent.call(
                      login,
                      () ->
                          quality()
                              .list(QualityIndicator.FORM_INCOMPLETE, QualityFilter.NONE, null, 5)))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
      assertThatThrownBy(
              () ->
                  AsAgent.call(
                      login,
                      () ->
                          quality().extract(QualityIndicator.FORM_INCOMPLETE, QualityFilter.NONE)))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
    }
  }

  @Test
  void R_441_2_6_aRegisteringMunicipalitySeesItsOwnDeskWholeAndOthersInTotalOnly()
      throws Exception {
    String town = "commune.saint-nazaire";
    long own = Acts.count("select desk_id from agent where login = ?", town);
    long other = Acts.count("select desk_id from agent where login = 'bailleur.nantes'");
    QualityView view = AsAgent.call(town, () -> quality().view(QualityFilter.NONE));
    assertThat(view.linesAre()).isEqualTo(QualityView.LinesAre.DEPARTEMENTS);
    assertThat(view.mine().active())
        .isEqualTo(
            (int)
                Acts.count(
                    "select count(*) from demand where status = 'ACTIVE' and desk_id = ?", own));
    QualityView mine = AsAgent.call(town, () -> quality().view(new QualityFilter(null, null, own)));
    assertThat(mine.lines()).hasSize(1).allMatch(QualityView.Line::own);
    assertThat(mine.here().active()).isEqualTo(view.mine().active());
    assertThatThrownBy(
            () -> AsAgent.call(town, () -> quality().view(new QualityFilter(null, null, other))))
        .isInstanceOf(NotInScope.class);
    QualityPage all = list(town, QualityFilter.NONE);
    assertThat(all.total()).isPositive().isLessThan(list(MANAGER, QualityFilter.NONE).total());
  }

  @Test
  void readingTheListIsJournalledWithEveryDemandOnItAndCountsAreNot() throws Exception {
    long before = journalled(DESK);
    AsAgent.call(DESK, () -> quality().view(QualityFilter.NONE));
    assertThat(journalled(DESK)).isEqualTo(before);
    QualityPage page = list(DESK, QualityFilter.NONE);
    assertThat(page.rows()).hasSize(5);
    assertThat(journalled(DESK)).isEqualTo(before + 1);
    String entry =
        Acts.text(
            "select act || ' ' || outcome || ' ' || array_to_string(unique_numbers, ',') from"
                + " journal_entry where login = '"
                + DESK
                + "' order by id desc limit 1");
    assertThat(entry).startsWith("DataQuality.list READ ");
    assertThat(entry.substring(entry.lastIndexOf(' ') + 1).split(","))
        .containsExactlyInAnyOrderElementsOf(
            page.rows().stream().map(QualityRow::uniqueNumber).toList());
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    DESK,
                    () -> quality().extract(QualityIndicator.FORM_INCOMPLETE, QualityFilter.NONE)))
        .isInstanceOf(EJBAccessException.class);
    QualityPage taken =
        AsAgent.call(
            "bailleur.nantes",
            () -> quality().extract(QualityIndicator.ENTRY_LATE, QualityFilter.NONE));
    assertThat(taken.rows()).isNotEmpty().hasSize((int) Math.min(2000, taken.total()));
  }

  private static QualityPage list(String login, QualityFilter filter) throws Exception {
    return AsAgent.call(
        login, () -> quality().list(QualityIndicator.FORM_INCOMPLETE, filter, null, 5));
  }

  private static long journalled(String login) {
    return Acts.count("select count(*) from journal_entry where login = ?", login);
  }

  private static DataQuality quality() {
    return Acts.of(DataQuality.class);
  }
}
