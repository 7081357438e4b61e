/**
 * What a written model comes to: capacity, what stops it first, what a change brings, what N users
 * need.
 */
@NullMarked
package dev.loadline.advisor.plan;

import org.jspecify.annotations.NullMarked;
