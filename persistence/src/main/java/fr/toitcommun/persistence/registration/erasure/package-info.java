/** Taking the names out of the file when their time is over, and proving it. */
package fr.toitcommun.persistence.registration.erasure;
