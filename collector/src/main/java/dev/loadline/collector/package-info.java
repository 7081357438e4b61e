/** Finds targets, reads them, turns foreign names into signals, and keeps them. */
@NullMarked
package dev.loadline.collector;

import org.jspecify.annotations.NullMarked;
