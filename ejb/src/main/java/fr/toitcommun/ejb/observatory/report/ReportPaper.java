package fr.toitcommun.ejb.observatory.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A report filled in, before it is written as PDF or text document.
 *
 * @param subject whom it is about
 * @param day on which it was made
 */
public record ReportPaper(
    String title, String subject, LocalDate day, Locale locale, List<ReportPart> parts) {}
