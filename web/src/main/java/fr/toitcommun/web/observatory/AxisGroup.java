package fr.toitcommun.web.observatory;

import fr.toitcommun.persistence.observatory.Axis;
import java.util.List;

/** Axes that stand together where one is chosen; every axis is in one of these groups. */
enum AxisGroup {
  TIME(Axis.MONTH, Axis.QUARTER, Axis.YEAR),
  PLACE(Axis.DEPARTEMENT, Axis.EPCI, Axis.MUNICIPALITY, Axis.ZONE, Axis.RESIDENCE, Axis.PROVENANCE),
  HOUSEHOLD(
      Axis.AGE,
      Axis.NATIONALITY,
      Axis.HOUSEHOLD_SIZE,
      Axis.COMPOSITION,
      Axis.FAMILY_SITUATION,
      Axis.EMPLOYMENT,
      Axis.MONTHLY_INCOME,
      Axis.INCOME_BAND,
      Axis.INCOME_CEILING,
      Axis.TENURE),
  DEMAND(
      Axis.SENIORITY,
      Axis.MOTIVE,
      Axis.SOUGHT_CATEGORY,
      Axis.TYPE,
      Axis.TRANSFER,
      Axis.ADAPTED,
      Axis.LABEL,
      Axis.QUOTA,
      Axis.OVER_DELAY,
      Axis.RENEWED,
      Axis.COMPLETE,
      Axis.ONLINE),
  PARTNERS(Axis.PARTNER, Axis.DESK, Axis.ACTOR),
  EVENT(Axis.CANCELLATION_REASON, Axis.REFUSAL_MOTIVE, Axis.DECISION, Axis.SCHEME);

  private final List<Axis> axes;

  AxisGroup(Axis... axes) {
    this.axes = List.of(axes);
  }

  /** Its axes in the order they are offered in. */
  List<Axis> axes() {
    return axes;
  }
}
