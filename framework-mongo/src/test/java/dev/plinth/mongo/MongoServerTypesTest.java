package dev.plinth.mongo;

import dev.plinth.contract.TypeProperties;

/** The round trips of values on a MongoDB server with transactions. */
@OnGivenServer
class MongoServerTypesTest extends TypeProperties implements MongoServerTest.OnServer {}
