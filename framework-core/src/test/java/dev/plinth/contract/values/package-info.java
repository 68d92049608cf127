/** What the contracts know of the basic types: values to try, how two are compared, and the page of documentation. */
@org.jspecify.annotations.NullMarked
package dev.plinth.contract.values;
