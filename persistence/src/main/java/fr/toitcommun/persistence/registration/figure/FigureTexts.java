package fr.toitcommun.persistence.registration.figure;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * What figures and their steps say to people, in French or to readers of English in English: the
 * same on screens and in documents.
 */
public final class FigureTexts {
  private static final String BUNDLE = "fr.toitcommun.persistence.Figures";
  // The root bundle is the French one; the language of the server must not come in between.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;
  private final BinaryOperator<String> labels;

  /**
   * Texts for readers of a language.
   *
   * @param labels the label of a code in a list, as the reference data have it
   */
  public FigureTexts(Locale locale, BinaryOperator<String> labels) {
    this.locale = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    this.bundle = bundle(this.locale);
    this.labels = labels;
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE, locale, FigureTexts.class.getClassLoader(), NO_FALLBACK);
  }

  /** The name of a figure, with its subject. */
  public String name(Figure figure) {
    String key = "kind." + figure.kind();
    return figure.subject() == null
        ? bundle.getString(key)
        : said(bundle.containsKey(key + ".of") ? key + ".of" : key, List.of(figure.subject()));
  }

  /** Its value; what is missing, when it is not known. */
  public String value(Figure figure) {
    if (figure.code() != null) {
      String key = "code." + figure.kind() + "." + figure.code();
      return bundle.containsKey(key) ? bundle.getString(key) : figure.code();
    }
    return figure.value() == null
        ? bundle.getString("unknown")
        : number(figure.value(), figure.unit());
  }

  /** The article it obeys, as people cite it. */
  public String article(Figure figure) {
    return bundle.getString("article." + figure.kind());
  }

  /** What a step does. */
  public String step(FigureStep step) {
    return said("step." + step.key(), step.operands().stream().map(this::operand).toList());
  }

  /** What came of a step; empty when it only states something. */
  public String result(FigureStep step) {
    return step.result() == null ? "" : number(step.result(), step.unit());
  }

  /** What would have to be known. */
  public String missing(String what) {
    return bundle.getString("missing." + what);
  }

  /** Everything that would have to be known to be sure of a figure; empty when nothing is. */
  public String lacking(Figure figure) {
    return figure.missing().stream().map(this::missing).collect(Collectors.joining(", "));
  }

  /** That something in a figure is assumed. */
  public String assumed() {
    return bundle.getString("assumed");
  }

  private String operand(Operand operand) {
    if (operand.number() != null) {
      return number(operand.number(), operand.unit());
    }
    if (operand.list() == null) {
      return operand.code() == null ? "" : operand.code();
    }
    String own = "code." + operand.list() + "." + operand.code();
    return bundle.containsKey(own)
        ? bundle.getString(own)
        : labels.apply(operand.list(), operand.code());
  }

  private String said(String key, List<String> arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments.toArray());
  }

  /** A number with its unit, as the language writes it. */
  public String number(BigDecimal number, FigureUnit unit) {
    if (unit == FigureUnit.YES_NO) {
      return bundle.getString(number.signum() > 0 ? "yes" : "no");
    }
    if (unit == FigureUnit.NUMBER) {
      return plain(number, false);
    }
    String one = "unit." + unit + ".one";
    String key =
        number.abs().compareTo(BigDecimal.valueOf(2)) < 0 && bundle.containsKey(one)
            ? one
            : "unit." + unit;
    return said(key, List.of(plain(number, true)));
  }

  private String plain(BigDecimal number, boolean grouped) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(grouped);
    format.setMaximumFractionDigits(2);
    format.setMinimumFractionDigits(number.scale() == 2 ? 2 : 0);
    return format.format(number);
  }
}
