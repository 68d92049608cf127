package dev.plinth.docs;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Where somebody lives. */
// docs:customer
@Embeddable
public record Address(@Nullable String street, @Nullable String city) {}
// end
