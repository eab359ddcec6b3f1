/**
 * Extracts for office tools (ADR 0023): asked for, prepared in the background, fetched, forgotten.
 */
package fr.toitcommun.ejb.observatory.extract;
