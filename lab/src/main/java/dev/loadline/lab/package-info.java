/**
 * The proving ground: real services under real load, so that every claim of Loadline is measured.
 */
@NullMarked
package dev.loadline.lab;

import org.jspecify.annotations.NullMarked;
