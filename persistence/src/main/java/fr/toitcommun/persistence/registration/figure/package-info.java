/**
 * Figures of the rules that can be opened: each says how it was reached, by which article, what was
 * assumed and what is missing. Screens, the interface for systems and documents show the same.
 */
package fr.toitcommun.persistence.registration.figure;
