package dev.plinth.mongo;

/** Schemas on a server with transactions. */
@OnGivenServer
class SchemaServerTest extends SchemaTest {
    @Override
    TestServer server() {
        return TestServer.GIVEN;
    }
}
