package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.DataQuality;
import fr.toitcommun.persistence.observatory.quality.QualityFamily;
import fr.toitcommun.persistence.observatory.quality.QualityFilter;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualityView;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The quality of the file: each indicator, and the desks side by side. */
@Named
@RequestScoped
public class ShowQuality extends QualityChoice {
  private static final int LINES = 40;

  @Inject private DataQuality quality;
  @Inject private QualityWords words;
  @Inject private Texts texts;

  private String family;
  private String sort;
  private boolean all;
  private QualityView view;

  /** Reads the counts. */
  public void load() {
    view = quality.view(filter());
  }

  /** A line of the chart of an indicator; null while there are not two months to compare. */
  public Sparkline trend(QualityIndicator indicator) {
    return Sparkline.of(points(indicator), view.day());
  }

  private List<Sparkline.Point> points(QualityIndicator indicator) {
    return view.months().stream()
        .filter(month -> month.sum().cells().get(indicator).perThousand() != null)
        .map(
            month ->
                new Sparkline.Point(
                    month.day(), month.sum().cells().get(indicator).perThousand(), month.derived()))
        .toList();
  }

  /** The same in words. */
  public String trendSaid(QualityIndicator indicator) {
    List<Sparkline.Point> points = points(indicator);
    Sparkline.Point first = points.get(0);
    Sparkline.Point last = points.get(points.size() - 1);
    return texts.say(
        "quality.trendSaid",
        texts.date(first.day()),
        words.percent(first.perThousand()),
        texts.date(last.day()),
        words.percent(last.perThousand()));
  }

  /** Whether some of the months shown were worked out afterwards. */
  public boolean isDerived() {
    return view.months().stream().anyMatch(QualityView.Month::derived);
  }

  /** The family that the desks are compared by. */
  public QualityFamily getChosen() {
    return Arrays.stream(QualityFamily.values())
        .filter(one -> one.name().equals(family))
        .findFirst()
        .orElse(QualityFamily.MISSING);
  }

  /** The indicator that sorts the desks; null: their number of demands. */
  public QualityIndicator getSorting() {
    return QualityIndicator.of(getChosen()).stream()
        .filter(one -> one.name().equals(sort))
        .findFirst()
        .orElse(null);
  }

  /** The desks, the caller's own first, then by the share of the indicator that sorts them. */
  public List<QualityView.Line> getLines() {
    QualityIndicator by = getSorting();
    List<QualityView.Line> lines =
        by == null
            ? view.lines()
            : view.lines().stream()
                .sorted(
                    Comparator.comparing((QualityView.Line line) -> !line.own())
                        .thenComparing(
                            line -> line.sum().cells().get(by).perThousand(),
                            Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    return all || lines.size() <= LINES ? lines : lines.subList(0, LINES);
  }

  /** Address of this page with another family, another order, or all lines. */
  public String address(QualityFamily shown, Object sortedBy, boolean whole) {
    return "quality.xhtml?family="
        + shown
        + (sortedBy == null ? "" : "&sort=" + sortedBy)
        + (whole ? "&all=true" : "")
        + query(filter())
        + "#desks";
  }

  /** Address of the demands that an indicator finds under this page's filter. */
  public String listHere(QualityIndicator indicator) {
    return list(indicator, filter());
  }

  /** Address of the demands that it finds of a desk, as many as its line counts. */
  public String listOf(QualityIndicator indicator, Long deskId) {
    return list(indicator, new QualityFilter(filter().departement(), null, deskId));
  }

  public QualityView getView() {
    return view;
  }

  public String getFamily() {
    return family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public String getSort() {
    return sort;
  }

  public void setSort(String sort) {
    this.sort = sort;
  }

  public boolean isAll() {
    return all;
  }

  public void setAll(boolean all) {
    this.all = all;
  }
}
