package dev.plinth.mongo;

import dev.plinth.contract.LoadingProperties;

/** Any walk along associations comes to what a plain model comes to. */
class MongoWalksTest extends LoadingProperties implements MongoTest.OnMongo {}
