package dev.plinth.contract.domain;

/** An enum that is stored by name. */
public enum Status {
    NEW,
    REGULAR,
    VIP
}
