package dev.plinth.mongo;

import dev.plinth.contract.GraphProperties;

/** Any walk along associations comes to what a plain model comes to. */
class MongoGraphWalksTest extends GraphProperties implements MongoTest.OnMongo {}
