package fr.toitcommun.ejb.registration;

import fr.toitcommun.persistence.registration.Demand;
import java.time.LocalDate;

/**
 * A demand has left the file without a lease, cancelled or merged into another: told, within the
 * same transaction, to whoever holds something open for it.
 *
 * @param on day on which it was told
 */
public record DemandLeft(Demand demand, LocalDate on) {}
