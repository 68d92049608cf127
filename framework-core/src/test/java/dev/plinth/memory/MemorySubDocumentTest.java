package dev.plinth.memory;

import dev.plinth.backend.Store;
import dev.plinth.contract.StoreSubDocumentTests;

class MemorySubDocumentTest extends StoreSubDocumentTests {
    @Override
    protected Store connect() {
        return MemoryBackend.create().connect((kind, rows, batched) -> {});
    }
}
