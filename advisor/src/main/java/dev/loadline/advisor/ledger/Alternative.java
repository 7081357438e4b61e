package dev.loadline.advisor.ledger;

/**
 * One way to make a sum fit.
 *
 * @param setting {@code pool}, {@code pools}, {@code default_pool_size}, {@code
 *     max_db_connections}, {@code instances}, {@code pooler} or {@code accepts}
 * @param subject what it is set on: {@code orders}
 * @param to the largest value that fits, or the smallest for {@code accepts}
 * @param sentence {@code orders: at most 49 connections in each pool instead of 60}
 */
public record Alternative(String setting, String subject, long to, String sentence) {}
