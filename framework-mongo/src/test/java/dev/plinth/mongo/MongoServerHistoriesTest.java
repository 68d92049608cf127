package dev.plinth.mongo;

import dev.plinth.contract.UnitOfWorkProperties;

/** Any history of units of work leaves what a plain model holds, on a MongoDB server with transactions too. */
@OnGivenServer
class MongoServerHistoriesTest extends UnitOfWorkProperties implements MongoServerTest.OnServer {}
