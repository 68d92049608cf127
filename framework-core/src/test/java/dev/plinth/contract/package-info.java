/**
 * The contract of a backend: what every database must do, tested through the public face. A backend's module extends
 * {@link dev.plinth.contract.EngineSuite} and {@link dev.plinth.contract.SpecificationProperties} and {@link dev.plinth.contract.UnitOfWorkProperties} for each of its engines.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract;
