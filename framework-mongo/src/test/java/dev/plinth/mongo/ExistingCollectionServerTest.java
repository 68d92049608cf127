package dev.plinth.mongo;

/** Collections of others on a server with transactions. */
@OnGivenServer
class ExistingCollectionServerTest extends ExistingCollectionTest {
    @Override
    TestServer server() {
        return TestServer.GIVEN;
    }
}
