/**
 * Open-loop load: requests are sent when they are due, whether or not earlier ones are answered.
 */
@NullMarked
package dev.loadline.lab.load;

import org.jspecify.annotations.NullMarked;
