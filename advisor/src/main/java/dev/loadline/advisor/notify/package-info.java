/** Delivers notices to the channels where people read them; decides nothing. */
@NullMarked
package dev.loadline.advisor.notify;

import org.jspecify.annotations.NullMarked;
