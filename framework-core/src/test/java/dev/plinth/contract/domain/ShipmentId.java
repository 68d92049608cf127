package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An id of two columns. */
@Embeddable
public record ShipmentId(@Column(length = 20) String warehouse, int number) {}
