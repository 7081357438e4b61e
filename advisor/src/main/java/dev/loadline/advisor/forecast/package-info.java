/** When demand will reach what is safe, or why that cannot be said yet. */
@NullMarked
package dev.loadline.advisor.forecast;

import org.jspecify.annotations.NullMarked;
