/** The interface for systems: the same acts as on screen, by the same boundaries, as JSON. */
package fr.toitcommun.web.api;
