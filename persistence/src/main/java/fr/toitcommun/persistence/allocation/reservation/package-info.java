/**
 * Reservation agreements, the rule by which a vacancy is put at a holder's disposal, and their
 * balance through the year (R.441-5, R.441-5-2).
 */
package fr.toitcommun.persistence.allocation.reservation;
