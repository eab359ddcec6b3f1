package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.registration.Fault;
import java.util.List;

/**
 * What an import says of a line.
 *
 * @param line in the file, from 1; the headers are the first
 * @param outcome CREATED, CHANGED, UNCHANGED or FAULT
 * @param faults none but for FAULT
 */
public record ImportLine(int line, String internalReference, String outcome, List<Fault> faults) {}
