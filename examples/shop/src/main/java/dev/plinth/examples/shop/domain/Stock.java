package dev.plinth.examples.shop.domain;

import jakarta.persistence.Embeddable;

/** What there is at the end of a day. */
@Embeddable
public record Stock(int orders, int revisions, int customers, int inTheBin) {}
