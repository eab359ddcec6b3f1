/**
 * Reports: a text of the manager's, filled with figures, as accessible PDF or OpenDocument text.
 */
package fr.toitcommun.ejb.observatory.report;
