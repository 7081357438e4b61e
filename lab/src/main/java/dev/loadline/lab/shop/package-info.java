/** A small order shop: Tomcat in front of a HikariCP pool in front of PostgreSQL. */
@NullMarked
package dev.loadline.lab.shop;

import org.jspecify.annotations.NullMarked;
