package fr.toitcommun.persistence.observatory.extract;

import java.util.List;

/** Part of a list of deliveries, and how many there are in all. */
public record DeliveryPage(List<Delivery> rows, long total) {}
