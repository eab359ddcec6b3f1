package fr.toitcommun.persistence.observatory.extract;

import java.time.LocalDate;

/**
 * Something that is extracted regularly into a partner's folder.
 *
 * @param partnerId to whose folder; its scope is kept to
 * @param agentId who set it up
 * @param setUpBy their name
 * @param nextOn the day of the next one
 */
public record Delivery(
    long id,
    long partnerId,
    String partnerName,
    long agentId,
    String setUpBy,
    String name,
    ExtractContent content,
    ExtractFormat format,
    String language,
    Rhythm rhythm,
    LocalDate nextOn) {}
