package fr.toitcommun.web.api;

/**
 * A lease was signed by mistake.
 *
 * @param words why, without any person's name; 500 characters at most
 */
public record LeaseCancellation(String words) {}
