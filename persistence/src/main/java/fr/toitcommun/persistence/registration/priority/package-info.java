/** Who is housed first (L.441-1): the grounds, and the labels by which partners certify them. */
package fr.toitcommun.persistence.registration.priority;
