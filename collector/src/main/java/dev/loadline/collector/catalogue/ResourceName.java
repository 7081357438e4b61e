package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Resource;

/** A resource as it stands in a table: {@code pool/orders}. */
record ResourceName(Resource resource) {

  public static ResourceName parse(String text) {
    return new ResourceName(Resource.parse(text));
  }
}
