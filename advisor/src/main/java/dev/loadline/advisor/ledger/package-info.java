/** Connections: what all clients may open against what each server accepts. */
@NullMarked
package dev.loadline.advisor.ledger;

import org.jspecify.annotations.NullMarked;
