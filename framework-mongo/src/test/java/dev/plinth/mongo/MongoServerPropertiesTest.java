package dev.plinth.mongo;

import dev.plinth.contract.SpecificationProperties;

/** The differential properties on a MongoDB server with transactions. */
@OnGivenServer
class MongoServerPropertiesTest extends SpecificationProperties implements MongoServerTest.OnServer {}
