package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;

/**
 * What controls look at beside the form.
 *
 * @param reference code lists and places in force; null where only completeness is asked for, which
 *     depends on the form alone
 * @param today day on which the form is entered
 * @param stored the form as it is in the file; null for a new one
 */
record ControlContext<F>(Reference reference, LocalDate today, F stored) {}
