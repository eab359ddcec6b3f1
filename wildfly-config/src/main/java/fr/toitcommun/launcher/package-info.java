/**
 * Starts Toit commun as one command: an embedded PostgreSQL, then WildFly with the application, and
 * stops both together. Knows no class of the application: they meet in environment variables and in
 * lines of the server's output.
 */
package fr.toitcommun.launcher;
