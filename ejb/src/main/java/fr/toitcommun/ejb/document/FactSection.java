package fr.toitcommun.ejb.document;

import java.util.List;

/** Facts under one heading, as a document lists them. */
public record FactSection(String heading, List<Fact> facts) {
  /** A fact: what it is and what it says. */
  public record Fact(String label, String value) {}
}
