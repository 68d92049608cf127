package dev.plinth.internal.metadata.elsewhere;

import jakarta.persistence.MappedSuperclass;

/** Has a method that no class of another package can override. */
@MappedSuperclass
public abstract class Shelter {
    void shelter() {}
}
