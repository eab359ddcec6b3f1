/** Pages and files of the observatory's reports. */
package fr.toitcommun.web.observatory.report;
