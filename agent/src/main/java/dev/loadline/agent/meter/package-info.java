/** Integrals, histograms and high-water marks: no lock, no allocation, no clock of their own. */
package dev.loadline.agent.meter;
