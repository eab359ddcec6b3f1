/**
 * Extracts for office tools: what is taken out, as which file, for how long it is kept (ADR 0023).
 */
package fr.toitcommun.persistence.observatory.extract;
