package dev.loadline.collector.exposition;

/**
 * Where a scan hands over what it finds, in the order of the lines. A scan that fails later on has
 * handed over lines already: they are to be forgotten.
 */
public interface Sink {

  /**
   * Whether samples of this name are wanted; asked once for each run of lines that share it.
   *
   * @param bytes the name as UTF-8 from {@code from} to {@code to}, not to be kept
   */
  boolean wants(byte[] bytes, int from, int to);

  /**
   * @param row a wanted sample; the next one overwrites it
   * @return whether more samples of this run are wanted
   */
  boolean take(Row row);
}
