package fr.toitcommun.persistence.registration.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A figure of a rule, with everything that is needed to follow how it was reached.
 *
 * @param subject what it is about where there are several: a financing, the name of an EPCI; null:
 *     the household or the dwelling
 * @param value null when it cannot be said, see {@code missing}, or when {@code code} says it
 * @param code of a figure that is no number, such as a financing
 * @param steps in the order in which they were taken
 * @param article the article it obeys
 * @param assumed whether something in it is assumed rather than read in a text or stated
 * @param missing what would have to be known; its texts are {@code missing.X} of the bundle Figures
 */
public record Figure(
    FigureKind kind,
    String subject,
    BigDecimal value,
    String code,
    FigureUnit unit,
    List<FigureStep> steps,
    String article,
    boolean assumed,
    List<String> missing) {

  /** Whether it could be worked out. */
  public boolean known() {
    return value != null || code != null;
  }

  /** The value as a whole number; null when it is not known. */
  public Integer whole() {
    return value == null ? null : value.intValueExact();
  }

  /** Whether a figure of yes or no says yes; false when it is not known. */
  public boolean yes() {
    return unit == FigureUnit.YES_NO && value != null && value.signum() > 0;
  }

  /** Begins a figure. */
  public static Making of(FigureKind kind, FigureUnit unit, String article) {
    return new Making(kind, unit, article);
  }

  /** A figure being worked out. */
  public static final class Making {
    private final FigureKind kind;
    private final FigureUnit unit;
    private final String article;
    private final List<FigureStep> steps = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private String subject;
    private boolean assumed;

    private Making(FigureKind kind, FigureUnit unit, String article) {
      this.kind = kind;
      this.unit = unit;
      this.article = article;
    }

    /** Says what it is about. */
    public Making about(String what) {
      subject = what;
      return this;
    }

    /** Adds a step that has a result. */
    public Making step(String key, BigDecimal result, FigureUnit of, Operand... operands) {
      steps.add(new FigureStep(key, List.copyOf(Arrays.asList(operands)), result, of));
      return this;
    }

    /** Adds a step whose result is a whole number. */
    public Making step(String key, long result, FigureUnit of, Operand... operands) {
      return step(key, BigDecimal.valueOf(result), of, operands);
    }

    /** Adds a step that states something. */
    public Making states(String key, Operand... operands) {
      return step(key, null, null, operands);
    }

    /** Adds the steps of another figure, which this one goes on from. */
    public Making after(Figure other) {
      steps.addAll(other.steps());
      assumed |= other.assumed();
      return this;
    }

    /** Notes that something was assumed. */
    public Making assumed(boolean something) {
      assumed |= something;
      return this;
    }

    /** Notes what would have to be known to be sure. */
    public Making lacks(String what) {
      missing.add(what);
      return this;
    }

    /** Ends with this value; null: it cannot be said. */
    public Figure gives(BigDecimal value) {
      return made(value, null);
    }

    /** Ends with this whole number. */
    public Figure gives(long value) {
      return made(BigDecimal.valueOf(value), null);
    }

    /** Ends with yes or no. */
    public Figure says(boolean yes) {
      return made(yes ? BigDecimal.ONE : BigDecimal.ZERO, null);
    }

    /** Ends with a code. */
    public Figure says(String code) {
      return made(null, code);
    }

    /** Ends without a value: something is missing. */
    public Figure unknown() {
      return made(null, null);
    }

    private Figure made(BigDecimal value, String code) {
      return new Figure(
          kind,
          subject,
          value,
          code,
          unit,
          List.copyOf(steps),
          article,
          assumed,
          List.copyOf(missing));
    }
  }
}
