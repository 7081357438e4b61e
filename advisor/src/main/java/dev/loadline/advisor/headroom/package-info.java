/** The answer for one service: how it stands, what breaks first, how much more is safe. */
@NullMarked
package dev.loadline.advisor.headroom;

import org.jspecify.annotations.NullMarked;
