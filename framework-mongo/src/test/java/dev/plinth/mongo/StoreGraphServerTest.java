package dev.plinth.mongo;

@OnGivenServer
class StoreGraphServerTest extends StoreGraphTest {
    @Override
    TestServer server() {
        return TestServer.GIVEN;
    }
}
