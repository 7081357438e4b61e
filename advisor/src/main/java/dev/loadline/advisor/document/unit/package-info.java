/** Figures as documents state them: ranges with units, and what units mean in base units. */
@NullMarked
package dev.loadline.advisor.document.unit;

import org.jspecify.annotations.NullMarked;
