/** Whether a household may have a dwelling and can afford it: figures against what is offered. */
package fr.toitcommun.persistence.allocation.eligibility;
