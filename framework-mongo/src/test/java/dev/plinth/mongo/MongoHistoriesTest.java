package dev.plinth.mongo;

import dev.plinth.contract.UnitOfWorkProperties;

/** Any history of units of work leaves what a plain model holds. */
class MongoHistoriesTest extends UnitOfWorkProperties implements MongoTest.OnMongo {}
