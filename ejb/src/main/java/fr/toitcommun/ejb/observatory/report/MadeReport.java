package fr.toitcommun.ejb.observatory.report;

/**
 * A report that is ready.
 *
 * @param fileName how it is called
 */
public record MadeReport(String fileName, String mediaType, byte[] content) {}
