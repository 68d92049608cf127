package dev.plinth.memory;

import dev.plinth.backend.Store;
import dev.plinth.contract.StoreGraphTests;

class MemoryGraphTest extends StoreGraphTests {
    @Override
    protected Store connect() {
        return MemoryBackend.create().connect((kind, rows, batched) -> {});
    }
}
