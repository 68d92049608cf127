package dev.plinth.contract.domain;

import org.jspecify.annotations.Nullable;

/** What the entities of each fleet have in common for the tests; not mapped itself. */
public interface Vehicle {
    String getId();

    long getVersion();

    @Nullable
    String getName();

    void setName(@Nullable String name);
}
