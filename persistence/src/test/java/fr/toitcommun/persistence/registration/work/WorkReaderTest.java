package fr.toitcommun.persistence.registration.work;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The lists of a desk, over the demonstration. */
class WorkReaderTest {
  private static final LocalDate NEAR = TestDatabase.TODAY.plusMonths(1);

  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());

  @Test
  void R_441_2_3_whatIsToBeCompletedIsListedByDeskOldestFirstWithItsTotal() {
    long desk = number("select desk_id from agent where login = 'guichet.nantes'");
    String incomplete = "select count(*) from demand where status = 'ACTIVE' and not complete";
    WorkPage all = reader("gestionnaire", null).page(WorkList.TO_COMPLETE, NEAR, null, 10);
    assertThat(all.total()).isEqualTo(number(incomplete)).isPositive();
    assertThat(all.rows())
        .hasSize(10)
        .isSortedAccordingTo(Comparator.comparing(WorkRow::initialDepositDate));
    WorkReader own = reader("gestionnaire", desk);
    assertThat(own.page(WorkList.TO_COMPLETE, NEAR, null, 10).total())
        .isEqualTo(number(incomplete + " and desk_id = " + desk))
        .isPositive();
  }

  @Test
  void R_441_2_7_whatEndsWithinAMonthOrHasEndedIsListedSoonestFirst() {
    WorkReader reader = reader("gestionnaire", null);
    WorkPage page = reader.page(WorkList.RENEWALS, NEAR, null, 50);
    assertThat(page.total())
        .isEqualTo(
            number(
                "select count(*) from demand where status = 'ACTIVE' and valid_until <= '"
                    + NEAR
                    + "'"));
    assertThat(page.rows())
        .isSortedAccordingTo(Comparator.comparing(WorkRow::validUntil))
        .anySatisfy(row -> assertThat(row.noticeOn()).isNotNull());
  }

  @Test
  void oneByOneEveryDemandOfTheListIsMetOnce() {
    long desk = number("select desk_id from agent where login = 'guichet.nantes'");
    WorkReader reader = reader("gestionnaire", desk);
    for (WorkList list : WorkList.values()) {
      List<WorkRow> whole = reader.page(list, NEAR, null, 10_000).rows();
      List<WorkRow> met = new ArrayList<>();
      DueCursor at = null;
      List<WorkRow> next = reader.page(list, NEAR, at, 1).rows();
      while (!next.isEmpty()) {
        met.addAll(next);
        at = next.get(0).place();
        next = reader.page(list, NEAR, at, 1).rows();
      }
      assertThat(met).as(list.name()).isEqualTo(whole).isNotEmpty();
    }
  }

  @Test
  void R_441_2_6_nothingOutOfScopeIsListed() {
    for (WorkList list : WorkList.values()) {
      assertThat(reader("adil.44", null).page(list, NEAR, null, 10))
          .isEqualTo(new WorkPage(List.of(), 0));
      WorkPage town = reader("commune.saint-nazaire", null).page(list, NEAR, null, 10);
      WorkPage all = reader("gestionnaire", null).page(list, NEAR, null, 10);
      assertThat(town.total()).isPositive().isLessThan(all.total());
    }
  }

  private WorkReader reader(String login, Long desk) {
    Scope scope = new AgentReader(jdbi).find(login).orElseThrow().scope();
    return new WorkReader(jdbi, scope, desk);
  }

  private long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
