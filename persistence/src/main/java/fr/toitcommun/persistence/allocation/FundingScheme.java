package fr.toitcommun.persistence.allocation;

/** Financing of a dwelling, which sets its income ceilings (R.441-1; code list FUNDING_SCHEME). */
public enum FundingScheme {
  PLAI,
  PLUS,
  PLS
}
