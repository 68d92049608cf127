package dev.plinth.contract.domain;

/** The id class of seats: a record without annotations. */
public record SeatKey(String hall, int number) {}
