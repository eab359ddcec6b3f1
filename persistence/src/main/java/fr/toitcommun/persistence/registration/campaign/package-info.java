/**
 * What time does to demands that nobody touches: notices, reminders, cancellation for want of
 * renewal, the delay of L.441-1-4.
 */
package fr.toitcommun.persistence.registration.campaign;
