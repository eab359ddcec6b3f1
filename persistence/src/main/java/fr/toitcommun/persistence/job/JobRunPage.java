package fr.toitcommun.persistence.job;

import java.util.List;

/**
 * Part of the history of jobs.
 *
 * @param total how many runs there are in all
 */
public record JobRunPage(List<JobRun> rows, long total) {}
