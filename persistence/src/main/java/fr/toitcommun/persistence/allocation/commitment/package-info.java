/**
 * The commitments of landlords followed live (L.441-1): what a lease counts for, the counters, and
 * what a decision would make of them. Each counter has its one definition in {@link
 * fr.toitcommun.persistence.allocation.commitment.Goal}.
 */
package fr.toitcommun.persistence.allocation.commitment;
