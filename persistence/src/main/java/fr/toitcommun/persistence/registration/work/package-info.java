/** What awaits a desk: lists of demands to be worked down one after the other. */
package fr.toitcommun.persistence.registration.work;
