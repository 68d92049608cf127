/** What a model's references say of it and of its rows: the picture of the model, and references that lead nowhere. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.references;
