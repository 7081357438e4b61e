/** Written capacity analyses as models: their claims, recomputed and held against live data. */
@NullMarked
package dev.loadline.advisor.document;

import org.jspecify.annotations.NullMarked;
