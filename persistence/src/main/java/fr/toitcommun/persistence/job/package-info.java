/** Jobs over many demands: what is due, what ran, and who has the lock. */
package fr.toitcommun.persistence.job;
