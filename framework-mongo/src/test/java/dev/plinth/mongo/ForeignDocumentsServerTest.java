package dev.plinth.mongo;

/** Collections of others on a server with transactions. */
@OnGivenServer
class ForeignDocumentsServerTest extends ForeignDocumentsTest {
    @Override
    TestServer server() {
        return TestServer.GIVEN;
    }
}
