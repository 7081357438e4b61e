package dev.loadline.lab.command;

import java.util.concurrent.Callable;

/** A command of the lab, found by {@link java.util.ServiceLoader}; its result is the exit code. */
public interface LabCommand extends Callable<Integer> {}
