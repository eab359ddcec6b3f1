package fr.toitcommun.persistence.registration.figure;

import java.math.BigDecimal;
import java.util.List;

/**
 * One step on the way to a figure.
 *
 * @param key what was done; its text is {@code step.KEY} of the bundle Figures
 * @param operands what the text mentions, in its order
 * @param result what came of it; null when the step only states something
 * @param unit of the result
 */
public record FigureStep(String key, List<Operand> operands, BigDecimal result, FigureUnit unit) {}
