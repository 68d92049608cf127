package dev.plinth.mongo;

import dev.plinth.contract.GraphProperties;

/** Any history of changes to a graph leaves what a plain model holds, on a MongoDB server with transactions too. */
@OnGivenServer
class MongoServerGraphHistoriesTest extends GraphProperties implements MongoServerTest.OnServer {}
