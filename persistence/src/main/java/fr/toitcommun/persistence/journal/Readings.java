package fr.toitcommun.persistence.journal;

import java.time.LocalDate;

/**
 * How often an organisation opened or changed a demand on one day: what a person may know of who
 * has seen their file, without the names of agents.
 *
 * @param partner the organisation; null when it is none, such as a job of the file
 */
public record Readings(LocalDate day, String partner, int readings, int acts) {}
