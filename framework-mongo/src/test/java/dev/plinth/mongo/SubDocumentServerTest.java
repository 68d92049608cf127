package dev.plinth.mongo;

@OnGivenServer
class SubDocumentServerTest extends SubDocumentTest {
    @Override
    TestServer server() {
        return TestServer.GIVEN;
    }
}
