/** The whole of Loadline on real parts, and the proof that its figure is right. */
@NullMarked
package dev.loadline.lab.demo;

import org.jspecify.annotations.NullMarked;
