/**
 * Measures the running application on the demonstration data, as the command {@code benchmark}
 * asks: not a test, it asserts nothing. Knows the application by its addresses only.
 */
package fr.toitcommun.benchmark;
