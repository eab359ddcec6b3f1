package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.DataQuality;
import fr.toitcommun.persistence.observatory.quality.QualityFamily;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualityRow;
import fr.toitcommun.persistence.observatory.quality.QualityRules;
import fr.toitcommun.persistence.observatory.quality.QualitySeverity;
import fr.toitcommun.persistence.observatory.quality.QualityTexts;
import fr.toitcommun.persistence.observatory.quality.QualityView;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** How indicators of quality and their figures read on a page, in the agent's language. */
@Named
@RequestScoped
public class QualityWords {
  private static final double THOUSANDTHS_IN_A_HUNDREDTH = 10;

  @Inject private DataQuality quality;
  @Inject private Language language;
  @Inject private Texts texts;

  private QualityTexts words;

  @PostConstruct
  void open() {
    words = new QualityTexts(language.getLocale(), quality.rules());
  }

  /** The families in order. */
  public List<QualityFamily> getFamilies() {
    return List.of(QualityFamily.values());
  }

  /** All indicators in order. */
  public List<QualityIndicator> getIndicators() {
    return Arrays.asList(QualityIndicator.values());
  }

  /** Those of a family. */
  public List<QualityIndicator> of(QualityFamily family) {
    return QualityIndicator.of(family);
  }

  /** Name of a family. */
  public String family(QualityFamily family) {
    return words.family(family);
  }

  /** Name of an indicator. */
  public String name(QualityIndicator indicator) {
    return words.name(indicator);
  }

  /** Its name as the head of a column. */
  public String shortName(QualityIndicator indicator) {
    return words.shortName(indicator);
  }

  /** What it counts. */
  public String definition(QualityIndicator indicator) {
    return words.definition(indicator);
  }

  /** Whether its threshold is an assumption. */
  public boolean assumed(QualityIndicator indicator) {
    return QualityRules.isAssumed(indicator);
  }

  /** What its severity means. */
  public String severity(QualityIndicator indicator) {
    return words.severity(indicator.severity());
  }

  /** Colour of its severity. */
  public String tone(QualityIndicator indicator) {
    return indicator.severity() == QualitySeverity.DUTY
        ? "out"
        : indicator.severity() == QualitySeverity.CORRECT ? "warn" : "";
  }

  /** What there is to tell of a demand that it finds. */
  public String told(QualityIndicator indicator, QualityRow row) {
    return words.told(indicator, row);
  }

  /** A number; why there is none. */
  public String number(QualityView.Cell cell) {
    return cell.secret()
        ? texts.say("quality.secret")
        : cell.number() == null ? texts.text(null) : texts.number(cell.number());
  }

  /** A share in percent with one decimal; empty for none. */
  public String share(QualityView.Cell cell) {
    return cell == null || cell.perThousand() == null ? "" : percent(cell.perThousand());
  }

  /** So many thousandths in percent. */
  public String percent(int perThousand) {
    return texts.say("common.percent", texts.decimal(perThousand / THOUSANDTHS_IN_A_HUNDREDTH));
  }

  /** How many points of percent a share lies above another; empty when either is unknown. */
  public String gap(QualityView.Cell cell, QualityView.Cell other) {
    Integer gap = difference(cell, other);
    return gap == null
        ? ""
        : gap == 0
            ? texts.say("quality.same")
            : texts.say(
                gap > 0 ? "quality.above" : "quality.below",
                texts.decimal(Math.abs(gap) / THOUSANDTHS_IN_A_HUNDREDTH));
  }

  /** Whether a share is better or worse than another, as a style. */
  public String compared(QualityView.Cell cell, QualityView.Cell other) {
    Integer gap = difference(cell, other);
    return gap == null || gap == 0 ? "" : gap > 0 ? "worse" : "better";
  }

  /** The same as a sign, for who does not tell the colours apart. */
  public String sign(QualityView.Cell cell, QualityView.Cell other) {
    Integer gap = difference(cell, other);
    return gap == null || gap == 0 ? "" : gap > 0 ? "▲" : "▼";
  }

  /** The same in words, for who does not see it. */
  public String comparison(QualityView.Cell cell, QualityView.Cell other) {
    Integer gap = difference(cell, other);
    return gap == null || gap == 0 ? "" : texts.say(gap > 0 ? "quality.more" : "quality.less");
  }

  private static Integer difference(QualityView.Cell cell, QualityView.Cell other) {
    return cell == null || cell.perThousand() == null || other.perThousand() == null
        ? null
        : Integer.valueOf(cell.perThousand() - other.perThousand());
  }
}
