package dev.plinth.mongo;

import dev.plinth.contract.TypeProperties;

/** The round trips of values on MongoDB. */
class MongoTypesTest extends TypeProperties implements MongoTest.OnMongo {}
