/** Pages and files of extracts for office tools. */
package fr.toitcommun.web.observatory.extract;
