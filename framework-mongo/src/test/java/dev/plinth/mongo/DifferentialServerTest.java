package dev.plinth.mongo;

/** The same rows and queries on a server with transactions. */
@OnGivenServer
class DifferentialServerTest extends DifferentialTest {
    @Override
    TestServer server() {
        return TestServer.GIVEN;
    }
}
