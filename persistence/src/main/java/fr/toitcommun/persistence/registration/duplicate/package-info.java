/** Demands that may be those of one person: likeness, sets to decide on, merging (R.441-2-3). */
package fr.toitcommun.persistence.registration.duplicate;
