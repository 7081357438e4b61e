/** Holds a written model against itself: claims recomputed, mistakes found by named rules. */
@NullMarked
package dev.loadline.advisor.check;

import org.jspecify.annotations.NullMarked;
