package fr.toitcommun.ejb.observatory.map;

/** How a map shows figures. */
public enum MapKind {
  /** Territories coloured by the class of their figure: for rates and means. */
  CHOROPLETH,
  /** Circles whose area is as large as the figure: for numbers. */
  CIRCLES,
  /** Lines from where people live to where they seek, as wide as they are many. */
  FLOWS
}
