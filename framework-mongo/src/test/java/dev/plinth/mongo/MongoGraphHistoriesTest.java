package dev.plinth.mongo;

import dev.plinth.contract.GraphProperties;

/** Any history of changes to a graph leaves what a plain model holds. */
class MongoGraphHistoriesTest extends GraphProperties implements MongoTest.OnMongo {}
