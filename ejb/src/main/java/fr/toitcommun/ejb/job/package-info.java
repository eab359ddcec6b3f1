/**
 * Jobs over many demands: their catalogue, how they are run by Jakarta Batch, and the manager's say
 * over them.
 */
package fr.toitcommun.ejb.job;
