package dev.plinth.docs;

import dev.plinth.mapping.Lookup;

// docs:lookup-enum
@Lookup
public enum Priority {
    LOW,
    NORMAL,
    HIGH
}
// end
