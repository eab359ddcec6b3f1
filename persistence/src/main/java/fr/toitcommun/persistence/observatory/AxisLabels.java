package fr.toitcommun.persistence.observatory;

import java.util.List;

/** What the values of axes are called, and which there are, in the language of a reader. */
public interface AxisLabels {
  /** What a value is called. */
  String label(Axis axis, String code);

  /** The values of a code list or of bands, in their order; empty of those without an order. */
  List<String> order(Axis axis);
}
