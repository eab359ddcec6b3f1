package fr.toitcommun.persistence.observatory;

import java.util.List;

/**
 * Whose activity an agent looks at.
 *
 * @param desk identity of their desk; null: none
 * @param partner identity of their partner, where it registers; null: it has no activity of its own
 * @param epcis of a territory smaller than its départements; empty: the départements as a whole
 * @param departements of the territory
 * @param file every département of the file
 */
public record Viewer(
    Long desk, Long partner, List<String> epcis, List<String> departements, List<String> file) {}
