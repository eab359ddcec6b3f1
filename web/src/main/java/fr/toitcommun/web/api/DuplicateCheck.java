package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicate;
import java.util.List;

/**
 * The demands that may be those of the persons on a form.
 *
 * @param duplicates those the caller may see, likeliest first
 * @param hidden how many others lie outside the caller's scope
 */
public record DuplicateCheck(List<LikelyDuplicate> duplicates, int hidden) {}
