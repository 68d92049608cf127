package dev.plinth.mongo;

import dev.plinth.contract.LoadingProperties;

/** Any walk along associations comes to what a plain model comes to. */
@OnGivenServer
class MongoServerWalksTest extends LoadingProperties implements MongoServerTest.OnServer {}
