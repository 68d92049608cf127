package dev.plinth.docs;

/** How important somebody is. */
public enum Status {
    REGULAR,
    VIP
}
