/**
 * How the server knows agents: a security realm of its own module, over the two views of the
 * database that say who may sign in and with which rights.
 */
package fr.toitcommun.realm;
