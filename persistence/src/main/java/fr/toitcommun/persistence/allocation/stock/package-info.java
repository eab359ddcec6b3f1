/** A landlord's stock: its dwellings with the fields of the national register, and their import. */
package fr.toitcommun.persistence.allocation.stock;
