package fr.toitcommun.web.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.observatory.TableView;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.StandardTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the figures of a standard table lead to. */
class TableLinksTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  @Test
  void theListBehindACellIsOfItsRowAndColumnAndOfWhatTheTableIsOf() {
    TableLinks links = links(Map.of(Axis.EPCI, Set.of("244400404")), Counting.FIRST, true);
    assertThat(links.behind(row("44109"), column("YES")))
        .isEqualTo(
            "behind.xhtml?indicator=ACTIVE&f.EPCI=244400404&f.MUNICIPALITY=44109&f.TRANSFER=YES");
  }

  @Test
  void theListBehindATotalIsOfAllRows() {
    TableLinks links = links(Map.of(Axis.EPCI, Set.of("244400404")), Counting.FIRST, true);
    assertThat(links.behind(row(""), column("YES")))
        .isEqualTo("behind.xhtml?indicator=ACTIVE&f.EPCI=244400404&f.TRANSFER=YES");
    assertThat(links.behind(row(""), column(null)))
        .isEqualTo("behind.xhtml?indicator=ACTIVE&f.EPCI=244400404");
  }

  @Test
  void aRowAndAFilterOfTheSameAxisBothBind() {
    Map<Axis, Set<String>> nantes = Map.of(Axis.MUNICIPALITY, Set.of("44109"));
    TableLinks links = links(nantes, Counting.ANY, true);
    assertThat(links.behind(row("44109"), column(null))).contains("f.MUNICIPALITY=44109&");
    assertThat(links.behind(row("44143"), column(null)))
        .as("who wishes both is in no list that a link can say")
        .isNull();
  }

  @Test
  void thePastNamesNobody() {
    assertThat(links(Map.of(), Counting.FIRST, false).behind(row("44109"), column(null))).isNull();
  }

  private static TableLinks links(Map<Axis, Set<String>> filters, Counting counting, boolean now) {
    TableView view =
        new TableView(
            StandardTable.STOCK_BY_MUNICIPALITY,
            List.of(column(null)),
            List.of(),
            null,
            false,
            TODAY,
            TODAY,
            null,
            Set.of(),
            true,
            true,
            List.of(),
            0);
    return new TableLinks(view, filters, counting, now);
  }

  private static TableView.Row row(String code) {
    return new TableView.Row(new Heading(code, code), List.of(), null, null, null);
  }

  private static TableView.Column column(String code) {
    return new TableView.Column(Indicator.ACTIVE, code, "", "");
  }
}
