/**
 * The mathematics of capacity: pure functions of what was measured; no clock, no I/O, no chance.
 */
@NullMarked
package dev.loadline.advisor.capacity;

import org.jspecify.annotations.NullMarked;
