package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.NotificationChannel;
import java.time.LocalDate;

/**
 * An applicant was told of a proposal.
 *
 * @param channel HAND, EMAIL or POST (registered letter)
 * @param on the day told, of a registered letter the day it was first presented; null: today
 */
public record Notification(NotificationChannel channel, LocalDate on) {}
