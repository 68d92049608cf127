package dev.plinth.mongo;

import dev.plinth.backend.Store;
import dev.plinth.contract.StoreSubDocumentTests;

class SubDocumentTest extends StoreSubDocumentTests {
    /** The server. */
    TestServer server() {
        return TestServer.IN_PROCESS;
    }

    @Override
    protected Store connect() {
        return server().backendOfItsOwn().connect((kind, rows, batched) -> {});
    }
}
