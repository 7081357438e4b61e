/** What users and other programs see over HTTP: answers, series, metrics, the page. */
@NullMarked
package dev.loadline.advisor.api;

import org.jspecify.annotations.NullMarked;
