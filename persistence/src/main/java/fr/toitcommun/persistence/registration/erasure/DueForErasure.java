package fr.toitcommun.persistence.registration.erasure;

import fr.toitcommun.persistence.registration.CancellationReason;
import java.time.LocalDate;

/** A demand whose names must go. */
public record DueForErasure(
    long id, String uniqueNumber, LocalDate cancelledOn, CancellationReason reason) {}
