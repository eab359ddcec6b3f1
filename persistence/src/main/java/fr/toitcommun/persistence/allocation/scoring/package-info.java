/**
 * Scoring of demands (L.441-2-8, R.441-2-10): grids by territory, what they count, and the score of
 * each demand. A score helps to decide; the commission stays free.
 */
package fr.toitcommun.persistence.allocation.scoring;
